"""How many digits numbers are told with: few do for most, and more where few would mislead.

A number that ends is told in full: 61,234 votes are not 61,230, and a sum that misses its total by
one must not read like it. Of two ends of a range, or of two numbers held against each other, so
many digits are told that rounding changes neither by more than a tenth of what lies between them.
"""

from __future__ import annotations

from typing import Final

from factcheck.values import rational
from factcheck.values.rational import Rational

_MOST: Final = 15
_UNITS_APART: Final = (5, 1)


def enough(value: Rational) -> int:
    """So many digits that a number which ends within fifteen is told in full; 0 for any other."""
    digits = rational.significant_digits(value)
    if digits is not None:
        return _MOST if digits <= _MOST else 0
    return _MOST if rational.compare(_told(value), value) == 0 else 0


def to_tell_apart(low: Rational, high: Rational) -> int:
    """So many digits that two finite numbers keep their distance when they are rounded.

    Half a unit of the last of them is no more than a tenth of the distance.
    """
    gap = rational.absolute(rational.subtract(high, low))
    size = rational.maximum(rational.absolute(low), rational.absolute(high))
    if not gap[0]:
        return 0
    last = rational.leading_exponent(rational.divide(gap, _UNITS_APART))
    return min(rational.leading_exponent(size) + 1 - last, _MOST)


def _told(value: Rational) -> Rational:
    """The number that a reader of fifteen digits takes it for."""
    return rational.parse_decimal(rational.to_short_text(value, _MOST)) or value
