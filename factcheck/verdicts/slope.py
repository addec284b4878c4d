"""The interval of a region's derivative by one input: its sign says where the extremes lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, closed, hull, point
from factcheck.verdicts import terms
from factcheck.verdicts.natural import UndefinedError, power
from factcheck.verdicts.tape import Tape

_ZERO: Final = point(rational.ZERO)
_ONE: Final = point(rational.ONE)
_BOTH_SIGNS: Final = closed((-1, 1), rational.ONE)


def slope(tape: Tape, steps: Iterable[int], boxes: Mapping[int, Interval], by: int) -> Interval:
    """All derivatives of the last of the steps, which all depend on the input.

    Raises UndefinedError where a divisor contains zero.
    """
    found: dict[int, Interval] = {by: _ONE}
    last = by
    for step in steps:
        found[step] = _of(tape, step, boxes, found)
        last = step
    return found[last]


def _of(
    tape: Tape, step: int, boxes: Mapping[int, Interval], found: Mapping[int, Interval]
) -> Interval:
    kind, left, right = tape.kinds[step], tape.left[step], tape.right[step]
    own = found.get(left, _ZERO)
    if kind is terms.PowerTerm:
        return _of_power(boxes[left], tape.exponent[step], own)
    if kind is terms.Magnitude:
        return intervals.multiply(_sign(boxes[left]), own)
    other = found.get(right, _ZERO)
    if kind is terms.Sum:
        return intervals.add(own, other)
    if kind is terms.Difference:
        return intervals.subtract(own, other)
    if kind is terms.Product:
        return intervals.add(
            intervals.multiply(own, boxes[right]), intervals.multiply(boxes[left], other)
        )
    if kind is terms.Quotient:
        return _of_quotient(own, other, boxes[right], boxes[step])
    return _of_choice(kind, (own, other), (boxes[left], boxes[right]))


def _of_power(base: Interval, exponent: int, inner: Interval) -> Interval:
    if exponent == 0:
        return _ZERO
    outer = intervals.scale(power(base, exponent - 1), rational.from_int(exponent))
    return intervals.multiply(outer, inner)


def _of_quotient(
    left: Interval, right: Interval, divisor: Interval, quotient: Interval
) -> Interval:
    """(l' - q·r') / r, with q the quotient itself: narrower than (l'r - lr') / r²."""
    result = intervals.divide(
        intervals.subtract(left, intervals.multiply(quotient, right)), divisor
    )
    if result is None:
        raise UndefinedError
    return result


def _of_choice(
    kind: type, slopes: tuple[Interval, Interval], boxes: tuple[Interval, Interval]
) -> Interval:
    chosen = chosen_side(kind, *boxes)
    return hull(*slopes) if chosen is None else slopes[chosen]


def chosen_side(kind: type, left: Interval, right: Interval) -> int | None:
    """Which of two is always the lesser or the greater one; None when either may be."""
    if rational.less_equal(left.high, right.low):
        return 0 if kind is terms.Least else 1
    if rational.less_equal(right.high, left.low):
        return 1 if kind is terms.Least else 0
    return None


def _sign(inner: Interval) -> Interval:
    if rational.sign(inner.low) >= 0:
        return _ONE
    if rational.sign(inner.high) <= 0:
        return point((-1, 1))
    return _BOTH_SIGNS
