"""Numbers and keys as people read them: scale words, grouped digits, percentages."""

from __future__ import annotations

from typing import Final

from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.period import Period
from factcheck.values.rational import Rational
from factcheck.verdicts.digits import enough, to_tell_apart

_SCALES: Final = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_PERCENT: Final = (100, 1)
_FIGURE_DIGITS: Final = 4
_PERCENT_DIGITS: Final = 3
_PLACES: Final = 3
"""Decimal places up to which a scale word reads better than grouped digits."""

RELATION_WORDS: Final = {
    "gt": "more than ",
    "ge": "at least ",
    "lt": "less than ",
    "le": "at most ",
    "order": "on the order of ",
}
"""What stands before the printed number of a claim with a relation."""


def figure_text(value: Rational, unit: str = "", digits: int = 0) -> str:
    """A number rounded to four digits, or to more: `85 billion CNY`, `20,000 chip`."""
    after = f" {unit}" if unit and unit != "ratio" else ""
    if not rational.is_finite(value):
        return "∞" if value[0] > 0 else "-∞"
    size = rational.absolute(value)
    for scale, word in _SCALES:
        if rational.less_equal((scale, 1), size):
            text = _grouped(rational.divide(value, (scale, 1)), digits)
            if len(text.partition(".")[2]) <= _PLACES:
                return text + word + after
            break
    return _grouped(value, digits) + after


def ratio_text(value: Rational, unit: str, digits: int = 0) -> str:
    """A number; a broken ratio below 2 as a percentage, since whole ones are counts and ranks."""
    if unit == "ratio" and _is_share(value):
        return percent_text(value, digits)
    return figure_text(value, unit, digits)


def full_text(value: Rational, unit: str = "") -> str:
    """A number that was printed, or calculated to a point: in full where it ends."""
    return ratio_text(value, unit, enough(value))


def _is_share(value: Rational) -> bool:
    return rational.less(rational.absolute(value), (2, 1)) and bool(value[0] % (value[1] or 1))


def percent_text(value: Rational, digits: int = 0) -> str:
    """A fraction as a percentage, rounded to three digits, or to more."""
    if not rational.is_finite(value):
        return "∞"
    return (
        rational.to_short_text(rational.multiply(value, _PERCENT), max(digits, _PERCENT_DIGITS))
        + "%"
    )


def _grouped(value: Rational, digits: int) -> str:
    text = rational.to_short_text(value, max(digits, _FIGURE_DIGITS))
    sign, size = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, places = size.partition(".")
    if not whole.isdigit():
        return text
    return f"{sign}{int(whole):,}{point}{places}"


def interval_text(bounds: Interval, unit: str = "") -> str:
    """A range: `84.5 to 85.5 billion CNY`, `more than 30`, `at most 5`; a point as its number."""
    low, high = bounds.low, bounds.high
    if bounds.is_point():
        return full_text(low, unit)
    if not rational.is_finite(low) and not rational.is_finite(high):
        return "any number"
    if not rational.is_finite(high):
        return ("more than " if bounds.low_open else "at least ") + full_text(low, unit)
    if not rational.is_finite(low):
        return ("less than " if bounds.high_open else "at most ") + full_text(high, unit)
    digits = to_tell_apart(low, high)
    return _both_ends(ratio_text(low, unit, digits), ratio_text(high, unit, digits))


def range_text(low: Rational, high: Rational, unit: str) -> str:
    """A printed range, each end in full: `30 to 35%`, `91 to 93 billion CNY`."""
    return _both_ends(full_text(low, unit), full_text(high, unit))


def difference_text(apart: Rational, unit: str, size: Rational) -> str:
    """How far two numbers are apart, of which the larger has this size: of shares in points."""
    if unit != "ratio" or not apart[0] % (apart[1] or 1) or not rational.less(size, (2, 1)):
        return figure_text(apart, unit)
    return percent_text(apart).removesuffix("%") + " pp"


def _both_ends(lower: str, upper: str) -> str:
    number, space, after = upper.partition(" ")
    if space and lower.endswith(space + after):
        lower = lower.removesuffix(space + after)
    elif lower.endswith("%") and number.endswith("%"):
        lower = lower.removesuffix("%")
    return f"{lower} to {upper}"


def key_text(value: object) -> str:
    """A name or a period for people; what is not known is said so."""
    if isinstance(value, Period):
        return value.text
    return "(not stated)" if value is None else str(value)
