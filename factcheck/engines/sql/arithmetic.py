"""Numbers of the plan as columns: once in doubles, with their error, and once exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol, TypeVar

from attrs import frozen

from factcheck.engines.sql import fractions, interval, unsaid
from factcheck.engines.sql.expression import Column, call
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.fractions import Ends
from factcheck.engines.sql.interval import Node, Stack
from factcheck.engines.sql.key_tests import PRINTED, KeyTests
from factcheck.plan import model
from factcheck.values.rational import Rational

N = TypeVar("N")


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


class Kind(Protocol[N]):
    """One way to calculate."""

    def slot(self, slot: model.Slot) -> N:
        """The figure of a reference."""

    def constant(self, place: int, value: Rational) -> N:
        """A literal."""

    def time(self, node: model.CaseNumber) -> N:
        """A whole number of a time of the case."""

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
    if isinstance(node, model.CaseNumber):
        return kind.time(node)
    raise UnsupportedError(unsaid.number(node))


@frozen(eq=False)
class Doubles:
    """Intervals of doubles."""

    stack: Stack
    leaves: Mapping[tuple[int, int], Node]
    """By reference and component."""
    keys: KeyTests

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

    def combine(self, operator: str, operands: list[Node]) -> Node:
        """One step."""
        return _step(_IN_DOUBLES, operator)(self.stack, *operands)


@frozen(eq=False)
class Exactly:
    """Intervals of whole numbers over whole numbers."""

    stack: Stack
    leaves: Mapping[tuple[int, int], Ends]
    """By reference and component."""
    keys: KeyTests

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

    def combine(self, operator: str, operands: list[Ends]) -> Ends:
        """One step."""
        return _step(_EXACTLY, operator)(self.stack, *operands)


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
