"""Exact numbers as people read them: `160 billion CNY`, `20,000 chip`, `12.5%`; never rounded."""

from typing import Final

from factcheck.claims.model import Claim
from factcheck.report.escape import for_terminal
from factcheck.report.limits import DIGITS_SHOWN
from factcheck.report.model import FindingClaim
from factcheck.report.width import ELLIPSIS
from factcheck.verdicts.wording import RELATION_WORDS

_SCALES: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
_PLACES: Final = 3
"""Decimal places up to which a scale word reads better than grouped digits."""
_PERCENT: Final = 2

_BARE_UNIT: Final = "ratio"


def number(text: str, *, percent: bool = False) -> str:
    """A decimal text with a scale word where that is exact and short, else with grouped digits."""
    if text in {"inf", "-inf"}:
        return "∞" if text == "inf" else "−∞"
    parts = _parts(text)
    if parts is None:
        return for_terminal(text)
    sign, whole, places = parts
    if percent:
        return sign + _grouped(*_moved(whole, places, -_PERCENT)) + "%"
    return sign + _scaled(whole, places)


def _parts(text: str) -> tuple[str, str, str] | None:
    """Sign, whole digits and decimal places, without idle zeros; None for no plain number."""
    digits = text.removeprefix("-").removeprefix("+")
    whole, point, places = digits.partition(".")
    plain = digits.isascii() and whole.isdigit() and places.isdigit() == bool(point)
    if not plain:
        return None
    return "−" if text[0] == "-" else "", whole.lstrip("0") or "0", places.rstrip("0")


def _scaled(whole: str, places: str) -> str:
    for exponent, word in _SCALES:
        if len(whole) > exponent and not places:
            units, rest = _moved(whole, "", exponent)
            if len(rest) <= _PLACES:
                return f"{_grouped(units, rest)} {word}"
            break
    return _grouped(whole, places)


def _moved(whole: str, places: str, exponent: int) -> tuple[str, str]:
    """Both parts with the decimal point so many digits farther left."""
    if exponent >= 0:
        padded = whole.rjust(exponent + 1, "0")
        cut = len(padded) - exponent
        return padded[:cut], (padded[cut:] + places).rstrip("0")
    padded = places.ljust(-exponent, "0")
    return (whole + padded[:-exponent]).lstrip("0") or "0", padded[-exponent:]


def _grouped(whole: str, places: str) -> str:
    if len(whole) > DIGITS_SHOWN:
        return f"{whole[:DIGITS_SHOWN]}{ELLIPSIS} ({len(whole)} digits)"
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
    kept = places[:DIGITS_SHOWN] + (ELLIPSIS if len(places) > DIGITS_SHOWN else "")
    return ",".join(reversed(groups)) + ("." + kept if kept else "")


def figure(claim: Claim) -> str:
    """The figure as its source prints it, with hedge, relation and unit."""
    if not claim.value_text:
        return "no number"
    percent = _reads_as_percent(claim)
    value = number(claim.value_text, percent=percent)
    if claim.value_to_text:
        value = both_ends(value, number(claim.value_to_text, percent=percent))
    hedge = for_terminal(claim.hedge) + " " if claim.hedge else ""
    words = RELATION_WORDS.get(claim.relation, "")
    return words + hedge + value + _unit(claim.unit.text)


def _unit(text: str) -> str:
    if text == _BARE_UNIT:
        return ""
    return text if text == "%" else " " + for_terminal(text)


def bounds(found: FindingClaim) -> str:
    """What the words of the figure allow, where the figure alone does not say it; else empty."""
    claim, lower, upper = found.claim, found.lower, found.upper
    if lower == upper or not claim.value_text:
        return ""
    percent = _reads_as_percent(claim)
    if upper == "inf":
        return "" if lower == claim.value_text else f"from {number(lower, percent=percent)}"
    if lower == "-inf":
        return "" if upper == claim.value_text else f"up to {number(upper, percent=percent)}"
    return both_ends(number(lower, percent=percent), number(upper, percent=percent))


def both_ends(lower: str, upper: str) -> str:
    """Both ends, with a scale word or percent sign that they share written once."""
    low, _, low_word = lower.rpartition(" ")
    _, _, high_word = upper.rpartition(" ")
    if low and low_word == high_word and low_word.isalpha():
        return f"{low} to {upper}"
    if lower.endswith("%") and upper.endswith("%"):
        return f"{lower[:-1]} to {upper}"
    return f"{lower} to {upper}"


def _reads_as_percent(claim: Claim) -> bool:
    """A ratio below one with decimal places: 0.125 is 12.5%; counts and multiples are not."""
    text = claim.value_text.removeprefix("-")
    return claim.unit.text == _BARE_UNIT and text.startswith("0.")
