"""Rules `for each claim` of one shape run at once: their cases are rows, known by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.engines.rows import CaseKey
from factcheck.engines.sql.batch import TOLD, Batch
from factcheck.engines.sql.cases import RULE
from factcheck.engines.sql.claim_tests import KEY
from factcheck.engines.sql.expression import Column, Expression
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.plan.model import RulePlan
from factcheck.records import Factory, define


@define
class ClaimBatch(Batch):
    """See Batch."""

    ids: str = ""
    """The column of the table `raw` that has the ids of claims."""
    named: dict[int, str] = Factory(dict)

    def _keys(self, where: Expression | None, most: int) -> list[tuple[Any, ...]]:
        """Rule, truth and row of the first cases that are told, by the ids of their claims."""
        row, name = Column(KEY, TOLD), Column(self.ids, "raw")
        join = Join(Table("raw"), row.equals(Column("row", "raw")))
        columns = {RULE: Column(RULE), "truth": Column("truth"), KEY: row, "id": name}
        order = (name, Column(RULE))
        query = Select(columns, Table(TOLD), [join], where=where, order=order, limit=most)
        found = self.door.rows(query, most)
        self.named.update((row, name) for *_, row, name in found)
        return [tuple(key) for *key, _ in found]

    def _key(
        self,
        plan: RulePlan,  # noqa: ARG002 (of one field)
        codes: Sequence[int],
        fields: Sequence[str] | None = None,  # noqa: ARG002 (as above)
    ) -> CaseKey:
        return (self.named[codes[0]],)
