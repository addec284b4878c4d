"""Interval arithmetic in doubles, each step a layer of its own, with a proven bound of its error.

A number is three columns: `low` and `high`, which may be infinite, and `size`. Every finite end
that is computed lies within `slack` · 2⁻⁵³ · `size` of the exact one. A size that is infinite says
that nothing is known. The bounds, for leaves within 10^±30 and at most `MOST_FACTORS` factors:

- a leaf has size |end| and slack `LEAF`: an integer is rounded, and divided by a power of ten;
- a ± b: the sizes are added, and one rounding comes to the greater slack;
- a × b: the sizes are multiplied, and the slacks and one rounding are added;
- 1 / b, for b farther from zero than four times its error: size(b) / mig(b)², twice the slack + 1.

A number is `relative` when each of its ends is off by a share of itself, so that its sign is known:
leaves are, products and quotients of such are, and sums of such that are not negative. An infinite
end times an end that is not relative is anything: the size is infinite then.
"""

from __future__ import annotations

from typing import Final

from factcheck.engines.sql.expression import Call, Column, Expression, Literal, call, case
from factcheck.engines.sql.query import Select, Table
from factcheck.records import Factory, Record, define, evolve, frozen

ROUNDING: Final = 2.0**-53
INFINITY: Final = float("inf")
LEAF: Final = 8
"""Slack of a leaf: its integer, its power of ten, their quotient, its rate, and their product."""
MOST_SIZE: Final = 1e290
"""A greater size has left, or could have left, the range of doubles."""
MOST_FACTORS: Final = 8
"""More leaves than these in one test could leave the range of doubles."""


@frozen
class Node(Record):
    """A computed number of every row: columns, and what is known of all rows."""

    low: Expression
    high: Expression
    size: Expression
    slack: int
    non_negative: bool = False
    relative: bool = True


@define
class Stack:
    """Layers over a first one; each keeps all columns below it and adds some.

    A column stands in the lowest layer that has all that it is computed from: an engine plans few
    wide layers sooner than many narrow ones, and nothing is written out twice.
    """

    first: str
    _made: list[dict[str, Expression]] = Factory(list)
    """By layer, the columns that it adds."""
    _heights: dict[str, int] = Factory(dict)
    """By column, the number of its layer, from 1."""
    _calls: int = 0

    @property
    def layers(self) -> list[tuple[str, Select]]:
        """The layers, from the lowest."""
        below = self.first
        found = []
        for number, columns in enumerate(self._made):
            name = f"{self.first}_{number}"
            found.append((name, Select(columns, Table(below), everything=True)))
            below = name
        return found

    @property
    def top(self) -> str:
        """The name of the last layer."""
        return f"{self.first}_{len(self._made) - 1}" if self._made else self.first

    def add(self, **columns: Expression) -> list[Column]:
        """These columns in layers; their names are made unlike all others."""
        found = []
        for name, value in columns.items():
            own = Column(f"step_{self._calls}_{name}")
            height = self._height(value)
            self._heights[own.name] = height + 1
            if height == len(self._made):
                self._made.append({})
            self._made[height][own.name] = value
            found.append(own)
        self._calls += 1
        return found

    def _height(self, value: Expression) -> int:
        """The number of the highest layer that an expression asks for, 0 for the first one."""
        if isinstance(value, Column):
            return self._heights.get(value.name, 0)
        if isinstance(value, Call):
            return max((self._height(one) for one in value.arguments), default=0)
        return 0

    def number(self, low: Expression, high: Expression, size: Expression, node: Node) -> Node:
        """A node whose columns stand in a layer of their own."""
        columns = self.add(low=low, high=high, size=size)
        return evolve(node, low=columns[0], high=columns[1], size=columns[2])


_NOWHERE: Final = Literal(None)


def known(slack: int, *, non_negative: bool, relative: bool) -> Node:
    """What is known of a node before it has columns."""
    return Node(_NOWHERE, _NOWHERE, _NOWHERE, slack, non_negative, relative)


def size_of(low: Expression, high: Expression) -> Expression:
    """The greatest magnitude of the finite ends."""
    ends = [case((_infinite(end), 0.0), otherwise=call("abs", end)) for end in (low, high)]
    return call("greatest", *ends)


