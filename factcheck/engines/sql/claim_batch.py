"""Rules `for each claim` of one shape run at once: their cases are rows, known by their ids."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Factory, define

from factcheck.engines.rows import CaseKey
from factcheck.engines.sql.batch import Batch
from factcheck.engines.sql.cases import CASES
from factcheck.engines.sql.claim_tests import KEY
from factcheck.engines.sql.expression import Column, Expression
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.plan.model import RulePlan


@define(eq=False)
class ClaimBatch(Batch):
    """See Batch."""

    ids: str = ""
    """The column of the table `raw` that has the ids of claims."""
    named: dict[int, str] = Factory(dict)

    def _keys(self, where: Expression, most: int) -> list[tuple[int, ...]]:
        """The rows of some cases, in the order of the ids of their claims."""
        row, name = Column(KEY, CASES), Column(self.ids, "raw")
        join = Join(Table("raw"), row.equals(Column("row", "raw")))
        query = Select(
            {KEY: row, "id": name}, Table(CASES), [join], where=where, order=(name,), limit=most
        )
        found = self.door.rows(query, most)
        self.named.update(found)
        return [(row,) for row, _ in found]

    def _key(
        self,
        plan: RulePlan,  # noqa: ARG002 (of one field)
        codes: Sequence[int],
        fields: Sequence[str] | None = None,  # noqa: ARG002 (as above)
    ) -> CaseKey:
        return (self.named[codes[0]],)
