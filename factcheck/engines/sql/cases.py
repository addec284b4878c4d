"""The cases and readings of one rule as queries: figures beside one another, and their truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from attrs import Factory, frozen

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
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.folded import Folded
from factcheck.engines.sql.fractions import Ends, whole
from factcheck.engines.sql.interval import INFINITY, Node, Stack, size_of
from factcheck.engines.sql.key_tests import KeyTests
from factcheck.engines.sql.query import Join, Layers, Select, Table, Union
from factcheck.engines.sql.tests import Judge, Leaf, leaves
from factcheck.engines.sql.truth import UNDETERMINED, VIOLATED, under
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.values.rational import Rational

RULE = "rule"
PARAMS = "params"
CASES = "cases"
OPEN = "open"
N = TypeVar("N")
Taken: TypeAlias = Figures | Folded
"""What a case takes: figures of which each reading chooses one, or a fold."""
Slots: TypeAlias = Mapping[tuple[int, int], N]
"""By reference and component."""


def leaves_of(plan: model.RulePlan) -> Iterator[Leaf]:
    """The figures, literals and times of a rule."""
    for test in (*plan.premises, plan.check):
        yield from leaves(test)


@frozen(eq=False)
class Maker:
    """Makes the queries of one rule."""

    plan: model.RulePlan
    listed: tuple[Taken, ...]
    facts: Facts
    filtered: bool
    constants: Constants = Factory(Constants)
    tests: KeyTests = Factory(lambda self: KeyTests(self.facts, self._key), takes_self=True)
    """On the fields of the case."""

    def _key(self, field: str) -> Expression:
        if field not in self.plan.scope:
            raise UnsupportedError
        return Column(f"key_{self.plan.scope.index(field)}")

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns of a case's key, in the order of the scope."""
        return tuple(f"key_{place}" for place in range(len(self.plan.scope)))

    def cases(self) -> Layers:
        """The truth of each case, where the hulls of its figures have it."""
        stack = Stack("met")
        met = self._joined([(f"hull_{one.place}", one) for one in self.listed], {})
        mixed = self._mixed(stack)
        leaf = self._by_slot(mixed, lambda one, among: _hull(stack, one, among))
        alone = all_of(
            *(Column(f"alone_{one.place}") for one in self.listed), ~any_of(*mixed.values())
        )
        judge = self._judge(stack, leaf, None, alone)
        truth = self._judged(judge)
        odd = any_of(*(Column(f"odd_{one.place}") for one in self.listed))
        left = any_of(odd, self._in_several_currencies())
        decided = case((left, Literal(None)), otherwise=truth)
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
        leaf = self._by_slot(mixed, lambda one, among: _hull(stack, one, among))
        ends = self._by_slot(mixed, _ends)
        judge = self._judge(stack, leaf, ends, self._one_rate(mixed))
        (found,) = stack.add(truth=self._judged(judge))
        folded = case(
            (call("minimum", found).equals(VIOLATED), VIOLATED),
            (call("some", found.is_null()), Literal(None)),
            otherwise=call("minimum", found),
        )
        columns = self._key_columns()
        last = Select({**columns, "truth": folded}, Table(stack.top), group=tuple(columns.values()))
        return Layers(tuple(stack.layers), last)

    def _judge(
        self,
        stack: Stack,
        leaf: Slots[Node],
        ends: Slots[Ends] | None,
        exact: Expression,
    ) -> Judge:
        exactly = None if ends is None else Exactly(stack, ends, self.tests)
        doubles = Doubles(stack, leaf, self.tests)
        return Judge(self.plan, self.constants, doubles, exactly, exact, self.tests, self.filtered)

    def _judged(self, judge: Judge) -> Expression:
        """The truth of each row: of its check, as far as its premises hold."""
        stack = judge.doubles.stack
        premises = [self._weakened(judge.judge(one)) for one in self.plan.premises]
        return self._weakened(under(stack, premises, judge.judge(self.plan.check)))

    def _key_columns(self) -> dict[str, Expression]:
        return {name: Column(name) for name in (RULE, *self.keys)}

    def _same(self, left: str, right: str, one: Taken) -> Expression:
        """Whether a figure meets a case: of the same rule, and the same on the keys that it has."""
        names = (RULE, *one.keys)
        return all_of(*(Column(name, left).equals(Column(name, right)) for name in names))

    def _joined(self, sources: list[tuple[str, Taken]], first: Mapping[str, Expression]) -> Select:
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

    def _mixed(self, stack: Stack) -> dict[int, Expression]:
        """By group of amounts, whether those in several currencies meet in a row."""
        found: dict[int, Expression] = {}
        for group in dict.fromkeys(group for one in self.listed for group, _ in one.meets):
            money = [one for one in self.listed if group in dict(one.meets)]
            least = [Column(f"least_currency_{one.place}") for one in money]
            most = [Column(f"most_currency_{one.place}") for one in money]
            literals = {dict(one.meets)[group] for one in money} - {None}
            literal = [Literal(code) for code in literals]
            low = call("least", *least, *literal)
            high = call("greatest", *most, *literal)
            (found[group],) = stack.add(mixed=low.differs(high))
        return found

    def _by_slot(
        self,
        mixed: Mapping[int, Expression],
        make: Callable[[Taken, Expression | None], N],
    ) -> dict[tuple[int, int], N]:
        """What stands for each slot, made once for each way in which its figures are converted."""
        made: dict[tuple[int, int], N] = {}
        found: dict[tuple[int, int], N] = {}
        for slot in leaves_of(self.plan):
            if not isinstance(slot, model.Slot):
                continue
            one = self.listed[slot.reference]
            group = NOWHERE
            if slot.component != NOWHERE:
                group = self.plan.components[slot.component].group
            group = group if group in dict(one.meets) else NOWHERE
            key = slot.reference, group
            if key not in made:
                made[key] = make(one, mixed.get(group))
            found[slot.reference, slot.component] = made[key]
        return found

    def _in_several_currencies(self) -> Expression:
        """Whether a hull has figures in several: a reading in one of them is not converted."""
        return any_of(
            *(
                Column(f"least_currency_{one.place}").differs(Column(f"most_currency_{one.place}"))
                for one in self.listed
                if one.target is not None and isinstance(one, Figures)
            )
        )

    def _one_rate(self, mixed: Mapping[int, Expression]) -> Expression:
        """Whether at most one figure of a reading is converted: a rate that stands twice is one."""
        converted: list[Expression] = [
            case((Column(f"foreign_{one.place}") & _in_any(one, mixed), _rates(one)), otherwise=0)
            for one in self.listed
            if one.target is not None
        ]
        several = any(one.target is not None and isinstance(one, Folded) for one in self.listed)
        if len(converted) < 2 and not several:  # noqa: PLR2004 (with one there is no second)
            return Literal(value=True)
        total = converted[0]
        for other in converted[1:]:
            total += other
        return total <= 1

    def _weakened(self, truth: Expression) -> Expression:
        """Figures that met through an empty field may hold but are never violated."""
        empty = any_of(*(self._met_on_nothing(key) for key in self.keys))
        return case((truth.equals(VIOLATED) & empty, UNDETERMINED), otherwise=truth)

    def _met_on_nothing(self, key: str) -> Expression:
        """Whether two figures or more share a field that is empty."""
        sharing = [one for one in self.listed if key in one.shared]
        if len(sharing) > 1:
            return Column(key).equals(0)
        if sharing and isinstance(sharing[0], Folded):
            several = Column(f"stated_{sharing[0].place}") >= 2  # noqa: PLR2004 (parts of one case)
            return Column(key).equals(0) & several
        return Literal(value=False)


