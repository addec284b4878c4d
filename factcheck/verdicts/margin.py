"""By how much a comparison fails, and the tolerance at which it would not."""

from __future__ import annotations

from factcheck.plan import model
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.rational import Rational
from factcheck.values.truth import Truth
from factcheck.values.unit import Unit
from factcheck.verdicts.outcome import Compared
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.units import measure_of
from factcheck.verdicts.wording import difference_text, percent_text


def margin_text(reading: Reading, compared: Compared) -> str:
    """`at least 26.1% apart where 10% is allowed`; empty when the comparison is not violated."""
    if compared.truth is not Truth.VIOLATED:
        return ""
    test = compared.comparison
    unit = measure_of(reading, test.left, test.right)
    apart, size = _distance(compared.left, compared.right)
    if apart is None:
        return ""
    if test.operator in ("<", "<=", ">", ">="):
        return _beyond(apart, size, unit)
    if test.operator == "!=":
        return "both are the same"
    return _outside(test, compared, apart, size, unit)


def _distance(left: Interval, right: Interval) -> tuple[Rational | None, Rational]:
    """The least distance between two ranges, and the size of the larger side there."""
    if intervals.disjoint(left, right):
        above, below = (
            (left.low, right.high)
            if rational.less_equal(right.high, left.low)
            else (right.low, left.high)
        )
        size = rational.maximum(rational.absolute(above), rational.absolute(below))
        return rational.subtract(above, below), size
    return (rational.ZERO, rational.ONE) if left.is_point() and right.is_point() else (None, (1, 1))


def _beyond(apart: Rational, size: Rational, unit: Unit) -> str:
    if apart[0] == 0:
        return "the two sides meet, and must not"
    share = f" ({percent_text(rational.divide(apart, size))})" if size[0] else ""
    return f"off by at least {_told(apart, unit, size)}{share}"


def _outside(
    test: model.Comparison, compared: Compared, apart: Rational, size: Rational, unit: Unit
) -> str:
    if test.tolerance == "none":
        return _beyond(apart, size, unit)
    allowed = test.amount.value if isinstance(test.amount, model.Constant) else None
    if test.tolerance == "absolute":
        room = f" where {_told(allowed, unit, size)} is allowed" if allowed else ""
        return f"at least {_told(apart, unit, size)} apart{room}"
    if test.tolerance == "base" and compared.base is not None:
        magnitude = intervals.absolute(compared.base)
        size = magnitude.high
    if not size[0] or not rational.is_finite(size) or allowed is None:
        return f"at least {_told(apart, unit, size)} apart"
    share = rational.divide(apart, size)
    of = " of the base" if test.tolerance == "base" else ""
    text = f"at least {percent_text(share)}{of} apart where {percent_text(allowed)} is allowed"
    if rational.less(share, rational.ONE):
        return f"{text}; it would no longer be violated within {_rounded_up(share)}"
    return f"{text}; no tolerance below 100% would do"


def _told(apart: Rational, unit: Unit, size: Rational) -> str:
    return difference_text(rational.divide(apart, unit.factor), unit.text, size)


def _rounded_up(share: Rational) -> str:
    """A tolerance in percent with one place that surely suffices."""
    scaled = rational.multiply(share, (1000, 1))
    tenths = -(-scaled[0] // scaled[1])
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"
