"""Numbers and keys as people read them: four significant digits, scale words, grouped digits."""

from __future__ import annotations

from typing import Final

from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.period import Period
from factcheck.values.rational import Rational

_SCALES: Final = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_PERCENT: Final = (100, 1)

RELATION_WORDS: Final = {
    "gt": "more than ",
    "ge": "at least ",
    "lt": "less than ",
    "le": "at most ",
    "order": "on the order of ",
}
"""What stands before the printed number of a claim with a relation."""


def figure_text(value: Rational, unit: str = "") -> str:
    """A number rounded to four digits: `85 billion CNY`, `20,000 chip`, `12.5%` for a ratio."""
    after = f" {unit}" if unit and unit != "ratio" else ""
    if not rational.is_finite(value):
        return "∞" if value[0] > 0 else "-∞"
    size = rational.absolute(value)
    for scale, word in _SCALES:
        if rational.less_equal((scale, 1), size):
            return _grouped(rational.divide(value, (scale, 1))) + word + after
    return _grouped(value) + after


def ratio_text(value: Rational, unit: str) -> str:
    """A number; a broken ratio below 2 as a percentage, since whole ones are counts and ranks."""
    if unit == "ratio" and _is_share(value):
        return percent_text(value)
    return figure_text(value, unit)


def _is_share(value: Rational) -> bool:
    return rational.less(rational.absolute(value), (2, 1)) and bool(value[0] % (value[1] or 1))


def percent_text(value: Rational) -> str:
    """A fraction as a percentage with at most three digits."""
    if not rational.is_finite(value):
        return "∞"
    return rational.to_short_text(rational.multiply(value, _PERCENT), 3) + "%"


def _grouped(value: Rational) -> str:
    text = rational.to_short_text(value, 4)
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, places = digits.partition(".")
    if not whole.isdigit():
        return text
    return f"{sign}{int(whole):,}{point}{places}"


def interval_text(bounds: Interval, unit: str = "") -> str:
    """A range: `84.5 to 85.5 billion CNY`, `more than 30`, `at most 5`; a point as its number."""
    low, high = bounds.low, bounds.high
    if bounds.is_point():
        return ratio_text(low, unit)
    if not rational.is_finite(low) and not rational.is_finite(high):
        return "any number"
    if not rational.is_finite(high):
        return ("more than " if bounds.low_open else "at least ") + ratio_text(low, unit)
    if not rational.is_finite(low):
        return ("less than " if bounds.high_open else "at most ") + ratio_text(high, unit)
    lower, upper = ratio_text(low, unit), ratio_text(high, unit)
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
