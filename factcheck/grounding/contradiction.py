"""When a figure that states another number than its claim is held against it, and when it is not.

Only what is sure is held against a claim: a figure of the same kind, read without doubt, that no
usual way of telling a number could lead to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.claims.model import Claim
from factcheck.diagnostics.grounding_codes import OTHER_VALUE
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.numbers import HUNDREDTHS, RATIOS, power_of_ten, scales
from factcheck.grounding.units import PrintedUnits, currencies
from factcheck.grounding.wording import in_unit, reading, stated
from factcheck.quantities.model import Quantity
from factcheck.values.rational import (
    ONE,
    Rational,
    absolute,
    add,
    compare,
    divide,
    less,
    multiply,
    negate,
)
from factcheck.vocabulary.wrong import Wrong

_COUNTED: Final = ("count", "number", "ordinal")
_FROM: Final = re.compile(r"\bfrom\b|[从從由自]|\bمن\b", re.IGNORECASE)
_SCALES: Final = (3, 4, 6, 8, 9, 12)
"""Powers of ten that a heading or an axis may say of bare numbers: thousand, 万, million, 亿, …"""


def contradiction(claim: Claim, figures: Sequence[Quantity], units: PrintedUnits) -> Judgement:
    """What figures mean for a claim whose number none of them states."""
    doubtful = next((figure for figure in figures if not figure.confident), None)
    if doubtful is not None:
        return Judgement(f"{reading(doubtful)}, and that is not sure: {doubtful.why}")
    alike = [figure for figure in figures if is_alike(claim, figure, units)]
    if not alike:
        return Judgement(f"{reading(figures[0])}, which is no figure of its kind")
    if len(figures) > 1 and not all(_same_class(claim, figure) for figure in figures):
        return Judgement("several figures are read, and none of them is this one")
    told_otherwise = next((why for one in alike if (why := _otherwise(claim, one, units))), None)
    if told_otherwise:
        return Judgement(told_otherwise)
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
    printed = units.named((*figure.units, figure.unit_text))
    if printed is not None:
        return printed.dimension != units.dimension(claim.unit)
    return bool(figure.units) or (figure.kind == "amount" and bool(figure.unit_text))


def _same_class(claim: Claim, figure: Quantity) -> bool:
    """Whether a figure among several is surely meant to be of the claim's kind."""
    if claim.unit.currencies:
        return bool(currencies(figure))
    return figure.kind in HUNDREDTHS and not claim.unit.dimension.exponents


def _otherwise(claim: Claim, figure: Quantity, units: PrintedUnits) -> str:
    """A usual way from the printed number to the claimed one; empty where there is none."""
    value, printed = claim.value, figure.value
    if value is None or printed is None or not printed[0]:
        return "no number is read"
    scaled = multiply(value, scales(claim, figure, units)[0])
    if figure.value_to is not None and _is_end_of_change(claim, scaled, figure):
        return f"{reading(figure)}: from the one to the other may be a range or a change"
    if figure.kind in RATIOS:
        return _ratio_otherwise(scaled, printed, figure)
    if figure.kind == "number" and not figure.units:
        quotient = divide(absolute(scaled), absolute(printed))
        if power_of_ten(quotient) in _SCALES:
            return f"{reading(figure)}; the scale is not in the quote"
    return _sign_otherwise(scaled, printed, figure)


def _ratio_otherwise(scaled: Rational, printed: Rational, figure: Quantity) -> str:
    """A share may be told as its rest, a multiple as the growth that leads to it."""
    if any(compare(add(scaled, step), printed) == 0 for step in (ONE, (-1, 1))):
        return f"{reading(figure)}: whether that is a growth, or what it grows to, is open"
    if compare(add(scaled, printed), ONE) == 0:
        return f"{reading(figure)}, and the claim is what is left"
    return _sign_otherwise(scaled, printed, figure)


def _sign_otherwise(scaled: Rational, printed: Rational, figure: Quantity) -> str:
    is_opposite = compare(scaled, negate(printed)) == 0
    return f"{reading(figure)}, with the other sign" if is_opposite else ""


def _is_end_of_change(claim: Claim, scaled: Rational, figure: Quantity) -> bool:
    """Whether the claim is one end of what goes from one number to another."""
    ends = (figure.value, figure.value_to)
    is_end = any(end is not None and compare(scaled, end) == 0 for end in ends)
    return is_end and _FROM.search(claim.quote, 0, figure.number_start) is not None


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
