"""Cases that no figure says: the combinations that claims state, and the values of a field."""

from __future__ import annotations

from factcheck.engines.exact.moves import binds
from factcheck.engines.sql.expression import Column, Expression, Literal, all_of, call
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.filters import UnsupportedError, heads_of
from factcheck.engines.sql.key_tests import KeyTests
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.scans import column_of
from factcheck.engines.sql.truth import HOLDS
from factcheck.plan import model
from factcheck.records import Record, frozen


@frozen
class Domain(Record):
    """The values that claims state of some fields of the case, whatever they are about."""

    number: int
    fields: tuple[str, ...]
    keys: tuple[str, ...]
    bound: tuple[Expression, ...]
    joins: tuple[Join, ...]
    where: Expression

    @property
    def table(self) -> str:
        """Its table, of its keys."""
        return f"domain_{self.number}"

    @property
    def said_fields(self) -> tuple[str, ...]:
        """The fields of the case that it says."""
        return self.fields

    def values(self) -> Select:
        """Each combination once."""
        columns = dict(zip(self.keys, self.bound, strict=True))
        return Select(columns, Table(CLAIMS), self.joins, where=self.where, distinct=True)

    def rows_of(self, table: str) -> Layers:
        """The row of one claim for each combination in the cases of a table."""
        columns: dict[str, Expression] = {name: Column(name, table) for name in self.keys}
        asked = Select(columns, Table(table), distinct=True)
        pairs = zip(self.keys, self.bound, strict=True)
        same = all_of(*(value.equals(Column(name, "asked")) for name, value in pairs))
        row = {"row": call("minimum", Column("row", CLAIMS))}
        join = Join(Table("asked"), same, "semi")
        return Layers((("asked", asked),), Select(row, Table(CLAIMS), [join], group=self.bound))

    def sizes(self, table: str) -> Select:
        """By rule and key, how many claims stand for it in the cases of a table: one for each."""
        names = ("rule", *self.keys)
        columns: dict[str, Expression] = {name: Column(name) for name in names}
        return Select({**columns, "n": call("to_bigint", 1)}, Table(table), distinct=True)


def unbound(plan: model.RulePlan) -> tuple[tuple[str, ...], ...]:
    """The fields of the case that no figure says, as far as they are said together.

    Without any figure that a case needs, all that one claim states is one combination.
    """
    if plan.groups is not None:
        return ()
    needed = [one for one in plan.references if not one.optional]
    if not needed:
        return (plan.scope,) if plan.scope else ()
    said = {on.field for one in needed for on in one.on if binds(on)}
    return tuple((field,) for field in plan.scope if field not in said)


def domains_of(plan: model.RulePlan, facts: Facts) -> tuple[Domain, ...]:
    """What says the cases beside figures; UnsupportedError where no query does."""
    found = []
    for number, fields in enumerate(unbound(plan)):
        parts = any(on.part for one in plan.references for on in one.on if on.field in fields)
        if parts:
            raise UnsupportedError(f"cases of a `{fields[0]}` of which only parts are stated")
        bound = tuple(column_of(facts, field) for field in fields)
        tests = KeyTests(facts, dict(zip(fields, bound, strict=True)).__getitem__, "case_")
        kept = [test for test in plan.case_filters if heads_of(test) <= set(fields)]
        where = [tests.truth(test).equals(HOLDS) for test in kept]
        if any(not one.optional for one in plan.references):
            where += [column.differs(0) for column in bound]
        keys = tuple(f"key_{plan.scope.index(field)}" for field in fields)
        joins = tuple(tests.joins.values())
        known = all_of(*where) if where else Literal(value=True)
        found.append(Domain(number, fields, keys, bound, joins, known))
    return tuple(found)
