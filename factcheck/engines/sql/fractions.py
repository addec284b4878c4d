"""Interval arithmetic in whole numbers, exactly: what the doubles leave open, ties above all.

An end is a fraction of two columns of wide integers, its denominator above zero; it has no value
where it is infinite, open, or too long for the engine. Products and quotients are taken of what is
not negative alone.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from factcheck.engines.sql.expression import Expression, Literal, all_of, call, case
from factcheck.engines.sql.interval import Stack
from factcheck.records import Record, frozen

MOST: Final = 1e37
"""Wide integers hold 38 digits."""

Fraction: TypeAlias = tuple[Expression, Expression]
"""Numerator and denominator."""


@frozen
class Ends(Record):
    """The ends of a number of every row, exactly."""

    low: Fraction
    high: Fraction


def _product(left: Expression, right: Expression) -> Expression:
    """A product of wide integers; none where it would be too long."""
    size = call("abs", call("to_double", left)) * call("abs", call("to_double", right))
    return case((size < MOST, left * right))


def _sum(left: Expression, right: Expression) -> Expression:
    size = call("abs", call("to_double", left)) + call("abs", call("to_double", right))
    return case((size < MOST, left + right))


def layered(stack: Stack, ends: Ends) -> Ends:
    """The same in a layer of its own."""
    columns = stack.add(
        low_over=ends.low[0], low_under=ends.low[1], high_over=ends.high[0], high_under=ends.high[1]
    )
    return Ends((columns[0], columns[1]), (columns[2], columns[3]))


def _crossed(left: Fraction, right: Fraction) -> tuple[Expression, Expression, Expression]:
    """Both numerators over one denominator."""
    return (
        _product(left[0], right[1]),
        _product(right[0], left[1]),
        _product(left[1], right[1]),
    )


def add(stack: Stack, left: Ends, right: Ends) -> Ends:
    """All sums."""
    return _joined(stack, (left.low, right.low), (left.high, right.high), minus=False)


def subtract(stack: Stack, left: Ends, right: Ends) -> Ends:
    """All differences."""
    return _joined(stack, (left.low, right.high), (left.high, right.low), minus=True)


def _joined(
    stack: Stack, low: tuple[Fraction, Fraction], high: tuple[Fraction, Fraction], *, minus: bool
) -> Ends:
    a, b, under_low = _crossed(*low)
    c, d, under_high = _crossed(*high)
    columns = stack.add(a=a, b=b, under_low=under_low, c=c, d=d, under_high=under_high)
    one, other, below, third, fourth, above = columns
    if minus:
        sums = _sum(one, -other), _sum(third, -fourth)
    else:
        sums = _sum(one, other), _sum(third, fourth)
    return layered(stack, Ends((sums[0], below), (sums[1], above)))


def negate(stack: Stack, operand: Ends) -> Ends:
    """All opposites."""
    low, high = operand.low, operand.high
    return layered(stack, Ends((-high[0], high[1]), (-low[0], low[1])))


def multiply(stack: Stack, left: Ends, right: Ends) -> Ends:
    """All products of what is not negative."""
    fine = (left.low[0] >= 0) & (right.low[0] >= 0)
    return layered(
        stack,
        Ends(
            (
                case((fine, _product(left.low[0], right.low[0]))),
                _product(left.low[1], right.low[1]),
            ),
            (
                case((fine, _product(left.high[0], right.high[0]))),
                _product(left.high[1], right.high[1]),
            ),
        ),
    )


def divide(stack: Stack, left: Ends, right: Ends) -> Ends:
    """All quotients of what is not negative by what is above zero."""
    fine = (left.low[0] >= 0) & (right.low[0] > 0)
    return layered(
        stack,
        Ends(
            (
                case((fine, _product(left.low[0], right.high[1]))),
                case((fine, _product(left.low[1], right.high[0]))),
            ),
            (
                case((fine, _product(left.high[0], right.low[1]))),
                case((fine, _product(left.high[1], right.low[0]))),
            ),
        ),
    )


def known(ends: Ends) -> Expression:
    """Whether both ends have values."""
    return all_of(*(~part.is_null() for part in (*ends.low, *ends.high)))


def order(stack: Stack, left: Fraction, right: Fraction) -> tuple[Expression, Expression]:
    """Two whole numbers that stand to each other as the fractions do."""
    first, second = stack.add(first=_product(left[0], right[1]), second=_product(right[0], left[1]))
    return first, second


def whole(number: Expression) -> Expression:
    """A wide integer."""
    return call("to_wide", number)


ONE: Final = whole(Literal(1))
