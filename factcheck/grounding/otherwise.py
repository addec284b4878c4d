"""The usual ways from a printed number to another that tells the same, so that neither is wrong."""

from __future__ import annotations

from typing import Final

from factcheck.claims.bounds import half_a_unit
from factcheck.claims.model import Claim
from factcheck.grounding.numbers import power_of_ten, scales
from factcheck.grounding.points import RATIOS
from factcheck.grounding.spans import SPANS, may_be_per, may_span_any
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

_SCALES: Final = (3, 4, 6, 8, 9, 12)
"""Powers of ten that a heading or an axis may say of bare numbers: thousand, 万, million, 亿, …"""
_PER_MANY: Final = (-3, -4, -5, -6, -8, -9)
"""Powers of ten by which a price per thousand, million, … is that of one."""
_TEN: Final[Rational] = (10, 1)
_PERCENT: Final = 2
"""The power of ten by which a share is told in percent."""
_TWO: Final[Rational] = (2, 1)
_COUNTS: Final = ("count", "number")


def otherwise(claim: Claim, figure: Quantity, units: PrintedUnits) -> str:
    """A usual way from the printed number to the claimed one; empty where there is none."""
    value, printed = claim.value, figure.value
    if value is None or printed is None or not printed[0]:
        return "no number is read"
    scale = scales(claim, figure, units)[0]
    scaled = multiply(value, scale)
    if figure.value_to is not None:
        why = _range_otherwise(claim, scaled, printed, figure.value_to)
    else:
        upper = multiply(claim.value_to, scale) if claim.value_to else None
        why = _words_otherwise(claim, scaled, upper, figure)
    if not why and figure.kind in RATIOS:
        why = _ratio_otherwise(claim, scaled, printed)
    elif not why:
        why = _scale_otherwise(claim, scaled, printed, figure, units)
    why = why or _span_otherwise(claim, scaled, printed, figure, units)
    if not why and compare(scaled, negate(printed)) == 0:
        why = ", with the other sign"
    return f"{reading(figure)}{why}" if why else ""


def _range_otherwise(claim: Claim, scaled: Rational, low: Rational, high: Rational) -> str:
    """The middle of a range, or one end of it, where another claim may have the other.

    From 5 to 8 may be a change as well, of which a claim has what was before, or what is now.
    """
    if claim.value_to is not None:
        return ""
    if any(compare(scaled, end) == 0 for end in (low, high)):
        return ": the claim is one end of it, and the words may say a range or a change"
    is_middle = compare(multiply(scaled, _TWO), add(low, high)) == 0
    return ", and the claim is its middle" if is_middle else ""


def _words_otherwise(
    claim: Claim, scaled: Rational, upper: Rational | None, figure: Quantity
) -> str:
    """What the words leave open, told in numbers; or a number that says that it is rounded."""
    printed = figure.value or ONE
    if _is_left_open(claim, scaled, upper, figure):
        return ", and the claim says how much that is at least or at most"
    if _is_next_whole(claim, scaled, printed, figure):
        return ", and the claim is the next whole number, included"
    return ", and the claim is that number rounded" if _is_rounded(claim, scaled, printed) else ""


def _scale_otherwise(
    claim: Claim, scaled: Rational, printed: Rational, figure: Quantity, units: PrintedUnits
) -> str:
    """A scale that stands elsewhere: in a heading, or as per million."""
    quotient = power_of_ten(divide(absolute(scaled), absolute(printed)))
    if figure.kind == "number" and not figure.units and quotient in _SCALES:
        return "; the scale is not in the quote"
    share = figure.kind == "number" and less(absolute(printed), ONE)
    if share and quotient == _PERCENT and _is_percent(claim, units):
        return ": a share may be told in percent"
    if quotient in _PER_MANY and _may_be_per_many(claim, scaled, figure, units):
        return "; per how many that is, is not read"
    return ""


def _is_percent(claim: Claim, units: PrintedUnits) -> bool:
    """Whether the claim is in a unit that the package calls percent."""
    named = units.named(("percent", "%"))
    return named is not None and named.id == claim.unit.text


def _ratio_otherwise(claim: Claim, scaled: Rational, printed: Rational) -> str:
    """A share may be told as its rest, a multiple as the growth that leads to it."""
    if any(compare(add(scaled, step), printed) == 0 for step in (ONE, (-1, 1))):
        return ": whether that is a growth, or what it grows to, is open"
    return ", and the claim is what is left" if _is_rest(claim, scaled, printed) else ""


def _is_rest(claim: Claim, scaled: Rational, printed: Rational) -> bool:
    """One less what is printed; where its decimals never end, as near as the claim can say it."""
    error = absolute(subtract(add(scaled, printed), ONE))
    if not error[0] or has_finite_decimal(printed):
        return not error[0]
    places = len(claim.value_text.partition(".")[2])
    return places > 0 and less_equal(error, half_a_unit(places))


def _is_next_whole(claim: Claim, scaled: Rational, printed: Rational, figure: Quantity) -> bool:
    """More than 120 people are at least 121, fewer than 10 at most 9."""
    step = {("gt", "ge"): ONE, ("lt", "le"): (-1, 1)}.get((figure.relation, claim.relation))
    return step is not None and figure.kind in _COUNTS and compare(scaled, add(printed, step)) == 0


def _is_rounded(claim: Claim, scaled: Rational, printed: Rational) -> bool:
    """A number that the claim has with fewer digits, and says so: 1.2 million for 1,234,567."""
    if claim.decimals is None or claim.value is None or not claim.value[0]:
        return False
    unit = divide(scaled, claim.value)
    error = divide(absolute(subtract(scaled, printed)), unit)
    return less_equal(error, half_a_unit(claim.decimals))


def _span_otherwise(
    claim: Claim, scaled: Rational, printed: Rational, figure: Quantity, units: PrintedUnits
) -> str:
    """Another span of time: so much a month told as so much a year, half a year as 6 months."""
    one, other = absolute(scaled), absolute(printed)
    below = units.ids(claim.unit)[1]
    if any(
        may_be_per(per, claimed, one, other) for per in figure.per for claimed in (*below, *SPANS)
    ):
        return ", and the claim is per another span of time"
    own = units.named(figure.units)
    known = own is not None and own.dimension == units.dimension(claim.unit)
    if not known and any(may_span_any(name, divide(one, other)) for name in figure.units):
        return ", and the claim may count another span of time"
    return ""


def _is_left_open(claim: Claim, scaled: Rational, upper: Rational | None, figure: Quantity) -> bool:
    """Whether a claim says in numbers what its quote leaves open: 十几 as 11 to 19, dozens as ≥ 24.

    It begins inside the order of magnitude that is printed, and its range ends there too.
    """
    lowest = figure.value or ONE
    said = claim.relation in {"gt", "ge", "order"} or bool(claim.hedge)
    is_bound = figure.relation == "order" and said
    is_range = figure.relation in {"order", "gt", "ge"} and upper is not None
    if not (is_bound or is_range) or less(scaled, lowest) or lowest[0] < 0:
        return False
    highest = multiply(lowest, _TEN)
    return less(scaled, highest) and (upper is None or less_equal(upper, highest))


def _may_be_per_many(claim: Claim, scaled: Rational, figure: Quantity, units: PrintedUnits) -> bool:
    """Less than one for each, where a number without a scale is printed: 3 per million tokens."""
    below = units.ids(claim.unit)[1]
    return bool(below) and less(absolute(scaled), ONE) and (figure.decimals or 0) >= 0
