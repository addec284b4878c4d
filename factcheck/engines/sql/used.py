"""Which claims are in cases: counted by metric, or row by row where one may be in several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, call
from factcheck.engines.sql.facts import CLAIMS
from factcheck.engines.sql.query import Join, Query, Select, Table
from factcheck.records import Factory, define

USED: Final = "used"
"""The table of their rows, where they are noted by row."""


@define
class Used:
    """The claims in cases, by the code of their metric and whether they restate another."""

    door: Door
    by_row: bool
    counts: Counter[tuple[int, bool]] = Factory(Counter)

    def add(self, queries: Iterable[Query]) -> None:
        """Note the rows of claims."""
        for query in queries:
            self.door.insert(USED, query)

    def count(self, queries: Sequence[Query]) -> None:
        """Note numbers of claims, that nothing else has and that restate no other."""
        for query in queries:
            self.counts.update({(metric, False): int(n) for metric, n in self.door.rows(query)})

    def know(self, numbers: Mapping[int, int]) -> None:
        """The same, where they are known: by the code of the metric."""
        self.counts.update({(metric, False): n for metric, n in numbers.items() if n})

    def total(self) -> Counter[tuple[int, bool]]:
        """How many there are."""
        if not self.by_row:
            return self.counts
        by = {name: Column(name, CLAIMS) for name in ("metric", "restates")}
        among = Join(Table(USED), Column("row", CLAIMS).equals(Column("row", USED)), "semi")
        query = Select({**by, "n": call("count")}, Table(CLAIMS), [among], group=tuple(by.values()))
        return Counter({(metric, restates): n for metric, restates, n in self.door.rows(query)})


def nothing_used(door: Door, *, by_row: bool) -> Used:
    """No claims so far."""
    if by_row:
        door.fill(USED, (("row", "BIGINT"),), [])
    return Used(door, by_row)
