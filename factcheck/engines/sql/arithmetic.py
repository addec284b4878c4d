"""Numbers of the plan as columns: once in doubles, with their error, and once exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final, Protocol, TypeAlias, TypeVar

from factcheck.engines.sql import fractions, interval, unsaid
from factcheck.engines.sql.expression import Column, Expression, call, case
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.fractions import Ends
from factcheck.engines.sql.interval import Node, Stack
from factcheck.engines.sql.key_tests import PRINTED, KeyTests
from factcheck.plan import model
from factcheck.records import Factory, evolve, frozen
from factcheck.values import rational
from factcheck.values.rational import Rational

ENDS: Final = ("lower", "upper")
_LONGEST: Final = 9 * 10**18
N = TypeVar("N")


Counts: TypeAlias = Mapping[str, tuple[Expression, Expression]]
"""By what is counted: the least number there may be, and the greatest, nothing where none is."""


class Constants:
    """The literals of one rule, in the order in which they are met: they are its parameters."""

    def __init__(self) -> None:
        self.places: dict[Rational, int] = {}

    def place(self, value: Rational) -> int:
        """The number of a literal; the same in every walk of the same test."""
        return self.places.setdefault(value, len(self.places))

    @property
    def values(self) -> tuple[Rational, ...]:
        """The literals by their numbers."""
        return tuple(self.places)


def columns_of_literals(number: int) -> list[tuple[str, str]]:
    """The columns of a table that so many literals have."""
    kinds = (("value", "DOUBLE"), ("over", "BIGINT"), ("under", "BIGINT"))
    return [(f"{name}_{place}", kind) for place in range(number) for name, kind in kinds]


def literals(values: Iterable[Rational]) -> list[float | int | None]:
    """What stands in them."""
    found: list[float | int | None] = []
    for value in values:
        found += [rational.to_float(value), *fraction(value)]
    return found


def fraction(value: Rational) -> tuple[int | None, int | None]:
    """Numerator and denominator, where both are short."""
    over, under = rational.reduce(value)
    return (over, under) if abs(over) < _LONGEST and under < _LONGEST else (None, None)


class Kind(Protocol[N]):
    """One way to calculate."""

    def slot(self, slot: model.Slot) -> N:
        """The figure of a reference."""

    def constant(self, place: int, value: Rational) -> N:
        """A literal."""

    def time(self, node: model.CaseNumber) -> N:
        """A whole number of a time of the case."""

    def count(self, node: model.CountOf) -> N:
        """How many of something are in the case."""

    def power(self, base: N, exponent: int) -> N:
        """A number to a whole power."""

    def combine(self, operator: str, operands: list[N]) -> N:
        """A calculation; UnsupportedError where it has none."""


def number(kind: Kind[N], constants: Constants, node: model.Number) -> N:
    """A number of the plan, calculated in one way."""
    if isinstance(node, model.Constant):
        return kind.constant(constants.place(node.value), node.value)
    if isinstance(node, model.Slot):
        return kind.slot(node)
    if isinstance(node, model.Calculation):
        operands = [number(kind, constants, one) for one in node.operands]
        return kind.combine(node.operator, operands)
    if isinstance(node, model.Raised):
        return kind.power(number(kind, constants, node.base), node.exponent)
    if isinstance(node, model.CaseNumber):
        return kind.time(node)
    if isinstance(node, model.CountOf):
        return kind.count(node)
    raise UnsupportedError(unsaid.number(node))


@frozen
class Doubles:
    """Intervals of doubles."""

    stack: Stack
    leaves: Mapping[tuple[int, int], Node]
    """By reference and component."""
    keys: KeyTests
    counts: Counts = Factory(dict)
    lost: list[Expression] = Factory(list)
    """Whether a row has no such end, of each end that was asked for."""

    def _end(self, operand: Node, which: str) -> Node:
        """The lower or upper end as a point; where it is infinite there is none."""
        end = operand.low if which == "lower" else operand.high
        endless = call("abs", end).equals(interval.INFINITY)
        self.lost.append(endless & (operand.size < interval.MOST_SIZE))
        return evolve(operand, low=end, high=end)

    def slot(self, slot: model.Slot) -> Node:
        """The figure of a reference."""
        return self.leaves[slot.reference, slot.component]

    def constant(self, place: int, value: Rational) -> Node:
        """A literal: its double, one rounding away."""
        column = Column(f"value_{place}")
        size = column if value[0] >= 0 else call("abs", column)
        return Node(column, column, size, interval.LEAF, non_negative=value[0] >= 0)

    def time(self, node: model.CaseNumber) -> Node:
        """A whole number, which is a double itself."""
        (column,) = self.stack.add(time=call("to_double", self.keys.number(node)))
        if node.function == PRINTED:
            return Node(column, column, call("abs", column), interval.LEAF)
        return Node(column, column, column, interval.LEAF, non_negative=True)

    def count(self, node: model.CountOf) -> Node:
        """A whole number; of an open list of members, at least so many."""
        if node.what not in self.counts:
            raise UnsupportedError(unsaid.number(node))
        least, most = self.counts[node.what]
        high = case((most.is_null(), interval.INFINITY), otherwise=call("to_double", most))
        low, high = self.stack.add(low=call("to_double", least), high=high)
        return Node(low, high, low, interval.LEAF, non_negative=True)

    def power(self, base: Node, exponent: int) -> Node:
        """A product of as many."""
        if exponent % 2 == 0:
            base = interval.absolute(self.stack, base)
        found = _times(base, exponent, partial(interval.multiply_alike, self.stack))
        return found if exponent > 0 else interval.reciprocal(self.stack, found)

    def combine(self, operator: str, operands: list[Node]) -> Node:
        """One step."""
        if operator in ENDS:
            return self._end(operands[0], operator)
        return _step(_IN_DOUBLES, operator)(self.stack, *operands)


@frozen
class Exactly:
    """Intervals of whole numbers over whole numbers."""

    stack: Stack
    leaves: Mapping[tuple[int, int], Ends]
    """By reference and component."""
    keys: KeyTests
    counts: Counts = Factory(dict)

    def slot(self, slot: model.Slot) -> Ends:
        """The figure of a reference."""
        return self.leaves[slot.reference, slot.component]

    def constant(self, place: int, value: Rational) -> Ends:  # noqa: ARG002 (its columns have it)
        """A literal."""
        end = fractions.whole(Column(f"over_{place}")), fractions.whole(Column(f"under_{place}"))
        return Ends(end, end)

    def time(self, node: model.CaseNumber) -> Ends:
        """A whole number over one."""
        (column,) = self.stack.add(time=fractions.whole(self.keys.number(node)))
        return Ends((column, fractions.ONE), (column, fractions.ONE))

    def count(self, node: model.CountOf) -> Ends:
        """A whole number over one."""
        if node.what not in self.counts:
            raise UnsupportedError(unsaid.number(node))
        own, other = self.counts[node.what]
        least, most = self.stack.add(least=fractions.whole(own), most=fractions.whole(other))
        return Ends((least, fractions.ONE), (most, fractions.ONE))

    def power(self, base: Ends, exponent: int) -> Ends:
        """A product of as many, of what is not negative."""
        found = _times(base, exponent, partial(fractions.multiply, self.stack))
        if exponent > 0:
            return found
        one = fractions.ONE, fractions.ONE
        return fractions.divide(self.stack, Ends(one, one), found)

    def combine(self, operator: str, operands: list[Ends]) -> Ends:
        """One step."""
        if operator in ENDS:
            end = operands[0].low if operator == "lower" else operands[0].high
            return Ends(end, end)
        return _step(_EXACTLY, operator)(self.stack, *operands)


def _times(base: N, exponent: int, multiply: Callable[[N, N], N]) -> N:
    if not 0 < abs(exponent) <= interval.MOST_FACTORS:
        raise UnsupportedError(f"a power of {exponent}")
    found = base
    for _ in range(abs(exponent) - 1):
        found = multiply(found, base)
    return found


_IN_DOUBLES: Final[Mapping[str, Callable[..., Node]]] = {
    "negate": interval.negate,
    "abs": interval.absolute,
    "add": interval.add,
    "subtract": interval.subtract,
    "multiply": interval.multiply,
    "divide": interval.divide,
}
_EXACTLY: Final[Mapping[str, Callable[..., Ends]]] = {
    "negate": fractions.negate,
    "add": fractions.add,
    "subtract": fractions.subtract,
    "multiply": fractions.multiply,
    "divide": fractions.divide,
}


def _step(steps: Mapping[str, Callable[..., N]], operator: str) -> Callable[..., N]:
    if operator not in steps:
        raise UnsupportedError(f"`{operator}(…)`")
    return steps[operator]
