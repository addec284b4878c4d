"""Rules `for each claim` of one shape run at once: their cases are rows, known by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from factcheck.engines.rows import CaseKey
from factcheck.engines.sql.batch import TOLD_CASES, Batch
from factcheck.engines.sql.cases import CASES
from factcheck.engines.sql.claim_tests import KEY
from factcheck.engines.sql.expression import Column
from factcheck.engines.sql.first_cases import Counts, TableOfCases, first_cases
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.plan.model import RulePlan
from factcheck.records import Factory, define, evolve

_ID: Final = "id"


@define
class ClaimBatch(Batch):
    """See Batch."""

    ids: str = ""
    """The column of the table `raw` that has the ids of claims."""
    named: dict[int, str] = Factory(dict)

    def to_tell(self) -> Select:
        """As of other cases, with the ids of the claims, which they are in the order of."""
        found = Batch.to_tell(self)  # `super()` knows the class before it got its slots
        row, name = Column(KEY, CASES), Column(self.ids, "raw")
        join = Join(Table("raw"), row.equals(Column("row", "raw")))
        return evolve(found, columns={**found.columns, _ID: name}, joins=[join])

    def _first(self, counts: Counts, most: Counts) -> list[tuple[Any, ...]]:
        cases = TableOfCases(TOLD_CASES, (*self._told_by(), _ID), (_ID,))
        found = first_cases(self.door, cases, counts, most)
        self.named.update((row, name) for *_, row, name in found)
        return [tuple(known) for *known, _ in found]

    def _key(
        self,
        plan: RulePlan,  # noqa: ARG002 (of one field)
        codes: Sequence[int],
        fields: Sequence[str] | None = None,  # noqa: ARG002 (as above)
    ) -> CaseKey:
        return (self.named[codes[0]],)
