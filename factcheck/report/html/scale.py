"""The axis of a picture: which number stands where between its two edges."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import log10
from typing import Final

from factcheck.records import Record, frozen
from factcheck.values import rational
from factcheck.values.rational import Rational

LOGARITHMIC_FROM: Final = 100
"""The ratio of the largest to the smallest number from which orders of magnitude are shown."""

_PAD: Final = Fraction(1, 12)
"""Of the span of the numbers, left free at each edge."""
_WHOLE: Final = 100.0


@frozen
class Scale(Record):
    """From `low` at the left edge to `high` at the right one; both positive where logarithmic."""

    low: Fraction
    high: Fraction
    logarithmic: bool

    def at(self, value: Rational) -> float:
        """The place of a number in percent of the width; beyond an edge it is the edge."""
        if not rational.is_finite(value):
            return _WHOLE if value[0] > 0 else 0.0
        number = Fraction(*value)
        if number <= self.low:
            return 0.0
        if number >= self.high:
            return _WHOLE
        if self.logarithmic:
            start = _magnitude(self.low)
            part = (_magnitude(number) - start) / (_magnitude(self.high) - start)
        else:
            part = float((number - self.low) / (self.high - self.low))
        return _WHOLE * part


def scale_of(numbers: Iterable[Rational]) -> Scale | None:
    """A scale with room for all the numbers that are finite; None when none is."""
    finite = [Fraction(*number) for number in numbers if rational.is_finite(number)]
    if not finite:
        return None
    low, high = min(finite), max(finite)
    if low > 0 and high >= LOGARITHMIC_FROM * low:
        return Scale(low / 2, high * 2, logarithmic=True)
    pad = (high - low) * _PAD or abs(low) * _PAD or Fraction(1)
    return Scale(low - pad, high + pad, logarithmic=False)


def _magnitude(number: Fraction) -> float:
    """The common logarithm of a positive number, however long it is."""
    return log10(number.numerator) - log10(number.denominator)
