"""Digits and words that signs tie to one thing, which counts nothing: 3:1, half-time."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.compose import compose
from factcheck.quantities.tokens import Token

_JOINING: Final = frozenset({"link", "sum_link", "ratio_link", "one", "of"})
"""What may stand between two numbers of one figure: one-in-five, two-and-a-half, 10-to-15."""
_SPOKEN: Final = frozenset({"fraction", "multiple"})
_SIGNS: Final = frozenset(":+")


def end_of_tie(tokens: Sequence[Token], place: int) -> int | None:
    """The place after what the token is tied to; None if it is tied to nothing of the kind."""
    following = _at(tokens, place + 1)
    if "one" in tokens[place].roles and following is not None and following.gap == " ":
        place += 1  # a half-hearted effort
    stroke = _at(tokens, place + 1)
    if stroke is None or stroke.gap:
        return None
    following = _at(tokens, place + 2)
    if following is None or following.gap:
        return None
    if stroke.text in _SIGNS:
        both = tokens[place].printed is not None and following.printed is not None
        return place + 3 if both else None
    if stroke.text != "-" or following.kind != "word":
        return None
    if tokens[place].roles.keys() & _SPOKEN and (following.capital or not following.roles):
        return place + 3
    if _is_number(following) and following.text == tokens[place].text:
        return place + 3  # fifty-fifty
    return _between_numbers(tokens, place, following)


def _between_numbers(tokens: Sequence[Token], place: int, middle: Token) -> int | None:
    """2-for-1, one-on-one, 50-times-3."""
    joins = middle.roles.keys() & _JOINING
    if _is_number(middle) or (joins and not (tokens[place].printed and "ratio_link" in joins)):
        return None
    second = _at(tokens, place + 3)
    last = _at(tokens, place + 4)
    if second is None or last is None or second.text != "-" or second.gap or last.gap:
        return None
    if not (_is_number(tokens[place]) and _is_number(last)):
        return None
    number = compose(tokens, place + 4, linked=False)
    return place + 5 if number is None else number.last


def _is_number(token: Token) -> bool:
    return token.printed is not None or "number" in token.roles


def _at(tokens: Sequence[Token], place: int) -> Token | None:
    return tokens[place] if place < len(tokens) else None
