"""Whether the number of a claim is the one that a figure prints, in whatever unit of the claim."""

from __future__ import annotations

from typing import Final

from factcheck.claims.bounds import half_a_unit
from factcheck.claims.model import Claim
from factcheck.grounding.points import RATIOS
from factcheck.grounding.units import PrintedUnits, currencies
from factcheck.quantities.model import Quantity
from factcheck.records import Record, frozen
from factcheck.values.rational import (
    ONE,
    Rational,
    absolute,
    compare,
    divide,
    has_finite_decimal,
    less_equal,
    multiply,
    negate,
    subtract,
)

HUNDREDTHS: Final = ("percent", "points")
_HUNDREDTH: Final[Rational] = (1, 100)


@frozen
class Match(Record):
    """How the number of a claim is the printed one: times `scale`, and perhaps with its sign."""

    scale: Rational
    opposite: bool
    """The claim is below 0, and the figure above: a fall is printed without a sign."""


def scales(claim: Claim, figure: Quantity, units: PrintedUnits) -> tuple[Rational, ...]:
    """By what the claim's number may be the printed one, the likeliest first."""
    own = units.above(claim.unit)
    if figure.kind in HUNDREDTHS and claim.unit.dimension.exponents:
        return (_HUNDREDTH, own)
    if figure.kind in RATIOS or currencies(figure):
        return (own,)
    printed = units.named((figure.unit_text, *figure.units))
    if printed is not None and printed.dimension == units.dimension(claim.unit):
        return (divide(own, printed.factor),)
    return (own,) if own == ONE else (own, ONE)


def match(claim: Claim, figure: Quantity, units: PrintedUnits) -> Match | None:
    """How both are the same number; None when they are not, or nothing was read."""
    if claim.value is None or figure.value is None:
        return None
    for scale in scales(claim, figure, units):
        for opposite in (False, True):
            printed = negate(figure.value) if opposite else figure.value
            is_fall = claim.value[0] < 0 < figure.value[0]
            if (is_fall or not opposite) and _same(claim, claim.value, scale, printed):
                found = Match(scale, opposite)
                return found if _same_end(claim, figure, found) else None
    return None


def _same_end(claim: Claim, figure: Quantity, found: Match) -> bool:
    """Whether the upper ends are the same, or the claim says that its number is the lower one."""
    if figure.value_to is None:
        return claim.value_to is None
    if claim.value_to is None:
        return claim.relation in {"gt", "ge"} and not found.opposite
    return not found.opposite and _same(claim, claim.value_to, found.scale, figure.value_to)


def _same(claim: Claim, value: Rational, scale: Rational, printed: Rational) -> bool:
    """Equal; of a fraction without an end, as near as the decimals of the claim can say it."""
    scaled = multiply(value, scale)
    if compare(scaled, printed) == 0:
        return True
    if has_finite_decimal(divide(printed, scale)):
        return False
    places = len(claim.value_text.partition(".")[2])
    error = absolute(subtract(value, divide(printed, scale)))
    return places > 0 and less_equal(error, half_a_unit(places))


def power_of_ten(value: Rational) -> int | None:
    """The exponent, where the value is a power of ten."""
    numerator, denominator = value
    if numerator <= 0 or denominator <= 0:
        return None
    larger, smaller = max(numerator, denominator), min(numerator, denominator)
    quotient, rest = divmod(larger, smaller)
    exponent = len(str(quotient)) - 1 if quotient < _LARGEST else -1
    if rest or exponent < 0 or quotient != 10**exponent:
        return None
    return exponent if numerator >= denominator else -exponent


_LARGEST: Final = 10**400
"""Beyond any number that is read."""
