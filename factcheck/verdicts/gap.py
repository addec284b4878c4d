"""`x ≈ y within t`: by how much x lies too far above y, as |x - y| ≤ t · max(|x|, |y|) has it.

For x ≥ y the condition is x - y - t · max(|x|, |y|) ≤ 0; for x < y it is true anyhow, and so is the
inequality, since t < 1. It rises with x and falls with y: for independent sides its extremes lie at
two corners.
"""

from __future__ import annotations

from factcheck.values import rational
from factcheck.values.interval import Interval, intersect, minimum
from factcheck.values.interval.ends import End
from factcheck.values.rational import Rational
from factcheck.values.truth import Truth
from factcheck.verdicts import terms
from factcheck.verdicts.range import Range
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.terms import Term


def is_near(x: Interval, y: Interval, tolerance: Rational) -> Truth:
    """Whether x lies not too far above y, for numbers that have nothing to do with one another.

    Only the signs of the gap at the two corners are asked for.
    """
    if _side(x.high, y.low, tolerance) <= 0:
        return Truth.HOLDS
    least = _side(x.low, y.high, tolerance)
    if least > 0 or (least == 0 and (x.low_open or y.high_open)):
        return Truth.VIOLATED
    return Truth.UNDETERMINED


def _side(x: Rational, y: Rational, tolerance: Rational) -> int:
    """The sign of the gap at one corner."""
    if not x[1]:
        return x[0]
    if not y[1]:
        return -y[0]
    over, under = x[0] * y[1], y[0] * x[1]
    gap = tolerance[1] * (over - under) - tolerance[0] * max(abs(over), abs(under))
    return (gap > 0) - (gap < 0)


def relative_gaps(left: Term, right: Term, tolerance: Rational) -> list[Range | None]:
    """The ranges of x - y - t · max(|x|, |y|), with left as x and right as y, and the other way."""
    sides = range_of(left), range_of(right)
    if sides[0] is None or sides[1] is None:
        return [None]
    shared = _shared(left, right)
    found = []
    for upper, lower, above, below in (
        (left, right, sides[0], sides[1]),
        (right, left, sides[1], sides[0]),
    ):
        high = _at(above.bounds.upper(), below.bounds.lower(), tolerance)
        low = _at(above.bounds.lower(), below.bounds.upper(), tolerance)
        apart = Interval(low[0], high[0], low_open=low[1], high_open=high[1])
        if shared:
            found.append(_dependent(upper, lower, tolerance, apart))
        else:
            found.append(Range(apart, above.exact and below.exact))
    return found


def _shared(left: Term, right: Term) -> bool:
    names = {one.name for one in terms.variables(left) if not one.range.is_point()}
    return bool(names) and any(one.name in names for one in terms.variables(right))


def _at(upper: End, lower: End, tolerance: Rational) -> End:
    """The gap at one corner; an infinite end of a side carries over."""
    (x, x_open), (y, y_open) = upper, lower
    if not rational.is_finite(x):
        return x, True
    if not rational.is_finite(y):
        return rational.negate(y), True
    size = rational.maximum(rational.absolute(x), rational.absolute(y))
    allowed = rational.multiply(tolerance, size)
    return rational.subtract(rational.subtract(x, y), allowed), x_open or y_open


def _dependent(upper: Term, lower: Term, tolerance: Rational, apart: Interval) -> Range | None:
    """The sides share figures: exact as a whole, or the lesser of x - t|x| - y and x - y - t|y|."""
    rate = terms.number(tolerance)
    sizes = terms.Magnitude(upper), terms.Magnitude(lower)
    distance = terms.Difference(upper, lower)
    whole = range_of(terms.Difference(distance, terms.Product(rate, terms.Greatest(*sizes))))
    if whole is None or whole.exact:
        return whole
    found = intersect(whole.bounds, apart) or whole.bounds
    halves = [range_of(terms.Difference(distance, terms.Product(rate, size))) for size in sizes]
    if halves[0] is not None and halves[1] is not None:
        found = intersect(found, minimum(halves[0].bounds, halves[1].bounds)) or found
    return Range(found, exact=False)
