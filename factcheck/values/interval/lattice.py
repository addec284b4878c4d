"""Intervals as sets and in order: hulls, overlaps, and the lesser and greater of two."""

from factcheck.values.interval.arithmetic import negate
from factcheck.values.interval.ends import End, Interval, extreme
from factcheck.values.rational import compare


def _between(lower: End, upper: End) -> Interval:
    return Interval(lower[0], upper[0], lower[1], upper[1])


def minimum(left: Interval, right: Interval) -> Interval:
    """All lesser ones of two numbers, one from each."""
    return _between(
        extreme(left.lower(), right.lower(), 1, prefer_open=False),
        extreme(left.upper(), right.upper(), 1, prefer_open=True),
    )


def maximum(left: Interval, right: Interval) -> Interval:
    """All greater ones of two numbers, one from each."""
    return negate(minimum(negate(left), negate(right)))


def hull(left: Interval, right: Interval) -> Interval:
    """The narrowest interval that contains both."""
    return _between(
        extreme(left.lower(), right.lower(), 1, prefer_open=False),
        extreme(left.upper(), right.upper(), -1, prefer_open=False),
    )


def intersect(left: Interval, right: Interval) -> Interval | None:
    """The numbers in both; None when there is none."""
    lower = extreme(left.lower(), right.lower(), -1, prefer_open=True)
    upper = extreme(left.upper(), right.upper(), 1, prefer_open=True)
    order = compare(lower[0], upper[0])
    if order > 0 or (order == 0 and (lower[1] or upper[1])):
        return None
    return _between(lower, upper)


def disjoint(left: Interval, right: Interval) -> bool:
    """True when no number is in both."""
    return intersect(left, right) is None
