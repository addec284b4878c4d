"""Which cases of a batch come back: as many as may, and no more claims than fit into memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from factcheck.engines.sql.agreement import Groups
from factcheck.engines.sql.claim_tests import ClaimCases
from factcheck.engines.sql.counted import Counted
from factcheck.engines.sql.domains import Domain
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.field_agreement import FieldGroups
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.folded import Folded
from factcheck.engines.sql.query import Query, first
from factcheck.engines.sql.truth import UNDETERMINED, VIOLATED

WANTED: Final = "wanted"
"""The table of the rules and keys of the cases that are to come back."""

Brought: TypeAlias = dict[int | None, list[tuple[int, ...]]]
"""By truth, the keys of cases; of nothing, those that are open."""
Part: TypeAlias = Figures | Folded | Groups | FieldGroups | Counted | ClaimCases | Domain
"""What takes claims into cases, or says which there are."""
_ORDER: Final = (None, VIOLATED, UNDETERMINED)


def listed(brought: Sequence[Brought]) -> list[tuple[int, ...]]:
    """Rule and key of all cases."""
    return [
        (rule, *key) for rule, own in enumerate(brought) for keys in own.values() for key in keys
    ]


def claim_rows(door: Door, queries: Sequence[Query], most: int) -> list[int] | None:
    """The rows of the claims in the wanted cases; None when there are more than may come back."""
    rows: set[int] = set()
    for query in queries:
        rows.update(row for (row,) in door.rows(first(query, most + 1), most + 1))
        if len(rows) > most:
            return None
    return sorted(rows)


def fitting(
    door: Door,
    parts: Sequence[Part],
    names: Sequence[str],
    brought: Sequence[Brought],
) -> list[Brought]:
    """The cases whose claims fit: open ones first, the first of each rule before the second."""
    sizes = [(_places(one, names), _sizes(door, one)) for one in parts]
    room = door.most.claims
    kept: list[Brought] = [{truth: [] for truth in own} for own in brought]
    waiting = sorted(
        (_ORDER.index(truth), number, rule, key)
        for rule, own in enumerate(brought)
        for truth, keys in own.items()
        for number, key in enumerate(keys)
    )
    for place, _, rule, key in waiting:
        size = sum(known.get((rule, *(key[at] for at in places)), 0) for places, known in sizes)
        if size <= room:
            room -= size
            kept[rule][_ORDER[place]].append(key)
    return kept


def _places(part: Part, names: Sequence[str]) -> tuple[int, ...]:
    """Where the keys of a part stand in those of a case."""
    return tuple(names.index(key) for key in part.keys)


def _sizes(door: Door, part: Part) -> Mapping[tuple[int, ...], int]:
    """By rule and key, how many claims a part takes into the wanted cases."""
    return {tuple(own): number for *own, number in door.rows(part.sizes(WANTED))}
