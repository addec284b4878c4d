"""Rules `for each claim` as queries: each row is a case, judged by its fields and its bounds.

A number of the claim stands in the tests as the figure of a reference of its own.
"""

from __future__ import annotations

from typing import Any, Final

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.agreement import scales_of
from factcheck.engines.sql.arithmetic import Constants, Doubles, Exactly
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    all_of,
    any_of,
    call,
    case,
    one_of,
)
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.figures import RATES
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.folded import replaced
from factcheck.engines.sql.fractions import Ends, whole
from factcheck.engines.sql.interval import INFINITY, LEAF, Node, Stack, size_of
from factcheck.engines.sql.key_tests import PRINTED, KeyTests
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.scans import column_of, row_tests, scanned, text_of
from factcheck.engines.sql.tests import Judge, leaves, usable
from factcheck.engines.sql.truth import HOLDS, VIOLATED, under
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.records import Factory, Record, define, evolve, frozen
from factcheck.values.rational import Rational

KEY: Final = "key_0"
"""The key of a claim: its row."""
_ENDS: Final = ("value", "lower", "upper")
_MISSING: Final = {
    "value": Column("wordless", CLAIMS),
    "lower": Column("low", CLAIMS).is_null(),
    "upper": Column("high", CLAIMS).is_null(),
    "implied_rate": ~Column("restates", CLAIMS),
}
"""Whether a claim has no such number; rows without bounds that are odd are left to the judge."""


@frozen
class ClaimCases(Record):
    """The claims of one rule."""

    keys: tuple[str, ...]
    target: int | None
    """The currency of the literals that amounts meet."""

    def rows_of(self, table: str) -> Select:
        """The rows of the cases of a table."""
        return Select({"row": Column(KEY)}, Table(table), distinct=True)

    def sizes(self, table: str) -> Select:
        """By rule and key, how many claims are in the cases of a table: one in each."""
        columns = {"rule": Column("rule"), KEY: Column(KEY), "n": call("to_bigint", 1)}
        return Select(columns, Table(table))


@define
class _Noted(KeyTests):
    """Tests on fields, made columns of the first layer."""

    noted: dict[str, Expression] = Factory(dict)

    def truth(self, test: model.Test) -> Expression:
        if isinstance(test, model.FieldStated) and test.operand.path in _MISSING:
            return self._column(case((_MISSING[test.operand.path], VIOLATED), otherwise=HOLDS))
        return self._column(KeyTests.truth(self, test))

    def number(self, node: model.CaseNumber) -> Expression:
        return self._column(KeyTests.number(self, node))

    def _column(self, value: Expression) -> Expression:
        for name, known in self.noted.items():
            if known == value:
                return Column(name)
        self.noted[f"noted_{len(self.noted)}"] = value
        return Column(f"noted_{len(self.noted) - 1}")


def claims_of(
    plan: model.RulePlan, facts: Facts, *, filtered: bool
) -> tuple[ClaimCases, Layers, tuple[Rational, ...]]:
    """The cases of a rule, and its literals; UnsupportedError where no query says them."""
    assert plan.groups is not None  # noqa: S101 (asked by the caller)
    if plan.claim_tests or plan.case_filters:
        raise UnsupportedError("`where` on single claims beside `for each claim`")
    numbers = _Numbers(plan, facts)
    check, *premises = (numbers.replaced(test) for test in (plan.check, *plan.premises))
    scan = row_tests(facts)
    where = scanned(plan.groups, scan)
    constants = Constants()
    for test in (check, *premises):
        for leaf in leaves(test):
            if isinstance(leaf, model.Constant):
                constants.place(leaf.value)
    stack = Stack("claim")
    tests = _Noted(
        facts,
        lambda field: column_of(facts, field),
        "own_",
        text=lambda field: text_of(facts, field, "own_"),
    )
    judge = Judge(
        evolve(plan, references=numbers.references),
        constants,
        Doubles(stack, {key: numbers.node(*key) for key in numbers.met}, tests),
        Exactly(stack, {key: numbers.ends(*key) for key in numbers.met}, tests),
        ~Column("foreign"),
        tests,
        filtered,
        {key: numbers.unsettled(*key) for key in numbers.met},
    )
    truth = under(stack, [judge.judge(one) for one in premises], judge.judge(check))
    if not all(usable(value) for value in constants.values):
        raise UnsupportedError(unsaid.LITERAL)
    first = numbers.first_layer(where, tests, len(constants.values))
    first = evolve(first, joins=(*first.joins, *scan.joins.values(), *tests.joins.values()))
    found = case((Column("odd"), Literal(None)), otherwise=truth)
    last = Select(
        {"rule": Column("rule"), KEY: Column(KEY), "truth": found, "odd": Column("odd")},
        Table(stack.top),
    )
    target = None if numbers.target is None else facts.codes["currency"][numbers.target]
    cases = ClaimCases((KEY,), target)
    return cases, Layers((("claim", first), *stack.layers), last), constants.values