def size_above(low: Expression, high: Expression) -> Expression:
    """The same of ends that are not below zero."""
    return case((high.equals(INFINITY), low), otherwise=high)


def _infinite(end: Expression) -> Expression:
    return call("abs", end).equals(INFINITY)


def add(stack: Stack, left: Node, right: Node) -> Node:
    """All sums."""
    both = left.non_negative and right.non_negative
    node = known(
        max(left.slack, right.slack) + 1,
        non_negative=both,
        relative=both and left.relative and right.relative,
    )
    size = left.size + right.size
    return stack.number(left.low + right.low, left.high + right.high, size, node)


def subtract(stack: Stack, left: Node, right: Node) -> Node:
    """All differences."""
    node = known(max(left.slack, right.slack) + 1, non_negative=False, relative=False)
    size = left.size + right.size
    return stack.number(left.low - right.high, left.high - right.low, size, node)


def negate(stack: Stack, operand: Node) -> Node:
    """All opposites."""
    node = known(operand.slack, non_negative=False, relative=operand.relative)
    return stack.number(-operand.high, -operand.low, operand.size, node)


def absolute(stack: Stack, operand: Node) -> Node:
    """All distances from zero."""
    if operand.non_negative:
        return operand
    low = case(
        (operand.low >= 0.0, operand.low), (operand.high <= 0.0, -operand.high), otherwise=0.0
    )
    high = call("greatest", call("abs", operand.low), call("abs", operand.high))
    node = known(operand.slack, non_negative=True, relative=False)
    return stack.number(low, high, operand.size, node)


def multiply(stack: Stack, left: Node, right: Node) -> Node:
    """All products."""
    node = known(
        left.slack + right.slack + 1,
        non_negative=left.non_negative and right.non_negative,
        relative=left.relative and right.relative,
    )
    size = left.size * right.size
    if not node.relative:
        ends = (left.low, left.high, right.low, right.high)
        endless = call("greatest", *(call("abs", end) for end in ends)).equals(INFINITY)
        size = case((endless, INFINITY), otherwise=size)
    if node.non_negative:
        # A low end is finite then, or nothing is known: its product asks for no care about zero.
        return stack.number(left.low * right.low, _times(left.high, right.high), size, node)
    corners = stack.add(
        a=_times(left.low, right.low),
        b=_times(left.low, right.high),
        c=_times(left.high, right.low),
        d=_times(left.high, right.high),
    )
    return stack.number(call("least", *corners), call("greatest", *corners), size, node)


def multiply_alike(stack: Stack, power: Node, base: Node) -> Node:
    """All powers of one number that grow with it, as odd ones do: end by end, each by itself.

    So an infinite end never meets a finite one.
    """
    if base.non_negative:
        return multiply(stack, power, base)
    node = known(power.slack + base.slack + 1, non_negative=False, relative=base.relative)
    size = power.size * base.size
    return stack.number(power.low * base.low, power.high * base.high, size, node)


def _times(left: Expression, right: Expression) -> Expression:
    """A product of ends; zero times an infinity is zero."""
    return case((left.equals(0.0) | right.equals(0.0), 0.0), otherwise=left * right)


def reciprocal(stack: Stack, operand: Node) -> Node:
    """All 1 / x; nothing is known where the divisor may be zero."""
    margin: Expression = Literal(0.0)
    if not operand.relative:
        margin = operand.size * (4 * operand.slack * ROUNDING)
    above, below = operand.low > margin, operand.high < -margin
    away = above if operand.non_negative else above | below
    if operand.relative:
        away &= operand.size < INFINITY  # else its ends leave out what has no rate
    nearest = (
        operand.low if operand.non_negative else case((above, operand.low), otherwise=-operand.high)
    )
    if operand.relative:
        size = case((away, Literal(1.0) / nearest), otherwise=INFINITY)
    else:
        size = case((away, operand.size / nearest / nearest), otherwise=INFINITY)
    node = known(
        2 * operand.slack + 2, non_negative=operand.non_negative, relative=operand.relative
    )
    low = case((away, Literal(1.0) / operand.high), otherwise=-INFINITY)
    high = case((away, Literal(1.0) / operand.low), otherwise=INFINITY)
    return stack.number(low, high, size, node)


def divide(stack: Stack, left: Node, right: Node) -> Node:
    """All quotients."""
    return multiply(stack, left, reciprocal(stack, right))
