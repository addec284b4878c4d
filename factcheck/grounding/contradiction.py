"""When a figure that states another number than its claim is held against it, and when it is not.

Only what is sure is held against a claim: a figure of the same kind, read without doubt, that no
usual way of telling a number could lead to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.model import Claim
from factcheck.diagnostics.grounding_codes import OTHER_VALUE
from factcheck.grounding.derived import combined
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.numbers import HUNDREDTHS, power_of_ten, scales
from factcheck.grounding.otherwise import otherwise
from factcheck.grounding.points import RATIOS
from factcheck.grounding.units import PrintedUnits, currencies
from factcheck.grounding.wording import decimal, in_unit, reading, stated
from factcheck.quantities.model import Quantity
from factcheck.values.rational import (
    ONE,
    Rational,
    absolute,
    divide,
    less,
    multiply,
)
from factcheck.vocabulary.wrong import Wrong

_MEASURED: Final = ("amount", "count")
_PERCENT: Final = 2
"""The power of ten between a share and its percentage."""
_COUNTED: Final = ("count", "number", "ordinal")


def contradiction(claim: Claim, figures: Sequence[Quantity], units: PrintedUnits) -> Judgement:
    """What figures mean for a claim whose number none of them states."""
    doubtful = next((figure for figure in figures if not figure.confident), None)
    if doubtful is not None:
        return Judgement(f"{reading(doubtful)}, and that is not sure: {doubtful.why}")
    alike = [figure for figure in figures if is_alike(claim, figure, units)]
    if not alike:
        return Judgement(f"{reading(figures[0])}, which is no figure of its kind")
    told_otherwise = next((why for one in alike if (why := otherwise(claim, one, units))), None)
    told_otherwise = told_otherwise or combined(claim, figures, alike, units)
    if told_otherwise:
        return Judgement(told_otherwise)
    if len(figures) > 1 and not all(_same_class(claim, figure) for figure in figures):
        alike = [one for one in alike if _is_slip(claim, one, units)]
        if not alike:
            return Judgement("several figures are read, and none of them is this one")
    return Judgement(wrongs=(("value", _other_value(claim, alike, units)),))


def _other_value(claim: Claim, figures: Sequence[Quantity], units: PrintedUnits) -> Wrong:
    figure = figures[0]
    printed = figure.value or ONE
    expected = in_unit(printed, scales(claim, figure, units)[0])
    message = f"the quote states {expected}"
    if figure.value_to is not None:
        message += f" to {in_unit(figure.value_to, scales(claim, figure, units)[0])}"
    message += f", and the claim {stated(claim)}"
    help_ = f"write `{expected}`, or quote the words that state {claim.value_text}"
    if figure.value_to is not None:
        help_ = "a range has its lower number in `value`, its upper one in `value_to`"
    return Wrong(OTHER_VALUE, message, help_, tuple(map(reading, figures)))


def is_alike(claim: Claim, figure: Quantity, units: PrintedUnits) -> bool:
    """Whether a figure is of a kind that the claim could state."""
    if units.mixed(claim.unit, figure):
        return False
    money = currencies(figure)
    if claim.unit.currencies:
        others = bool(figure.units) and not money
        return bool(money) or (figure.kind in {"amount", "number"} and not others)
    if money:
        return False
    if claim.unit.dimension.exponents:
        other = _is_other_unit(claim, figure, units)
        shares = figure.kind in HUNDREDTHS and _is_share(claim)
        return shares or (figure.kind in {"amount", *_COUNTED} and not other)
    if figure.kind in RATIOS:
        return figure.kind in HUNDREDTHS or not _is_whole(claim)
    return not _is_share(claim) and not _is_told_in_words(claim)


def _is_other_unit(claim: Claim, figure: Quantity, units: PrintedUnits) -> bool:
    """Whether a figure is measured in another unit, or in one that the package does not know.

    Weeks may be the days of a claim, and megawatts its watts; a noun that is counted is its unit.
    """
    printed = units.named((figure.unit_text, *figure.units))
    if printed is not None:
        return printed.dimension != units.dimension(claim.unit)
    return bool(figure.units) or (figure.kind == "amount" and bool(figure.unit_text))


def _same_class(claim: Claim, figure: Quantity) -> bool:
    """Whether a figure among several is surely meant to be of the claim's kind."""
    if claim.unit.currencies:
        return bool(currencies(figure))
    return figure.kind in HUNDREDTHS and not claim.unit.dimension.exponents


def _is_slip(claim: Claim, figure: Quantity, units: PrintedUnits) -> bool:
    """Whether the claim has the digits of the figure: with other zeros, or in another order."""
    value, printed = claim.value, figure.value
    if value is None or printed is None or not value[0] or not printed[0]:
        return False
    if not (_same_class(claim, figure) or figure.kind in _MEASURED):
        return False
    scaled = multiply(value, scales(claim, figure, units)[0])
    power = power_of_ten(divide(absolute(scaled), absolute(printed)))
    if power is not None:
        return abs(power) != _PERCENT or bool(currencies(figure))
    one, other = (decimal(absolute(number)) for number in (scaled, printed))
    return len(one) == len(other) and sorted(one) == sorted(other)


def _is_share(claim: Claim) -> bool:
    """A number between 0 and 1."""
    value = absolute(claim.value) if claim.value else ONE
    return bool(value[0]) and less(value, ONE)


def _is_whole(claim: Claim) -> bool:
    return "." not in claim.value_text


def _is_told_in_words(claim: Claim) -> bool:
    """None, the only one, the first: what is counted without a figure."""
    value: Rational = absolute(claim.value) if claim.value else ONE
    return _is_whole(claim) and not less(ONE, value)
