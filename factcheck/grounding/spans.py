"""Spans of time as a claim and its quote may count them: weeks as days, half a year as 6 months."""

from __future__ import annotations

from typing import Final

from factcheck.values.rational import Rational, compare, divide, multiply

SPANS: Final = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_IN_ONE: Final[dict[tuple[str, str], tuple[int, ...]]] = {
    ("minute", "second"): (60,),
    ("hour", "minute"): (60,),
    ("hour", "second"): (3600,),
    ("day", "hour"): (24,),
    ("day", "minute"): (1440,),
    ("week", "day"): (5, 6, 7),
    ("week", "hour"): (168,),
    ("month", "day"): (28, 29, 30, 31),
    ("month", "week"): (4,),
    ("quarter", "month"): (3,),
    ("quarter", "week"): (13,),
    ("quarter", "day"): (90, 91, 92),
    ("year", "quarter"): (4,),
    ("year", "month"): (12,),
    ("year", "week"): (52,),
    ("year", "day"): (250, 360, 365, 366),
    ("year", "hour"): (8760, 8784),
    ("decade", "year"): (10,),
    ("century", "year"): (100,),
}
"""How many of the second are in one of the first, as people count."""


def may_span(of: str, into: str, quotient: Rational) -> bool:
    """Whether so many of the span `into` may be one of the span `of`."""
    for (long, short), counts in _IN_ONE.items():
        for count in counts:
            if (of, into) == (long, short) and compare(quotient, (count, 1)) == 0:
                return True
            if (into, of) == (long, short) and compare(multiply(quotient, (count, 1)), (1, 1)) == 0:
                return True
    return False


def may_span_any(of: str, quotient: Rational) -> bool:
    """Whether so many of some other span may be one of the span `of`."""
    others = {name for pair in _IN_ONE for name in pair if of in pair and name != of}
    return any(may_span(of, other, quotient) for other in others)


def may_be_per(printed: str, claimed: str, claim: Rational, figure: Rational) -> bool:
    """Whether so much per the span `claimed` may be what is printed per the span `printed`."""
    return bool(figure[0]) and may_span(claimed, printed, divide(claim, figure))
