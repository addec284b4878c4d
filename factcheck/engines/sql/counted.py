"""Counts of the claims of groups, of their values, and of the sources that they come from."""

from __future__ import annotations

from factcheck.engines.sql import members, unsaid
from factcheck.engines.sql.arithmetic import Constants, Doubles, Exactly
from factcheck.engines.sql.expression import Column, Expression, Literal, call, case
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.grouped import Grouped, bound_of, empty, keys_of
from factcheck.engines.sql.interval import Stack
from factcheck.engines.sql.key_tests import ANY_NUMBER, KeyTests
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.scans import row_tests, scanned
from factcheck.engines.sql.tests import Judge, Leaf, leaves, usable
from factcheck.engines.sql.truth import DROPPED, UNDETERMINED, VIOLATED, under
from factcheck.plan import model
from factcheck.records import frozen
from factcheck.values.rational import Rational
from factcheck.vocabulary.origin import origin


@frozen
class Counted(Grouped):
    """The groups of one rule, with what is counted of them."""

    counts: tuple[tuple[str, Expression], ...]
    """By what is counted, its number in the claims of a group."""

    def grouped(self) -> Select:
        """Of each group, how many there are."""
        keys = self.key_columns()
        columns = {f"number_{what}": value for what, value in self.counts}
        columns |= {"n": call("count"), "open": call("some", self.open)}
        group = tuple(keys.values())
        return Select({**keys, **columns}, Table(CLAIMS), self.joins, where=self.where, group=group)


def counted_of(
    plan: model.RulePlan, facts: Facts, *, filtered: bool
) -> tuple[Counted, Layers, tuple[Rational, ...]]:
    """The groups, their cases, and the literals; UnsupportedError where no query says them."""
    assert plan.groups is not None  # noqa: S101 (asked by the caller)
    constants, asked = Constants(), set()
    for test in (plan.check, *plan.premises):
        for leaf in leaves(test):
            if isinstance(leaf, model.Constant):
                constants.place(leaf.value)
            elif isinstance(leaf, model.CountOf):
                asked.add(leaf.what)
    if not all(usable(value) for value in constants.values):
        raise UnsupportedError(unsaid.LITERAL)
    tests = row_tests(facts)
    where = scanned(plan.groups, tests)
    bound, joins = bound_of(plan, facts)
    groups = Counted(
        keys_of(plan),
        bound,
        where,
        (*joins, *tests.joins.values(), *_joins(facts, asked)),
        tuple((what, _number(what)) for what in sorted(asked - {"members"})),
    )
    if "members" in asked and plan.scope == ("entity",):
        raise UnsupportedError("`count(members)` of groups of which no claim is needed")
    return groups, _cases(plan, facts, groups, constants, filtered=filtered), constants.values


def _number(what: str) -> Expression:
    if what == "claims":
        return call("count")
    if what == "sources":
        return call("count_distinct", Column("origin", "origins"))
    if what == "values":
        # Nothing where a claim states no number.
        value = Column("value", "printed")
        return call("count_distinct", case((value.differs(0), value)))
    raise UnsupportedError(f"`count({what})` beside groups of claims")


def _joins(facts: Facts, asked: set[str]) -> list[Join]:
    found = []
    if "sources" in asked:
        same = Column("source", CLAIMS).equals(Column("source", "origins"))
        found.append(Join(Table(_origins(facts), "origins"), same))
    if "values" in asked:
        if not facts.has_values:
            raise UnsupportedError("`count(values)` of numbers that are long")
        same = Column("row", CLAIMS).equals(Column("row", "printed"))
        found.append(Join(Table("valued", "printed"), same))
    return found


def _origins(facts: Facts) -> str:
    """The table of the source that each source goes back to."""
    name = facts.side.name("origins")
    if name is not None:
        return name
    if facts.column("source") is None:
        raise UnsupportedError(unsaid.field("source"))
    codes = {str(source): code for source, code in facts.codes["source"].items()}
    firsts = {source: origin(facts.vocabulary.sources, source) for source in codes}
    numbers = {first: number for number, first in enumerate(sorted(set(firsts.values())))}
    rows = [(code, numbers[firsts[source]]) for source, code in codes.items()]
    return facts.side.add("origins", (("source", "INTEGER"), ("origin", "INTEGER")), rows)


def _cases(
    plan: model.RulePlan, facts: Facts, groups: Counted, constants: Constants, *, filtered: bool
) -> Layers:
    columns: dict[str, Expression] = {"rule": Column("rule", "params")}
    names = (*groups.keys, *(f"number_{what}" for what, _ in groups.counts), "n", "open")
    columns |= {name: Column(name, "grouped") for name in names}
    for place in range(len(constants.values)):
        for name in (f"{part}_{place}" for part in ("value", "over", "under")):
            columns[name] = Column(name, "params")
    every = Join(Table("params"), Literal(value=True))
    joins, counted = [every], members.is_counted([*leaves(plan.check), *_premised(plan)])
    if counted:
        join, ends = members.beside(facts, Column(_key(plan, "entity").name, "grouped"))
        joins.append(join)
        columns |= ends
    first = Select(columns, Table("grouped"), joins)
    stack = Stack("counted")
    numbers: dict[str, tuple[Expression, Expression]] = {
        what: (Column(f"number_{what}"),) * 2 for what, _ in groups.counts
    }
    numbers |= members.COUNTS if counted else {}
    tests = KeyTests(facts, lambda field: _key(plan, field), most_listed=ANY_NUMBER)
    judge = Judge(
        plan,
        constants,
        Doubles(stack, {}, tests, numbers),
        Exactly(stack, {}, tests, numbers),
        Literal(value=True),
        tests,
        filtered,
    )
    several = Column("n") >= 2  # noqa: PLR2004 (claims that met)
    weak = several & empty(groups.keys)
    premises = [_weakened(judge.judge(one), weak) for one in plan.premises]
    truth = _weakened(under(stack, premises, judge.judge(plan.check)), weak)
    if counted:
        truth = case((members.COUNTS["members"][0].is_null(), DROPPED), otherwise=truth)
    if tests.joins:
        raise UnsupportedError("a comparison of two fields of the case in the check")
    last = Select(
        {
            "rule": Column("rule"),
            **{key: Column(key) for key in groups.keys},
            "truth": case((Column("open"), Literal(None)), otherwise=truth),
        },
        Table(stack.top),
    )
    return Layers((("grouped", groups.grouped()), ("counted", first), *stack.layers), last)


def _premised(plan: model.RulePlan) -> list[Leaf]:
    return [leaf for test in plan.premises for leaf in leaves(test)]


def _weakened(truth: Expression, weak: Expression) -> Expression:
    """Claims that met on an empty field may hold but are never violated."""
    return case((truth.equals(VIOLATED) & weak, UNDETERMINED), otherwise=truth)


def _key(plan: model.RulePlan, field: str) -> Column:
    if field not in plan.scope or field == "value":
        raise UnsupportedError(unsaid.unbound(field))
    return Column(f"key_{plan.scope.index(field)}")
