"""The interval itself: two ends, each open or closed."""

from typing import Final, TypeAlias

from factcheck.records import Record, frozen
from factcheck.values.rational import (
    INFINITY,
    NEGATIVE_INFINITY,
    ZERO,
    Rational,
    compare,
    less,
    reduce,
)
from factcheck.values.rational import subtract as difference

End: TypeAlias = tuple[Rational, bool]
"""A value, and whether it is open: not itself one of the numbers."""


def extreme(left: End, right: End, direction: int, *, prefer_open: bool) -> End:
    """The lower end for direction 1, the upper one for -1; of two equal ones the preferred."""
    order = compare(left[0], right[0]) * direction
    if order == 0:
        return left if left[1] == prefer_open else right
    return left if order < 0 else right


@frozen
class Interval(Record):
    """The numbers from `low` to `high`, never empty; equal when the sets are.

    An infinite end is always open.
    """

    low: Rational
    high: Rational
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        """An infinity is never one of the numbers."""
        if not self.low[1]:
            object.__setattr__(self, "low_open", True)
        if not self.high[1]:
            object.__setattr__(self, "high_open", True)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Interval:
            return NotImplemented
        return (
            self.low_open == other.low_open
            and self.high_open == other.high_open
            and reduce(self.low) == reduce(other.low)
            and reduce(self.high) == reduce(other.high)
        )

    def __hash__(self) -> int:
        return hash((reduce(self.low), reduce(self.high), self.low_open, self.high_open))

    def lower(self) -> End:
        """The low end."""
        return self.low, self.low_open

    def upper(self) -> End:
        """The high end."""
        return self.high, self.high_open

    def is_point(self) -> bool:
        """True when there is exactly one number in it."""
        return not less(self.low, self.high)

    def is_finite(self) -> bool:
        """True when both ends are numbers."""
        return bool(self.low[1] and self.high[1])

    def contains_zero(self) -> bool:
        """True when zero is one of the numbers."""
        low, high = self.low[0], self.high[0]
        if low > 0 or high < 0:
            return False
        return (low < 0 or not self.low_open) and (high > 0 or not self.high_open)

    def contains(self, number: Rational) -> bool:
        """True when the finite `number` is one of the numbers."""
        above, below = compare(number, self.low), compare(number, self.high)
        if above < 0 or below > 0:
            return False
        return (above > 0 or not self.low_open) and (below < 0 or not self.high_open)

    def width(self) -> Rational:
        """The distance between the ends, infinite when an end is."""
        return difference(self.high, self.low)


def point(number: Rational) -> Interval:
    """The one finite `number`."""
    return Interval(number, number)


def closed(low: Rational, high: Rational) -> Interval:
    """From `low` to `high`, both included if finite; raises ValueError when they are reversed."""
    if less(high, low):
        raise ValueError("the low end of an interval lies above its high end")
    return Interval(low, high)


EVERYTHING: Final = Interval(NEGATIVE_INFINITY, INFINITY)
NON_NEGATIVE: Final = Interval(ZERO, INFINITY)
