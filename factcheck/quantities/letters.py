"""Units by one letter: 12.5p, 99p, 46.2C; not 1080p, seat 12C."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token

_UNIT: Final = "GBP"
_PLACES: Final = 2
"""So many decimals may a price in pence have."""
_LINES: Final = frozenset({144, 240, 360, 480, 540, 576, 720})
"""So many lines has a picture; greater numbers are no prices in pence."""
_PRICE_DIGITS: Final = 3
_HEAT_FARTHEST: Final = 8
"""So many tokens before the digits may a word of heat stand."""


def is_pence(tokens: Sequence[Token], place: int) -> bool:
    """Whether the letter at `place` is for pence: digits touch it, and a point or a per tells."""
    letter, digits = tokens[place], tokens[place - 1].printed if place else None
    if "pence" not in letter.roles or letter.gap or letter.capital or digits is None:
        return False
    if digits.form == "decimal":
        return digits.places <= _PLACES
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and not behind.gap and behind.kind in {"word", "digits"}:
        return False
    if behind is not None and behind.gap == " " and "per" in behind.roles:
        return True
    return digits.digits not in _LINES and len(tokens[place - 1].text) <= _PRICE_DIGITS


def take_pence(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """The place behind the letter if it is for pence, which the draft then counts."""
    if draft.units or draft.number.scale or not is_pence(tokens, place):
        return None
    draft.kind, draft.power, draft.units, draft.money = "amount", -2, (_UNIT,), True
    draft.unit_tokens.append((place, place + 1))
    return place + 1


def is_heat(tokens: Sequence[Token], place: int) -> bool:
    """Whether the letter at `place` is of degrees: it touches digits, and a point or a word tells.

    46.2C, -12C, lows of 4C; not row 12C.
    """
    letter, digits = tokens[place], tokens[place - 1].printed if place else None
    if "heat_letter" not in letter.roles or letter.gap or not letter.capital or digits is None:
        return False
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and not behind.gap and behind.kind in {"word", "digits"}:
        return False
    if digits.form == "decimal":
        return digits.places == 1
    before = tokens[max(0, place - 1 - _HEAT_FARTHEST) : place - 1]
    below = bool(before) and "minus" in before[-1].roles and not tokens[place - 1].gap
    return (below and bool(before[-1].gap)) or any("heat_word" in one.roles for one in before)


def take_heat(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """The place behind the letter if it is of degrees, which the draft then counts."""
    if draft.units or draft.number.scale or not is_heat(tokens, place):
        return None
    degrees = tokens[place].roles["heat_letter"]
    assert isinstance(degrees, str)  # noqa: S101 -- the table of letters
    draft.kind, draft.units = "amount", (degrees,)
    draft.unit_tokens.append((place, place + 1))
    return place + 1
