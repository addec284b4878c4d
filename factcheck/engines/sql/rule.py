"""One rule as queries over the working table: its figures, their hulls, its cases and readings.

Rules of one shape make the same queries: what differs, the metrics and the literals, are columns
of the table `params`, one row a rule, and `rule` is part of every key.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, frozen

from factcheck.engines.sql.agreement import Groups, groups_of
from factcheck.engines.sql.arithmetic import Constants, Doubles, Exactly
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    all_of,
    any_of,
    call,
    case,
)
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.figures import Figures, figures
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.fractions import Ends, whole
from factcheck.engines.sql.interval import INFINITY, LEAF, Node, Stack, size_of
from factcheck.engines.sql.query import Join, Layers, Select, Table, Union
from factcheck.engines.sql.tests import Judge, leaves, usable
from factcheck.engines.sql.truth import UNDETERMINED, VIOLATED
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.values.rational import Rational
from factcheck.values.record import Record

RULE = "rule"
PARAMS = "params"
CASES = "cases"
OPEN = "open"


@frozen(eq=False, repr=False)
class Shape(Record):
    """What rules of one shape have in common: the queries."""

    keys: tuple[str, ...]
    """The columns of a case's key, in the order of the scope."""
    figures: tuple[Figures, ...]
    cases: Layers
    """rule, keys, truth of every case, from the hulls of its figures."""
    figures_of_readings: Layers
    """The figures of every reading of the cases in the table `open`: the table `reading`."""
    readings: Layers
    """rule, keys, truth of these cases, from their readings."""


@frozen(eq=False, repr=False)
class GroupShape(Record):
    """The same of rules about the claims of groups, which have no readings."""

    keys: tuple[str, ...]
    groups: Groups
    cases: Layers


@frozen(eq=False, repr=False)
class Lowered(Record):
    """One rule: its shape, and what is its own."""

    shape: Shape | GroupShape
    metrics: tuple[str, ...]
    """By reference."""
    constants: tuple[Rational, ...]
    target: str | None
    """The currency that amounts in several are brought to; None where none meet."""


def lower(
    plan: model.RulePlan, facts: Facts, max_readings: int, *, filtered: bool = True
) -> Lowered:
    """A rule as queries; UnsupportedError where they cannot say it.

    Where it is not `filtered`, doubles decide nothing.
    """
    if plan.groups is not None:
        groups, cases, constants = groups_of(plan, facts, filtered=filtered)
        return Lowered(GroupShape(groups.keys, groups, cases), (), constants, groups.target)
    _check_supported(plan, facts)
    listed = tuple(figures(plan, facts, place) for place in range(len(plan.references)))
    bound = {field for one in listed for field in one.fields}
    if not all(one.fields for one in listed) or set(plan.scope) != bound:
        raise UnsupportedError
    maker = _Maker(plan, listed, filtered)
    cases, chosen = maker.cases(), maker.chosen(max_readings)
    shape = Shape(maker.keys, listed, cases, chosen, maker.readings())
    if not all(usable(value) for value in maker.constants.values):
        raise UnsupportedError
    metrics = tuple(one.scan.metric or "" for one in plan.references)
    targets = {one.target for one in listed} - {None}
    target = next(iter(targets)) if targets else None
    return Lowered(shape, metrics, tuple(maker.constants.values), target)


def _check_supported(plan: model.RulePlan, facts: Facts) -> None:
    if plan.folds or plan.premises or plan.claim_tests:
        raise UnsupportedError
    asked = {one.reference for one in leaves(plan.check) if isinstance(one, model.Slot)}
    if any(one.optional for one in plan.references) or asked != set(range(len(plan.references))):
        raise UnsupportedError
    groups = {
        plan.components[one.component].group
        for one in leaves(plan.check)
        if isinstance(one, model.Slot) and one.component != NOWHERE
    }
    met = {
        name for one in plan.references for name in facts.currencies.get(one.scan.metric or "", ())
    }
    if len(groups) > 1 and len(met) > 1:
        raise UnsupportedError


