"""The usual ways from a printed number to another that tells the same, so that neither is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from factcheck.claims.bounds import half_a_unit
from factcheck.claims.model import Claim
from factcheck.grounding.numbers import RATIOS, power_of_ten, scales
from factcheck.grounding.units import PrintedUnits
from factcheck.grounding.wording import reading
from factcheck.quantities.model import Quantity
from factcheck.values.rational import (
    ONE,
    Rational,
    absolute,
    add,
    compare,
    divide,
    has_finite_decimal,
    less,
    less_equal,
    multiply,
    negate,
    subtract,
)

_FROM: Final = re.compile(r"\bfrom\b|[从從由自]|\bمن\b", re.IGNORECASE)
_TO: Final = re.compile(r"\bto\b|[至到]|إلى|الى", re.IGNORECASE)
_SCALES: Final = (3, 4, 6, 8, 9, 12)
"""Powers of ten that a heading or an axis may say of bare numbers: thousand, 万, million, 亿, …"""
_PER_MANY: Final = (-3, -4, -5, -6, -8, -9)
"""Powers of ten by which a price per thousand, million, … is that of one."""
_TEN: Final[Rational] = (10, 1)
_MOST_COMBINED: Final = 8
"""Figures of one quote that are added up and taken from each other."""


def otherwise(claim: Claim, figure: Quantity, units: PrintedUnits) -> str:
    """A usual way from the printed number to the claimed one; empty where there is none."""
    value, printed = claim.value, figure.value
    if value is None or printed is None or not printed[0]:
        return "no number is read"
    scale = scales(claim, figure, units)[0]
    scaled = multiply(value, scale)
    upper = multiply(claim.value_to, scale) if claim.value_to else None
    if figure.value_to is not None and _is_end_of_change(claim, scaled, figure):
        return f"{reading(figure)}: from the one to the other may be a range or a change"
    if figure.value_to is not None and _is_below_a_range(claim, scaled, figure.value_to):
        return f"{reading(figure)}, and the claim is its upper end"
    if figure.value_to is None and _is_left_open(claim, scaled, upper, figure):
        return f"{reading(figure)}, and the claim says how much that is at least or at most"
    if figure.kind in RATIOS:
        return _ratio_otherwise(claim, scaled, printed, figure)
    quotient = power_of_ten(divide(absolute(scaled), absolute(printed)))
    if figure.kind == "number" and not figure.units and quotient in _SCALES:
        return f"{reading(figure)}; the scale is not in the quote"
    if quotient in _PER_MANY and _may_be_per_many(claim, scaled, figure, units):
        return f"{reading(figure)}; per how many that is, is not read"
    return _sign_otherwise(scaled, printed, figure)


def combined(claim: Claim, figures: Sequence[Quantity], units: PrintedUnits) -> str:
    """Whether a claim is a sum or a difference of what its quote prints."""
    if claim.value is None or claim.value_to is not None or len(figures) > _MOST_COMBINED:
        return ""
    scaled = absolute(multiply(claim.value, scales(claim, figures[0], units)[0]))
    parts = [end for one in figures for end in (one.value, one.value_to) if end is not None]
    if any(compare(scaled, absolute(one)) == 0 for one in _combinations(parts)):
        return "the claim is a sum or a difference of the figures of its quote"
    return ""


def _combinations(parts: Sequence[Rational]) -> Iterator[Rational]:
    total: Rational = (0, 1)
    for part in parts:
        total = add(total, part)
    if len(parts) > 1:
        yield total
    for one, other in combinations(parts, 2):
        yield add(one, other)
        yield subtract(one, other)


def _ratio_otherwise(claim: Claim, scaled: Rational, printed: Rational, figure: Quantity) -> str:
    """A share may be told as its rest, a multiple as the growth that leads to it."""
    if any(compare(add(scaled, step), printed) == 0 for step in (ONE, (-1, 1))):
        return f"{reading(figure)}: whether that is a growth, or what it grows to, is open"
    if _is_rest(claim, scaled, printed):
        return f"{reading(figure)}, and the claim is what is left"
    return _sign_otherwise(scaled, printed, figure)


def _is_rest(claim: Claim, scaled: Rational, printed: Rational) -> bool:
    """One less what is printed; where its decimals never end, as near as the claim can say it."""
    error = absolute(subtract(add(scaled, printed), ONE))
    if not error[0] or has_finite_decimal(printed):
        return not error[0]
    places = len(claim.value_text.partition(".")[2])
    return places > 0 and less_equal(error, half_a_unit(places))


def _sign_otherwise(scaled: Rational, printed: Rational, figure: Quantity) -> str:
    is_opposite = compare(scaled, negate(printed)) == 0
    return f"{reading(figure)}, with the other sign" if is_opposite else ""


def _is_end_of_change(claim: Claim, scaled: Rational, figure: Quantity) -> bool:
    """Whether the claim is one end of what goes from one number to another.

    Without a word like `from` only the second one: who leaves out a range's end has the first.
    """
    ends = (figure.value, figure.value_to)
    if ends[1] is not None and compare(scaled, ends[1]) == 0 and _TO.search(figure.text):
        return True
    is_end = any(end is not None and compare(scaled, end) == 0 for end in ends)
    return is_end and _FROM.search(claim.quote, 0, figure.number_start) is not None


def _is_below_a_range(claim: Claim, scaled: Rational, upper: Rational) -> bool:
    """At most its upper end, as its lower one is at least: 160 to 170 billion."""
    return claim.relation in {"lt", "le"} and compare(scaled, upper) == 0


def _is_left_open(claim: Claim, scaled: Rational, upper: Rational | None, figure: Quantity) -> bool:
    """Whether a claim says in numbers what its quote leaves open: 十几 as 11 to 19, dozens as ≥ 24.

    It begins inside the order of magnitude that is printed, and its range ends there too.
    """
    lowest = figure.value or ONE
    is_bound = figure.relation == "order" and claim.relation in {"gt", "ge", "order"}
    is_range = figure.relation in {"order", "gt", "ge"} and upper is not None
    if not (is_bound or is_range) or less(scaled, lowest) or lowest[0] < 0:
        return False
    highest = multiply(lowest, _TEN)
    return less(scaled, highest) and (upper is None or less_equal(upper, highest))


def _may_be_per_many(claim: Claim, scaled: Rational, figure: Quantity, units: PrintedUnits) -> bool:
    """Less than one for each, where a number without a scale is printed: 3 per million tokens."""
    below = units.ids(claim.unit)[1]
    return bool(below) and less(absolute(scaled), ONE) and (figure.decimals or 0) >= 0
