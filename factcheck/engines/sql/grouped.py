"""Claims grouped by the scope of a rule: what rules about groups have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.engines.sql.expression import Column, Expression, Literal, all_of, any_of, call
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.scans import column_of
from factcheck.plan import model
from factcheck.records import Record, frozen

PASSING: Final = "passing"
"""The table of claims that pass the tests of `where` on their numbers, or may pass."""

AGREEING: Final = "agreeing"
"""The table of groups: those that agree by far, and those of which it is asked in full."""


@frozen
class Grouped(Record):
    """The groups of one rule: the claims that it takes, by the scope."""

    keys: tuple[str, ...]
    bound: tuple[Expression, ...]
    where: Expression
    joins: tuple[Join, ...]
    """The tables that its condition looks up."""

    @property
    def open(self) -> Expression:
        """Whether it is not known if a claim passes."""
        tested = any(join.source == Table(PASSING) for join in self.joins)
        return Column("open", PASSING) if tested else Literal(value=False)

    def key_columns(self) -> dict[str, Expression]:
        """The key of a claim."""
        return dict(zip(self.keys, self.bound, strict=True))

    def rows_of(self, table: str) -> Layers:
        """The rows of the claims in the cases of a table."""
        plain: dict[str, Expression] = {name: Column(name) for name in self.keys}
        asked = Select(plain, Table(table), distinct=True)
        same = all_of(
            *(value.equals(Column(name, "asked")) for name, value in self.key_columns().items())
        )
        joins = (*self.joins, Join(Table("asked"), same, "semi"))
        select = Select({"row": Column("row", CLAIMS)}, Table(CLAIMS), joins, where=self.where)
        return Layers((("asked", asked),), select)

    def sizes(self, table: str) -> Select:
        """By rule and key, how many claims are in the cases of a table."""
        keys = {"rule": Column("rule", "params"), **self.key_columns()}
        same = all_of(*(value.equals(Column(name, table)) for name, value in keys.items()))
        every = Join(Table("params"), Literal(value=True))
        joins = (every, *self.joins, Join(Table(table), same, "semi"))
        columns, by = {**keys, "n": call("count")}, tuple(keys.values())
        return Select(columns, Table(CLAIMS), joins, where=self.where, group=by)


def keys_of(plan: model.RulePlan) -> tuple[str, ...]:
    """The columns of the key, in the order of the scope."""
    return tuple(f"key_{place}" for place in range(len(plan.scope)))


def bound_of(plan: model.RulePlan, facts: Facts) -> tuple[tuple[Expression, ...], tuple[Join, ...]]:
    """The values of the key of a claim, and the tables that have them."""
    joins: list[Join] = []
    if "value" in plan.scope and facts.has_values:
        row = Column("row", CLAIMS).equals(Column("row", "valued"))
        joins.append(Join(Table("valued"), row))
    if plan.claim_tests:
        joins.append(Join(Table(PASSING), Column("row", CLAIMS).equals(Column("row", PASSING))))
    return tuple(_bound(facts, field) for field in plan.scope), tuple(joins)


def _bound(facts: Facts, field: str) -> Expression:
    if field == "value" and facts.has_values:
        return Column("value", "valued")
    return column_of(facts, field)


def left_open(keys: Mapping[str, Expression]) -> Join:
    """The groups of which it is asked in full whether they agree."""
    same = (value.equals(Column(name, AGREEING)) for name, value in keys.items())
    return Join(Table(AGREEING), all_of(*same, Column("truth", AGREEING).is_null()), "semi")


def empty(keys: tuple[str, ...]) -> Expression:
    """Whether claims met on an empty field."""
    return any_of(*(Column(key).equals(0) for key in keys))
