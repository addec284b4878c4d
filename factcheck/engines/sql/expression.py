"""Expressions of SQL as values: columns, literals and calls of a closed list of functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from factcheck.records import Record, frozen

Value: TypeAlias = "bool | int | float | str | None"

FUNCTIONS: Final = frozenset({
    "add", "subtract", "multiply", "divide", "negate", "equal", "same", "differ", "less",
    "less_equal",
    "and", "or", "not", "is_null", "in", "case", "coalesce", "least", "greatest", "abs",
    "to_double", "to_integer", "to_bigint", "to_boolean", "to_text", "to_wide", "remainder",
    "quotient", "sum", "minimum", "maximum", "count", "count_distinct", "every", "some", "length",
    "position",
    "replace", "slice", "bytes", "matches", "is_ascii", "composed", "before",
    "place_among", "looked_up", "code_point",
})  # fmt: skip
"""Every function that a query may call; each has a spelling in each dialect, and a value test."""


class Expression:
    """What a column of a query may hold; the operators of Python build calls."""

    __slots__: tuple[str, ...] = ()

    def __add__(self, other: Operand) -> Expression:
        return call("add", self, other)

    def __sub__(self, other: Operand) -> Expression:
        return call("subtract", self, other)

    def __mul__(self, other: Operand) -> Expression:
        return call("multiply", self, other)

    def __truediv__(self, other: Operand) -> Expression:
        return call("divide", self, other)

    def __neg__(self) -> Expression:
        return call("negate", self)

    def __lt__(self, other: Operand) -> Expression:
        return call("less", self, other)

    def __le__(self, other: Operand) -> Expression:
        return call("less_equal", self, other)

    def __gt__(self, other: Operand) -> Expression:
        return call("less", other, self)

    def __ge__(self, other: Operand) -> Expression:
        return call("less_equal", other, self)

    def __and__(self, other: Operand) -> Expression:
        return call("and", self, other)

    def __or__(self, other: Operand) -> Expression:
        return call("or", self, other)

    def __invert__(self) -> Expression:
        return call("not", self)

    def equals(self, other: Operand) -> Expression:
        """Equality; unknown where a side is."""
        return call("equal", self, other)

    def same(self, other: Operand) -> Expression:
        """Equality, where nothing is the same as nothing."""
        return call("same", self, other)

    def differs(self, other: Operand) -> Expression:
        """Its opposite."""
        return call("differ", self, other)

    def is_null(self) -> Expression:
        """Whether there is no value."""
        return call("is_null", self)


@frozen(order=False)
class Column(Expression, Record):
    """A column by its name, of a table or query by its name."""

    name: str
    of: str = ""


@frozen(order=False)
class Literal(Expression, Record):
    """A value; texts are quoted by the writer."""

    value: Value


@frozen(order=False)
class Call(Expression, Record):
    """A function of the closed list."""

    function: str
    arguments: tuple[Expression, ...]


_OF_SEVERAL: Final = frozenset(("least", "greatest"))
"""Functions that Spark does not have of one."""

Operand: TypeAlias = "Expression | Value"


def expression(operand: Operand) -> Expression:
    """An operand as an expression."""
    return operand if isinstance(operand, Expression) else Literal(operand)


def call(function: str, *arguments: Operand) -> Expression:
    """A call; KeyError for a function that is not in the list. The least of one is that one."""
    if function not in FUNCTIONS:
        raise KeyError(function)
    if function in _OF_SEVERAL and len(arguments) == 1:
        return expression(arguments[0])
    return Call(function, tuple(expression(one) for one in arguments))


def case(*branches: tuple[Operand, Operand], otherwise: Operand = None) -> Expression:
    """The value beside the first condition that is true."""
    flat = [part for branch in branches for part in branch]
    return call("case", *flat, otherwise)


def one_of(operand: Expression, values: tuple[Value, ...]) -> Expression:
    """Whether it is one of the values; of none, it is not."""
    return call("in", operand, *values) if values else Literal(value=False)


def looked_up(operand: Expression, values: Sequence[tuple[Value, int]]) -> Expression:
    """The number beside the value that it is; nothing where it is none of them."""
    return call("looked_up", operand, *(part for pair in values for part in pair))


def columns_of(node: Expression) -> frozenset[str]:
    """The names of the columns that an expression is computed from."""
    if isinstance(node, Call):
        return frozenset().union(*map(columns_of, node.arguments))
    return frozenset({node.name} if isinstance(node, Column) else ())


def all_of(*conditions: Expression) -> Expression:
    """Their conjunction; of nothing, true."""
    if not conditions:
        return Literal(value=True)
    found = conditions[0]
    for condition in conditions[1:]:
        found &= condition
    return found


def any_of(*conditions: Expression) -> Expression:
    """Their disjunction; of nothing, false."""
    if not conditions:
        return Literal(value=False)
    found = conditions[0]
    for condition in conditions[1:]:
        found |= condition
    return found