@frozen(eq=False)
class _Maker:
    """Makes the queries of one rule."""

    plan: model.RulePlan
    listed: tuple[Figures, ...]
    filtered: bool
    constants: Constants = Factory(Constants)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(f"key_{place}" for place in range(len(self.plan.scope)))

    def cases(self) -> Layers:
        """The truth of each case, where the hulls of its figures have it."""
        stack = Stack("met")
        met = self._joined([(f"hull_{one.place}", one) for one in self.listed], {})
        mixed = self._mixed(stack)
        leaf = {one.place: self._hull(stack, one, mixed) for one in self.listed}
        alone = all_of(*(Column(f"alone_{one.place}") for one in self.listed), ~mixed)
        doubles = Doubles(stack, leaf)
        judge = Judge(self.plan, self.constants, doubles, None, alone, self.filtered)
        truth = judge.judge(self.plan.check)
        odd = any_of(*(Column(f"odd_{one.place}") for one in self.listed))
        left = any_of(odd, self._in_several_currencies())
        decided = case((left, Literal(None)), otherwise=self._weakened(truth))
        last = Select({**self._key_columns(), "truth": decided, "odd": odd}, Table(stack.top))
        return Layers((("met", met), *stack.layers), last)

    def chosen(self, max_readings: int) -> Layers:
        """The readings of each open case; of those with too many, none."""
        layers: list[tuple[str, Select | Union]] = []
        for one in self.listed:
            layers += one.of_open_cases()
        number = call("to_double", Column("number_0", "few_0"))
        joins = []
        for one in self.listed:
            name = f"few_{one.place}"
            if one.place:
                number *= call("to_double", Column(f"number_{one.place}", name))
            joins.append(Join(Table(name), self._same(OPEN, name, one)))
        few = {RULE: Column(RULE, OPEN), **{key: Column(key, OPEN) for key in self.keys}}
        small = Select(few, Table(OPEN), joins, where=number <= float(max_readings))
        layers.append(("small", small))
        sources = [(f"distinct_{one.place}", one) for one in self.listed]
        return Layers(layers, self._joined(sources, few))

    def readings(self) -> Layers:
        """The truth of each case in the table `reading`, from all of its readings."""
        stack = Stack("reading")
        mixed = self._mixed(stack)
        leaf = {one.place: self._reading(stack, one, mixed) for one in self.listed}
        ends = {one.place: _ends(one, mixed) for one in self.listed}
        judge = Judge(
            self.plan,
            self.constants,
            Doubles(stack, leaf),
            Exactly(stack, ends),
            self._one_rate(mixed),
            self.filtered,
        )
        truth = self._weakened(judge.judge(self.plan.check))
        (found,) = stack.add(truth=truth)
        folded = case(
            (call("minimum", found).equals(VIOLATED), VIOLATED),
            (call("some", found.is_null()), Literal(None)),
            otherwise=call("minimum", found),
        )
        columns = self._key_columns()
        last = Select({**columns, "truth": folded}, Table(stack.top), group=tuple(columns.values()))
        return Layers(tuple(stack.layers), last)

    def _key_columns(self) -> dict[str, Expression]:
        return {name: Column(name) for name in (RULE, *self.keys)}

    def _same(self, left: str, right: str, one: Figures) -> Expression:
        """Whether a figure meets a case: of the same rule, and the same on the keys that it has."""
        names = (RULE, *one.keys)
        return all_of(*(Column(name, left).equals(Column(name, right)) for name in names))

    def _joined(
        self, sources: list[tuple[str, Figures]], first: Mapping[str, Expression]
    ) -> Select:
        """All figures of each case beside one another, with the parameters of its rule."""
        columns: dict[str, Expression] = {}
        joins: list[Join] = []
        start = "small" if first else sources[0][0]
        where_key = {name: Column(name, start) for name in (first or (RULE, *sources[0][1].keys))}
        for name, one in sources:
            if name != start:
                on = [
                    where_key[key].equals(Column(key, name))
                    for key in (RULE, *one.keys)
                    if key in where_key
                ]
                joins.append(Join(Table(name), all_of(*on)))
            for key in one.keys:
                where_key.setdefault(key, Column(key, name))
            columns |= {column: Column(column, name) for column in one.told(hull=not first)}
        joins.append(Join(Table(PARAMS), where_key[RULE].equals(Column(RULE, PARAMS))))
        for number, _ in enumerate(self.constants.values or _literals(self)):
            for column in ("value", "over", "under"):
                columns[f"{column}_{number}"] = Column(f"{column}_{number}", PARAMS)
        return Select({**where_key, **columns}, Table(start), joins)

    def _mixed(self, stack: Stack) -> Expression:
        """Whether amounts in several currencies meet in a row."""
        money = [one for one in self.listed if one.target is not None]
        if not money:
            return Literal(value=False)
        least = [Column(f"least_currency_{one.place}") for one in money]
        most = [Column(f"most_currency_{one.place}") for one in money]
        literal = [Literal(one.literal) for one in money if one.literal is not None]
        low = call("least", *least, *literal)
        high = call("greatest", *most, *literal)
        (mixed,) = stack.add(mixed=low.differs(high))
        return mixed

    def _in_several_currencies(self) -> Expression:
        """Whether a hull has figures in several: a reading in one of them is not converted."""
        return any_of(
            *(
                Column(f"least_currency_{one.place}").differs(Column(f"most_currency_{one.place}"))
                for one in self.listed
                if one.target is not None
            )
        )

    def _hull(self, stack: Stack, one: Figures, mixed: Expression) -> Node:
        low: Expression = Column(f"low_{one.place}")
        high: Expression = Column(f"high_{one.place}")
        if one.target is None:
            return _leaf(stack, one, low, high, None)
        of_mixed = Column(f"brought_low_{one.place}"), Column(f"brought_high_{one.place}")
        low, high = (
            case((mixed, of_mixed[0]), otherwise=low),
            case((mixed, of_mixed[1]), otherwise=high),
        )
        return _leaf(stack, one, low, high, mixed & Column(f"lost_{one.place}"))

    def _reading(self, stack: Stack, one: Figures, mixed: Expression) -> Node:
        return self._hull(stack, one, mixed)

    def _one_rate(self, mixed: Expression) -> Expression:
        """Whether at most one figure of a reading is converted: a rate that stands twice is one."""
        converted: list[Expression] = [
            case((Column(f"foreign_{one.place}"), 1), otherwise=0)
            for one in self.listed
            if one.target is not None
        ]
        if len(converted) < 2:  # noqa: PLR2004 (with one there is no second)
            return Literal(value=True)
        total = converted[0]
        for other in converted[1:]:
            total += other
        return ~mixed | (total <= 1)

    def _weakened(self, truth: Expression) -> Expression:
        """Figures that met through an empty field may hold but are never violated."""
        fields = [
            number
            for number in range(len(self.plan.scope))
            if sum(f"key_{number}" in one.keys for one in self.listed) > 1
        ]
        empty = any_of(*(Column(f"key_{number}").equals(0) for number in fields))
        return case((truth.equals(VIOLATED) & empty, UNDETERMINED), otherwise=truth)