@define
class _Numbers:
    """The numbers of claims that stand in the tests of a rule."""

    plan: model.RulePlan
    facts: Facts
    met: dict[tuple[int, int], model.ClaimNumber] = Factory(dict)
    target: str | None = None

    def replaced(self, test: model.Test) -> Any:  # noqa: ANN401 (a test of the same class)
        """A test with slots in the place of numbers of the claim."""
        return replaced(test, self._slot)

    @property
    def references(self) -> tuple[model.Reference, ...]:
        """One for each number that a claim has."""
        scans = [model.Scan(name, None, (), norms=True, restatements=True) for name in _ENDS]
        return tuple(model.Reference(scan, (), optional=False, fold=None) for scan in scans)

    def _slot(self, node: object) -> object:
        if not isinstance(node, model.ClaimNumber):
            return node
        if node.field == "decimals":
            return model.CaseNumber(PRINTED, model.Path("decimals"))
        if node.field not in _ENDS:
            raise UnsupportedError(unsaid.number(node))
        slot = model.Slot(_ENDS.index(node.field), node.component)
        if self.met.setdefault((slot.reference, slot.component), node).expected != node.expected:
            raise UnsupportedError(f"`{node.field}` in several dimensions")
        currency = self._literal(node)
        if currency is not None:
            if self.target not in (None, currency):
                raise UnsupportedError(f"`{node.field}` beside literals in several currencies")
            self.target = currency
        return slot

    def _literal(self, node: model.ClaimNumber) -> str | None:
        if node.component == NOWHERE:
            return None
        return self.plan.components[self.plan.components[node.component].group].currency

    def node(self, reference: int, component: int) -> Node:
        """An interval of doubles: of a converted amount, brought to the currency of the literal."""
        prefix = "brought_" if self._literal(self.met[reference, component]) else ""
        low, high = Column(f"{prefix}low"), Column(f"{prefix}high")
        ends = {"value": (low, high), "lower": (low, low), "upper": (high, high)}[_ENDS[reference]]
        size = size_of(*ends)
        if prefix:
            # The point that a bound is becomes a range by its rate: that is left to the judge.
            unknown = Column("lost" if _ENDS[reference] == "value" else "foreign")
            size = case((unknown, INFINITY), otherwise=size)
        return Node(*ends, size, LEAF)

    def ends(self, reference: int, component: int) -> Ends:
        """Whole numbers, where no rate is asked for."""
        shut = ~Column("opened") if _ENDS[reference] == "value" else Literal(value=True)
        if self._literal(self.met[reference, component]):
            shut &= ~Column("foreign")
        unit = whole(Column("unit_of_metric"))
        low, high = ((case((shut, whole(Column(f"whole_{end}")))), unit) for end in ("low", "high"))
        return {"value": Ends(low, high), "lower": Ends(low, low), "upper": Ends(high, high)}[
            _ENDS[reference]
        ]

    def unsettled(self, reference: int, component: int) -> Expression:
        """Whether a claim has no such number: in another dimension, or without this bound."""
        node = self.met[reference, component]
        found: list[Expression] = []
        if node.expected is not None:
            units = self.facts.units.items()
            fitting = tuple(code for code, unit in units if unit.dimension == node.expected)
            found.append(~one_of(Column("unit"), fitting))
        if node.field != "value":
            end = "low" if node.field == "lower" else "high"
            found.append(Column(f"whole_{end}").is_null())
        return any_of(*found)

    def _is_of_money(self) -> Expression:
        """Whether a claim is in so much of its currency, or so much for one of something."""
        units = self.facts.units.items()
        codes = tuple(code for code, unit in units if [e for _, e in unit.currencies] == [1])
        return one_of(Column("unit", CLAIMS), codes)

    def first_layer(self, where: Expression, tests: _Noted, constants: int) -> Select:
        """Each claim with what the layers above ask of it."""
        scales = scales_of(self.facts)
        own = {end: Column(end, CLAIMS) for end in ("low", "high")}
        scale = Column("scale", scales)
        low = case(
            (own["low"].is_null(), -INFINITY), otherwise=call("to_double", own["low"]) / scale
        )
        high = case(
            (own["high"].is_null(), INFINITY), otherwise=call("to_double", own["high"]) / scale
        )
        columns: dict[str, Expression] = {
            "rule": Column("rule", "params"),
            KEY: Column("row", CLAIMS),
            "odd": Column("odd", CLAIMS),
            "opened": Column("opened", CLAIMS),
            "unit": Column("unit", CLAIMS),
            "low": low,
            "high": high,
            "whole_low": own["low"],
            "whole_high": own["high"],
            "unit_of_metric": Column("unit", scales),
            **tests.noted,
        }
        metric = Column("metric", CLAIMS).equals(Column("metric", scales))
        joins = [Join(Table("params"), Literal(value=True)), Join(Table(scales), metric)]
        foreign: Expression = Literal(value=False)
        if self.target is not None:
            code = self.facts.codes["currency"][self.target]
            foreign = ~one_of(Column("currency", CLAIMS), (0, code))
            same = Column("currency", CLAIMS).equals(Column("currency", RATES))
            same &= Column("day", CLAIMS).equals(Column("day", RATES))
            joins.append(Join(Table(RATES), same, "left"))
            columns |= {
                "brought_low": case((foreign, _times(low, "low", "high")), otherwise=low),
                "brought_high": case((foreign, _times(high, "high", "low")), otherwise=high),
                "lost": foreign & (Column("low", RATES).is_null() | ~self._is_of_money()),
            }
        columns["foreign"] = foreign
        for place in range(constants):
            for name in ("value", "over", "under"):
                columns[f"{name}_{place}"] = Column(f"{name}_{place}", "params")
        return Select(columns, Table(CLAIMS), joins, where=all_of(where))


def _times(end: Expression, above: str, below: str) -> Expression:
    """An end by the rate that leaves it an end."""
    return case((end >= 0.0, end * Column(above, RATES)), otherwise=end * Column(below, RATES))
