"""`x ≈ y within t`: by how much x lies too far above y, as |x - y| ≤ t · max(|x|, |y|) has it.

For x ≥ y the condition is x - y - t · max(|x|, |y|) ≤ 0; for x < y it is true anyhow, and so is the
inequality, since t < 1. It rises with x and falls with y: for independent sides its extremes lie at
two corners.
"""

from __future__ import annotations

from factcheck.values import rational
from factcheck.values.interval import Interval, intersect, point
from factcheck.values.interval.ends import End
from factcheck.values.rational import Rational
from factcheck.verdicts import terms
from factcheck.verdicts.ranges import Range, range_of
from factcheck.verdicts.terms import Term


def relative_gap(upper: Term, lower: Term, tolerance: Rational) -> Range | None:
    """The range of upper - lower - t · max(|upper|, |lower|)."""
    if _shared(upper, lower):
        return _dependent(upper, lower, tolerance)
    above, below = range_of(upper), range_of(lower)
    if above is None or below is None:
        return None
    high = _at(above.bounds.upper(), below.bounds.lower(), tolerance)
    low = _at(above.bounds.lower(), below.bounds.upper(), tolerance)
    bounds = Interval(low[0], high[0], low_open=low[1], high_open=high[1])
    return Range(bounds, above.exact and below.exact)


def _shared(left: Term, right: Term) -> bool:
    names = {one.name for one in terms.variables(left) if not one.range.is_point()}
    return any(one.name in names for one in terms.variables(right))


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


def _dependent(upper: Term, lower: Term, tolerance: Rational) -> Range | None:
    """The sides share figures: the lesser of x - t|x| - y and x - y - t|y|."""
    shrunk = range_of(terms.Difference(_scaled(upper, tolerance, -1), lower))
    grown = range_of(terms.Difference(upper, _scaled(lower, tolerance, 1)))
    if shrunk is None or grown is None:
        return None
    low = rational.minimum(shrunk.bounds.low, grown.bounds.low)
    high = rational.minimum(shrunk.bounds.high, grown.bounds.high)
    low_open = all(
        one.bounds.low_open or rational.less(low, one.bounds.low) for one in (shrunk, grown)
    )
    bounds = Interval(low, high, low_open=low_open)
    if rational.compare(low, high) == 0:
        bounds = point(low)
    natural = _natural_gap(upper, lower, tolerance)
    return Range((natural and intersect(bounds, natural)) or bounds, exact=False)


def _natural_gap(upper: Term, lower: Term, tolerance: Rational) -> Interval | None:
    """The gap as if the sides were independent: sound, and sometimes narrower."""
    above, below = range_of(upper), range_of(lower)
    if above is None or below is None:
        return None
    high = _at(above.bounds.upper(), below.bounds.lower(), tolerance)
    low = _at(above.bounds.lower(), below.bounds.upper(), tolerance)
    return Interval(low[0], high[0], low_open=low[1], high_open=high[1])


def _scaled(term: Term, tolerance: Rational, direction: int) -> Term:
    """term + direction · t · |term|, smooth where the sign of the term is known."""
    found = range_of(term)
    if found is not None and rational.sign(found.bounds.low) >= 0:
        sign = 1
    elif found is not None and rational.sign(found.bounds.high) <= 0:
        sign = -1
    else:
        part = terms.Product(terms.number(tolerance), terms.Magnitude(term))
        return terms.Sum(term, part) if direction > 0 else terms.Difference(term, part)
    change = rational.multiply(tolerance, rational.from_int(sign * direction))
    return terms.Product(terms.number(rational.add(rational.ONE, change)), term)