def _literals(maker: _Maker) -> list[Rational]:
    """The literals of a rule, found before any query is made: their columns have to be there."""
    for leaf in leaves(maker.plan.check):
        if isinstance(leaf, model.Constant):
            maker.constants.place(leaf.value)
    return maker.constants.values


def _leaf(
    stack: Stack, one: Figures, low: Expression, high: Expression, lost: Expression | None
) -> Node:
    size = size_of(low, high)
    if lost is not None:
        size = case((lost, INFINITY), otherwise=size)
    columns = stack.add(low=low, high=high, size=size)
    return Node(columns[0], columns[1], columns[2], LEAF, non_negative=one.non_negative)


def _ends(one: Figures, mixed: Expression) -> Ends:
    """The ends of a figure as whole numbers, where they are finite and themselves allowed."""
    place = one.place
    shut = ~Column(f"opened_{place}")
    unit = whole(Column(f"unit_{place}"))
    found = []
    for end, other in (("low", "high"), ("high", "low")):
        own = case((shut, whole(Column(f"whole_{end}_{place}"))))
        if one.target is None:
            found.append((own, unit))
            continue
        # An amount that is not negative: its low end meets the low rate, or is divided by the high.
        side = end if one.exponent > 0 else other
        over, under = (whole(Column(f"rate_{side}_{part}_{place}")) for part in ("over", "under"))
        if one.exponent < 0:
            over, under = under, over
        top = case((mixed, case((own >= 0, own * over))), otherwise=own)
        found.append((top, case((mixed, unit * under), otherwise=unit)))
    return Ends(found[0], found[1])
