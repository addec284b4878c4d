"""Interval arithmetic: a result is the set that independent numbers inside the operands give.

A zero needs care. A closed end at zero makes zero attained whatever the other operand's ends are,
and `rational` takes 0 × ∞ as 0, so a corner with a zero in it never spoils the product.
"""

from typing import Final

from factcheck.values import rational
from factcheck.values.interval.ends import End, Interval, extreme, point
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, ONE, ZERO, Rational

_ONE: Final = point(ONE)


def add(left: Interval, right: Interval) -> Interval:
    """All sums."""
    return Interval(
        rational.add(left.low, right.low),
        rational.add(left.high, right.high),
        left.low_open or right.low_open,
        left.high_open or right.high_open,
    )


def negate(operand: Interval) -> Interval:
    """All opposites."""
    low, high = operand.low, operand.high
    return Interval((-high[0], high[1]), (-low[0], low[1]), operand.high_open, operand.low_open)


def subtract(left: Interval, right: Interval) -> Interval:
    """All differences."""
    return Interval(
        rational.subtract(left.low, right.high),
        rational.subtract(left.high, right.low),
        left.low_open or right.high_open,
        left.high_open or right.low_open,
    )


def multiply(left: Interval, right: Interval) -> Interval:
    """All products."""
    if left.low[0] >= 0 and right.low[0] >= 0:
        return _multiply_non_negative(left, right)
    if left.high[0] <= 0 and left.low[0] < 0:
        return negate(multiply(negate(left), right))
    if right.high[0] <= 0 and right.low[0] < 0:
        return negate(multiply(left, negate(right)))
    return _multiply_corners(left, right)


def _multiply_non_negative(left: Interval, right: Interval) -> Interval:
    if left.low_open or left.high_open or right.low_open or right.high_open:
        low, low_open = _corner(left.lower(), right.lower())
        high, high_open = _corner(left.upper(), right.upper())
        return Interval(low, high, low_open, high_open)
    return Interval(
        rational.multiply(left.low, right.low),
        rational.multiply(left.high, right.high),
    )


def _corner(left: End, right: End) -> End:
    """The product of two ends; both together reach it, or a closed zero alone."""
    value = rational.multiply(left[0], right[0])
    if value[0]:
        return value, left[1] or right[1]
    reached = any(end == 0 and not is_open for (end, _), is_open in (left, right))
    return value, not reached


def _multiply_corners(left: Interval, right: Interval) -> Interval:
    """The least and greatest corner; one that several corners reach is open only if all are."""
    first, *others = (
        _corner(one, other)
        for one in (left.lower(), left.upper())
        for other in (right.lower(), right.upper())
    )
    lower = upper = first
    for corner in others:
        lower = extreme(lower, corner, 1, prefer_open=False)
        upper = extreme(upper, corner, -1, prefer_open=False)
    return Interval(lower[0], upper[0], lower[1], upper[1])


def divide(left: Interval, right: Interval) -> Interval | None:
    """All quotients; None when the divisor can be zero (an open end at zero cannot)."""
    if right.contains_zero():
        return None
    return multiply(left, _reciprocal(right))


def _reciprocal(operand: Interval) -> Interval:
    """All 1 / x of an operand without zero; an open end at zero leads to infinity."""
    low, high = operand.low, operand.high
    return Interval(
        rational.reciprocal(high) if high[0] else NEGATIVE_INFINITY,
        rational.reciprocal(low) if low[0] else INFINITY,
        operand.high_open,
        operand.low_open,
    )


def scale(operand: Interval, factor: Rational) -> Interval:
    """All numbers of the operand times the finite `factor`."""
    if factor == ONE:
        return operand
    if factor[0] == 0:
        return point(ZERO)
    low, high = rational.multiply(operand.low, factor), rational.multiply(operand.high, factor)
    if factor[0] > 0:
        return Interval(low, high, operand.low_open, operand.high_open)
    return Interval(high, low, operand.high_open, operand.low_open)


def absolute(operand: Interval) -> Interval:
    """All distances from zero."""
    low, high = operand.low, operand.high
    if low[0] >= 0:
        return operand
    if high[0] <= 0:
        return negate(operand)
    order = rational.compare(rational.negate(low), high)
    if order == 0:
        return Interval(ZERO, high, high_open=operand.low_open and operand.high_open)
    if order < 0:
        return Interval(ZERO, high, high_open=operand.high_open)
    return Interval(ZERO, rational.negate(low), high_open=operand.low_open)


def power(operand: Interval, exponent: int) -> Interval | None:
    """All powers, 1 for exponent 0; None for a negative exponent when the operand can be zero."""
    if exponent < 0:
        positive = power(operand, -exponent)
        return None if positive is None else divide(_ONE, positive)
    if exponent == 0:
        return _ONE
    base = operand if exponent % 2 else absolute(operand)
    low, high = rational.power(base.low, exponent), rational.power(base.high, exponent)
    return Interval(low, high, base.low_open, base.high_open)