def _literals(maker: Maker) -> tuple[Rational, ...]:
    """The literals of a rule, found before any query is made: their columns have to be there."""
    for leaf in leaves_of(maker.plan):
        if isinstance(leaf, model.Constant):
            maker.constants.place(leaf.value)
    return maker.constants.values


def _leaf(
    stack: Stack, one: Taken, low: Expression, high: Expression, lost: Expression | None
) -> Node:
    size = size_of(low, high)
    if lost is not None:
        size = case((lost, INFINITY), otherwise=size)
    columns = stack.add(low=low, high=high, size=size)
    return Node(columns[0], columns[1], columns[2], one.slack, non_negative=one.non_negative)


def _rates(one: Taken) -> int:
    """How many rates may stand in it."""
    return 2 if isinstance(one, Folded) else 1


def _in_any(one: Taken, mixed: Mapping[int, Expression]) -> Expression:
    return any_of(*(mixed[group] for group, _ in one.meets))


def _hull(stack: Stack, one: Taken, mixed: Expression | None) -> Node:
    """What a figure lies between, brought to one currency where several are mixed."""
    low: Expression = Column(f"low_{one.place}")
    high: Expression = Column(f"high_{one.place}")
    if mixed is None:
        return _leaf(stack, one, low, high, None)
    of_mixed = Column(f"brought_low_{one.place}"), Column(f"brought_high_{one.place}")
    low, high = (
        case((mixed, of_mixed[0]), otherwise=low),
        case((mixed, of_mixed[1]), otherwise=high),
    )
    return _leaf(stack, one, low, high, mixed & Column(f"lost_{one.place}"))


def _ends(one: Taken, mixed: Expression | None) -> Ends:
    """The ends of a figure as whole numbers, where they are finite and themselves allowed."""
    place = one.place
    shut = ~Column(f"opened_{place}")
    unit = whole(Column(f"unit_{place}"))
    found = []
    for end, other in (("low", "high"), ("high", "low")):
        own = case((shut, whole(Column(f"whole_{end}_{place}"))))
        if mixed is None:
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
