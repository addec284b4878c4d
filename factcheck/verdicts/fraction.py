"""A region as (p·x + q) / (r·x + s) in one input x, where it is that: monotone in x.

The coefficients are intervals over all other inputs. The derivative is (p·s - q·r) / (r·x + s)², so
the sign of p·s - q·r is the direction; where it cannot be told the extremes are still at the ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.records import Record, evolve, frozen
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, point
from factcheck.verdicts import terms
from factcheck.verdicts.slope import chosen_side
from factcheck.verdicts.tape import Tape

_ZERO: Final = point(rational.ZERO)
_ONE: Final = point(rational.ONE)


@frozen
class Linear(Record):
    """(p·x + q) / (r·x + s); `below` is the step whose numerator the denominator is."""

    p: Interval
    q: Interval
    below: int | None = None
    r: Interval = _ZERO
    s: Interval = _ONE

    def determinant(self) -> Interval:
        """p·s - q·r."""
        return intervals.subtract(
            intervals.multiply(self.p, self.s), intervals.multiply(self.q, self.r)
        )

    def times(self, factor: Interval) -> Linear:
        """Times what does not depend on x."""
        return evolve(
            self, p=intervals.multiply(self.p, factor), q=intervals.multiply(self.q, factor)
        )


def linear_fraction(
    tape: Tape, steps: Iterable[int], boxes: Mapping[int, Interval], by: int
) -> Linear | None:
    """The last of the steps, which all depend on x, as a fraction; None when it is none.

    Raises an ArithmeticError where a divisor contains zero.
    """
    found: dict[int, Linear] = {by: Linear(_ONE, _ZERO)}
    last = by
    for step in steps:
        one = _of(tape, step, boxes, found)
        if one is None:
            return None
        found[step] = one
        last = step
    return found[last]


def _of(
    tape: Tape, step: int, boxes: Mapping[int, Interval], found: Mapping[int, Linear]
) -> Linear | None:
    kind, left, right = tape.kinds[step], tape.left[step], tape.right[step]
    if kind is terms.PowerTerm:
        return found[left] if tape.exponent[step] == 1 else None
    if kind is terms.Magnitude:
        return _magnitude(found[left], boxes[left])
    own = found.get(left) or Linear(_ZERO, boxes[left])
    other = found.get(right) or Linear(_ZERO, boxes[right])
    if kind is terms.Sum:
        return _sum(own, other)
    if kind is terms.Difference:
        return _sum(own, other.times(point((-1, 1))))
    if kind is terms.Product:
        return _product((left, own), (right, other), found)
    if kind is terms.Quotient:
        return _quotient(own, right, other, in_x=right in found)
    side = chosen_side(kind, boxes[left], boxes[right])
    return None if side is None else (own, other)[side]


def _magnitude(inner: Linear, box: Interval) -> Linear | None:
    if rational.sign(box.low) >= 0:
        return inner
    return inner.times(point((-1, 1))) if rational.sign(box.high) <= 0 else None


def _is_free(one: Linear) -> bool:
    """Whether x does not stand in the numerator."""
    return one.p == _ZERO


def _sum(left: Linear, right: Linear) -> Linear | None:
    if left.below != right.below:
        if left.below is not None:
            left, right = right, left
        if left.below is not None or not _is_free(left):
            return None
        left = evolve(
            right, p=intervals.multiply(left.q, right.r), q=intervals.multiply(left.q, right.s)
        )
    return evolve(right, p=intervals.add(left.p, right.p), q=intervals.add(left.q, right.q))


def _product(
    one: tuple[int, Linear], other: tuple[int, Linear], found: Mapping[int, Linear]
) -> Linear | None:
    for (step, left), (_, right) in ((one, other), (other, one)):
        if step not in found:
            return right.times(left.q)
        if left.below is None and right.below == step:
            return Linear(right.p, right.q)
        if left.below is None and _is_free(right):
            return evolve(
                right,
                p=intervals.multiply(left.p, right.q),
                q=intervals.multiply(left.q, right.q),
            )
    return None


def _quotient(left: Linear, step: int, right: Linear, *, in_x: bool) -> Linear | None:
    if not in_x:
        inverse = intervals.divide(_ONE, right.q)
        return None if inverse is None else left.times(inverse)
    if left.below is not None and left.below == right.below:
        return Linear(left.p, left.q, step, right.p, right.q)
    if left.below is not None:
        return None
    if right.below is None:
        return Linear(left.p, left.q, step, right.p, right.q)
    if not _is_free(left):
        return None
    return Linear(
        intervals.multiply(left.q, right.r),
        intervals.multiply(left.q, right.s),
        step,
        right.p,
        right.q,
    )
