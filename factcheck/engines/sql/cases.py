"""The cases and readings of one rule as queries: figures beside one another, and their truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from factcheck.engines.sql import members, unsaid
from factcheck.engines.sql.arithmetic import Constants, Counts, Doubles, Exactly
from factcheck.engines.sql.domains import Domain
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
from factcheck.engines.sql.fractions import Ends
from factcheck.engines.sql.interval import Node, Stack
from factcheck.engines.sql.key_tests import ANY_NUMBER, KeyTests
from factcheck.engines.sql.mixed import hides_nothing, in_one_currency, mixed, one_rate
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.taken import (
    Taken,
    at_rate,
    ends_of,
    few_of,
    is_stated,
    leaf_of,
    number_of,
)
from factcheck.engines.sql.tests import Judge, Leaf, leaves
from factcheck.engines.sql.truth import DROPPED, UNDETERMINED, VIOLATED, under
from factcheck.plan import model
from factcheck.plan.asks import asks_for_ends, asks_for_overlap, is_overlap_alone
from factcheck.plan.currency import NOWHERE
from factcheck.records import Factory, frozen
from factcheck.values.rational import Rational

RULE = "rule"
PARAMS = "params"
CASES = "cases"
OPEN = "open"
N = TypeVar("N")
Slots: TypeAlias = Mapping[tuple[int, int], N]
"""By reference and component."""


def leaves_of(plan: model.RulePlan) -> Iterator[Leaf]:
    """The figures, literals and times of a rule."""
    for test in (*plan.premises, plan.check):
        yield from leaves(test)


@frozen
class Maker:
    """Makes the queries of one rule."""

    plan: model.RulePlan
    listed: tuple[Taken, ...]
    domains: tuple[Domain, ...]
    facts: Facts
    filtered: bool
    constants: Constants = Factory(Constants)
    tests: KeyTests = Factory(
        lambda self: KeyTests(self.facts, self._key, most_listed=ANY_NUMBER), takes_self=True
    )
    """On the fields of the case."""

    def _key(self, field: str) -> Column:
        if field not in self.plan.scope:
            raise UnsupportedError(unsaid.unbound(field))
        return Column(f"key_{self.plan.scope.index(field)}")

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns of a case's key, in the order of the scope."""
        return tuple(f"key_{place}" for place in range(len(self.plan.scope)))

    def cases(self, max_readings: int) -> Layers:
        """The truth of each case, where the classes of its figures have it."""
        stack = Stack("met")
        sources = [(f"class_{one.place}", one) for one in self._chosen()]
        beside = self._joined(PARAMS, self.domains, sources, of_class=True)
        several = mixed(stack, self.listed, of_class=True)
        hidden = {group: ~hides_nothing(self.listed, group) for group in several}
        leaf = self._by_slot(
            several, lambda one, group: leaf_of(stack, one, several.get(group), hidden.get(group))
        )
        alone = all_of(*(Column(f"alone_{one.place}") for one in self._chosen()))
        exact = alone & one_rate(self.listed, several, of_class=True)
        judge = self._judge(stack, leaf, None, exact)
        judged = self._judged(judge)
        if asks_for_ends(self.plan):
            judged = case((alone, judged))  # an end of a hull is no end of each figure in it
        last = self._of_classes(stack, judged, max_readings)
        return Layers((("met", beside), *stack.layers), last)

    def readings(self, *, exactly: bool) -> Layers:
        """The truth of each open case, from all of its readings.

        In doubles, and if that is not enough `exactly`, in whole numbers.
        """
        stack = Stack("reading")
        sources = [(f"distinct_{one.place}", one) for one in self._chosen()]
        reading = self._joined(OPEN, (), sources, of_class=False)
        several = mixed(stack, self.listed, of_class=False)
        leaf = self._by_slot(several, lambda one, group: leaf_of(stack, one, several.get(group)))
        ends = None
        if exactly:
            ends = self._by_slot(
                several, lambda one, group: ends_of(stack, one, several.get(group))
            )
        exact = one_rate(self.listed, several, of_class=False)
        judge = self._judge(stack, leaf, ends, exact)
        (found,) = stack.add(truth=self._judged(judge))
        columns = self._key_columns()
        by, truth = tuple(columns.values()), _folded(found)
        last = Select({**columns, "truth": truth}, Table(stack.top), group=by)
        return Layers((("reading", reading), *stack.layers), last)

    def few(self, max_readings: int) -> Select | Layers:
        """The open cases that have no more readings than this, of their distinct figures."""
        own = {name: Column(name, OPEN) for name in (RULE, *self.keys)}
        joins = [Join(Table(PARAMS), own[RULE].equals(Column(RULE, PARAMS)))]
        number: Expression = Literal(1.0)
        counted = []
        for one in self._figures():
            name = f"class_{one.place}" if one.optional else f"few_{one.place}"
            kind = "left" if one.optional else "inner"
            joins.append(Join(Table(name), self._same(name, one, own), kind))
            if one.optional:
                number *= call("to_double", call("coalesce", Column(f"n_{one.place}", name), 1))
            else:
                counted.append((name, few_of(one)))
                number *= call("to_double", Column(f"number_{one.place}", name))
        found = Select(own, Table(OPEN), joins, where=number <= float(max_readings))
        return Layers(counted, found) if counted else found

    def _figures(self) -> list[Figures]:
        """What is no fold: of these there are readings."""
        return [one for one in self.listed if isinstance(one, Figures)]

    def _of_classes(self, stack: Stack, judged: Expression, max_readings: int) -> Select:
        """The truth of each case; nothing where a query cannot tell whether it has few readings."""
        odd = any_of(*(Column(f"odd_{one.place}") for one in self._chosen()))
        decides: Expression = Literal(value=True)
        listed = self._figures()
        number: Expression = Literal(1.0)
        for one in listed:
            number *= call("to_double", call("coalesce", Column(f"n_{one.place}"), 1))
        few = number <= float(max_readings)
        inside = asks_for_overlap(self.plan) and not is_overlap_alone(self.plan)
        if inside or any(one.optional for one in listed):
            # What is only asked for makes readings too: of too many, hulls may decide less.
            decides = few
        elif any(one.target is not None for one in listed):
            decides = in_one_currency(self.listed) | few
        truth = case((odd | ~decides, Literal(None)), otherwise=judged)
        columns = {"truth": truth, "odd": odd, "crowded": ~few}
        columns |= {
            f"n_{one.place}": Column(f"n_{one.place}") for one in listed if not one.optional
        }
        return Select({**self._key_columns(), **columns}, Table(stack.top))

    def _judge(
        self,
        stack: Stack,
        leaf: Slots[Node],
        ends: Slots[Ends] | None,
        exact: Expression,
    ) -> Judge:
        exactly = None if ends is None else Exactly(stack, ends, self.tests, self._counts)
        doubles = Doubles(stack, leaf, self.tests, self._counts)
        stated = {one.place: is_stated(one) for one in self.listed if one.is_asked}
        return Judge(
            self.plan,
            self.constants,
            doubles,
            exactly,
            exact,
            self.tests,
            self.filtered,
            stated=stated,
        )

    def _chosen(self) -> list[Taken]:
        """What is calculated with, of which each reading takes one figure."""
        return [one for one in self.listed if not one.optional]

    def _judged(self, judge: Judge) -> Expression:
        """The truth of each row: of its check, as far as its premises hold."""
        stack = judge.doubles.stack
        premises = [self._weakened(judge.judge(one)) for one in self.plan.premises]
        found = self._weakened(under(stack, premises, judge.judge(self.plan.check)))
        for least, _ in self._counts.values():
            found = case((least.is_null(), DROPPED), otherwise=found)
        return found

    @property
    def _counts(self) -> Counts:
        """What is counted of each case: its members, without which there is none."""
        return members.COUNTS if members.is_counted(list(leaves_of(self.plan))) else {}

    def _key_columns(self) -> dict[str, Expression]:
        return {name: Column(name) for name in (RULE, *self.keys)}

    def _same(self, name: str, one: Taken, keys: Mapping[str, Expression]) -> Expression:
        """Whether a table of figures meets a case: of the rule's metric, and of the same keys."""
        same = [keys[key].equals(Column(key, name)) for key in one.keys if key in keys]
        if isinstance(one, Folded):
            return all_of(keys[RULE].equals(Column(RULE, name)), *same)
        metric = Column("metric", name).equals(Column(f"metric_{one.place}", PARAMS))
        return all_of(metric, *same)

    def _joined(
        self,
        start: str,
        domains: Sequence[Domain],
        sources: list[tuple[str, Taken]],
        *,
        of_class: bool,
    ) -> Select:
        """All figures of each case beside one another, with rates and the rule's parameters."""
        joins: list[Join] = []
        keys: dict[str, Expression] = {RULE: Column(RULE, start)}
        if start != PARAMS:
            keys |= {name: Column(name, start) for name in self.keys}
            joins.append(Join(Table(PARAMS), keys[RULE].equals(Column(RULE, PARAMS))))
        columns: dict[str, Expression] = {}
        joins += [Join(Table(domain.table), Literal(value=True)) for domain in domains]
        keys |= {key: Column(key, domain.table) for domain in domains for key in domain.keys}
        for name, one in sources:
            joins.append(Join(Table(name), self._same(name, one, keys)))
            for key in one.keys:
                keys.setdefault(key, Column(key, name))
            columns |= {column: Column(column, name) for column in one.told(of_class=of_class)}
            if isinstance(one, Folded):
                continue
            for column in ("scale", "unit"):
                columns[f"{column}_{one.place}"] = Column(f"{column}_{one.place}", PARAMS)
            if not of_class:
                columns |= at_rate(joins, name, one)
        columns |= self._beside(joins, keys, of_class=of_class)
        for number, _ in enumerate(self.constants.values or _literals(self)):
            for column in ("value", "over", "under"):
                columns[f"{column}_{number}"] = Column(f"{column}_{number}", PARAMS)
        return Select({**keys, **columns}, Table(start), joins)

    def _beside(
        self, joins: list[Join], keys: Mapping[str, Expression], *, of_class: bool
    ) -> dict[str, Expression]:
        """What a case has beside the figures that are calculated with."""
        columns: dict[str, Expression] = {}
        if self._counts:
            join, counted = members.beside(self.facts, keys[self._key("entity").name])
            joins.append(join)
            columns |= counted
        for one in self.listed:
            if one.is_asked:
                columns |= self._asked(joins, one, keys, of_class=of_class)
        return columns

    def _asked(
        self, joins: list[Join], one: Taken, keys: Mapping[str, Expression], *, of_class: bool
    ) -> dict[str, Expression]:
        """Whether a figure is stated in each case, and of how many claims nothing is chosen."""
        name, place = f"class_{one.place}", one.place
        if one.optional or not of_class:
            kind = "left" if one.optional else "inner"
            joins.append(Join(Table(name), self._same(name, one, keys), kind))
        columns = ("stated", "n") if one.optional and of_class else ("stated",)
        return {f"{column}_{place}": Column(f"{column}_{place}", name) for column in columns}

    def _by_slot(
        self, mixed: Mapping[int, Expression], make: Callable[[Taken, int], N]
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
            group = group if group in mixed and group in dict(one.meets) else NOWHERE
            key = slot.reference, group
            if key not in made:
                made[key] = make(one, group)
            found[slot.reference, slot.component] = made[key]
        return found

    def _weakened(self, truth: Expression) -> Expression:
        """Figures that met through an empty field may hold but are never violated."""
        empty = any_of(*(self._met_on_nothing(key) for key in self.keys))
        return case((truth.equals(VIOLATED) & empty, UNDETERMINED), otherwise=truth)

    def _met_on_nothing(self, key: str) -> Expression:
        """Whether two figures or more share a field that is empty."""
        sharing = [one for one in self._chosen() if key in one.shared]
        there = [
            case((Column(f"stated_{one.place}").is_null(), 0), otherwise=1)
            for one in self.listed
            if one.optional and key in one.shared
        ]
        if len(sharing) > 1:
            return Column(key).equals(0)
        if there:
            number = number_of(sharing)
            for one in there:
                number += one
            return Column(key).equals(0) & (number >= 2)  # noqa: PLR2004 (one meets no other)
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


def _folded(truth: Expression) -> Expression:
    """The truth of a case, from those of its readings: one that is violated decides."""
    least = call("minimum", truth)
    return case(
        (least.equals(VIOLATED), VIOLATED),
        (call("some", truth.is_null()), Literal(None)),
        otherwise=least,
    )
