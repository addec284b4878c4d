"""The room that a comparison leaves to its left side, so that it can be drawn as a band."""

from __future__ import annotations

from typing import Final

from factcheck.records import Record, frozen
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.interval import absolute as size_of
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, ONE, Rational

_ORDERS: Final = ("<", "<=", ">", ">=")


@frozen
class Room(Record):
    """Where the left side may lie when the right one is any of its numbers."""

    possible: Interval
    """It holds for some number of the right side; outside of this it is violated."""
    sure: Interval | None
    """It holds for every number of the right side; None when no number does that."""


@frozen
class Tolerance(Record):
    """How far apart is close enough: so much of `of`, or just so much."""

    amount: Interval
    of: str
    """larger, left, right or other: of which number it is a part; or nothing, for an amount."""
    base: Interval | None = None
    """The other number."""


def room(operator: str, right: Interval, tolerance: Tolerance | None) -> Room | None:
    """The room beside the right side; None where that is (almost) any number."""
    if operator in _ORDERS:
        return _of_order(operator, right)
    if operator == "!=":
        return None
    if tolerance is None:
        return Room(right, right if right.is_point() else None)
    if tolerance.of in ("", "other"):
        return _of_amount(right, _amounts(tolerance))
    share = tolerance.amount.high
    return _of_part(right, share, tolerance.of) if rational.less(share, ONE) else None


def _of_order(operator: str, right: Interval) -> Room:
    """All below the right side, or all above it."""
    strict = len(operator) == 1
    if operator[0] == "<":
        possible = Interval(NEGATIVE_INFINITY, right.high, high_open=strict or right.high_open)
        known = rational.is_finite(right.low)
        sure = Interval(NEGATIVE_INFINITY, right.low, high_open=strict and not right.low_open)
    else:
        possible = Interval(right.low, INFINITY, low_open=strict or right.low_open)
        known = rational.is_finite(right.high)
        sure = Interval(right.high, INFINITY, low_open=strict and not right.high_open)
    return Room(possible, sure if known else None)


def _amounts(tolerance: Tolerance) -> Interval:
    """The least and the most that two numbers may be apart."""
    amount = tolerance.amount
    if tolerance.base is None:
        return amount
    base = size_of(tolerance.base)
    return Interval(
        rational.multiply(amount.low, base.low), rational.multiply(amount.high, base.high)
    )


def _of_amount(right: Interval, apart: Interval) -> Room:
    possible = Interval(
        rational.subtract(right.low, apart.high),
        rational.add(right.high, apart.high),
        right.low_open,
        right.high_open,
    )
    return Room(
        possible,
        _between(rational.subtract(right.high, apart.low), rational.add(right.low, apart.low)),
    )


def _of_part(right: Interval, share: Rational, of: str) -> Room:
    """A tolerance in percent: numbers from y × (1 − t) on, up to y / (1 − t) or y × (1 + t)."""
    less, more = rational.subtract(ONE, share), rational.add(ONE, share)
    nearer = rational.divide(ONE, more) if of == "left" else less
    farther = more if of == "right" else rational.divide(ONE, less)

    def lowest(number: Rational) -> Rational:
        return rational.multiply(number, nearer if number[0] >= 0 else farther)

    def highest(number: Rational) -> Rational:
        return rational.multiply(number, farther if number[0] >= 0 else nearer)

    possible = Interval(lowest(right.low), highest(right.high), right.low_open, right.high_open)
    return Room(possible, _between(lowest(right.high), highest(right.low)))


def _between(low: Rational, high: Rational) -> Interval | None:
    return Interval(low, high) if rational.less_equal(low, high) else None
