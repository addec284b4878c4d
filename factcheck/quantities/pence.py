"""Pence by their letter: 12.5p, 25p each; not 1080p."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token

_UNIT: Final = "GBP"
_PLACES: Final = 2
"""So many decimals may a price in pence have."""


def is_pence(tokens: Sequence[Token], place: int) -> bool:
    """Whether the letter at `place` is for pence: digits touch it, and a point or a per tells."""
    letter, digits = tokens[place], tokens[place - 1].printed if place else None
    if "pence" not in letter.roles or letter.gap or letter.capital or digits is None:
        return False
    if digits.form == "decimal":
        return digits.places <= _PLACES
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return behind is not None and behind.gap == " " and "per" in behind.roles


def take_pence(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """The place behind the letter if it is for pence, which the draft then counts."""
    if draft.units or draft.number.scale or not is_pence(tokens, place):
        return None
    draft.kind, draft.power, draft.units, draft.money = "amount", -2, (_UNIT,), True
    draft.unit_tokens.append((place, place + 1))
    return place + 1
