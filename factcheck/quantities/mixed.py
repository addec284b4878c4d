"""Numbers of more than one piece of digits: 1½, 5 1/2, 1e6, 1.5×10^6."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.number import Sum, total
from factcheck.quantities.tokens import Token

_PARTS: Final = (2, 3, 4, 5, 8, 10, 16, 32, 64)
"""Denominators that are printed behind a whole number."""
_PLACES: Final = 6
"""Enough for 1/64."""
_TIMES: Final = ("×", "x", "*")
_WHOLE_DIGITS: Final = 3
"""A longer number with a space before the fraction may be a year."""
_EXPONENT_DIGITS: Final = 2

Fraction = tuple[int, int]


def add_fraction(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """Adds the fraction at `place` to the whole number before it; the place after it."""
    found = _fraction_behind(tokens, place) if len(sum_.parts) == 1 else None
    if found is None:
        return None
    tail = _in_places(found[0])
    if tail is None:
        sum_.number.doubt = "the decimals of its fraction never end"
    else:
        sum_.parts = [total([sum_.parts[0], tail])]
        sum_.number.place = sum_.parts[0][1]
    return found[1]


def _fraction_behind(tokens: Sequence[Token], place: int) -> tuple[Fraction, int] | None:
    """The fraction that stands at `place` behind a whole number, and the place after it."""
    if place and tokens[place - 1].printed is None:
        return None
    whole = tokens[place - 1].printed
    if whole is None or whole.form != "plain" or place >= len(tokens):
        return None
    token = tokens[place]
    if token.gap == "\n":
        return None
    if token.text == "-" and not token.gap:
        place += 1
        if place >= len(tokens) or tokens[place].gap:
            return None
        token = tokens[place]
    if token.kind == "sign" and "fraction" in token.roles:
        value = token.roles["fraction"]
        assert isinstance(value, tuple)  # noqa: S101 -- the table of fractions
        return value, place + 1
    return _in_digits(tokens, place)


def _in_digits(tokens: Sequence[Token], place: int) -> tuple[Fraction, int] | None:
    """1/2 of 5 1/2, written without spaces."""
    pieces = tokens[place : place + 3]
    if len(pieces) < 3 or pieces[1].text != "/" or pieces[1].gap or pieces[2].gap:  # noqa: PLR2004
        return None
    whole = tokens[place - 1].text if tokens[place].gap else ""
    above, below = pieces[0].printed, pieces[2].printed
    if len(whole) > _WHOLE_DIGITS:
        return None
    if above is None or below is None or {above.form, below.form} != {"plain"}:
        return None
    n, d = above.digits, below.digits
    if n is None or d not in _PARTS or not 0 < n < d:
        return None
    return (n, d), place + 3


def _in_places(fraction: Fraction) -> tuple[int, int] | None:
    """The fraction as n × 10 ^ e; None where its decimals never end."""
    n, odd = divmod(fraction[0] * 10**_PLACES, fraction[1])
    if odd:
        return None
    e = -_PLACES
    while n and n % 10 == 0:
        n, e = n // 10, e + 1
    return n, e


def exponent_behind(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The power of ten that multiplies the digits at `place`, and the place after it.

    Of 1e6, and of 1.5×10^6; of 10^6 alone it is one less, as the digits themselves are a ten.
    """
    if _is_joined(tokens, place + 1, "e"):
        power = _exponent(tokens, place + 2)
        return None if power is None else (power, place + 3)
    if tokens[place].text == "10" and _is_joined(tokens, place + 1, "^"):
        power = _exponent(tokens, place + 2)
        return None if power is None else (power - 1, place + 3)
    if place + 2 < len(tokens) and tokens[place + 1].text in _TIMES:
        ten = tokens[place + 2]
        found = exponent_behind(tokens, place + 2) if ten.text == "10" else None
        if found is not None and _is_joined(tokens, place + 3, "^"):
            return found[0] + 1, found[1]
    return None


def _is_joined(tokens: Sequence[Token], place: int, text: str) -> bool:
    return place < len(tokens) and not tokens[place].gap and tokens[place].text == text


def _exponent(tokens: Sequence[Token], place: int) -> int | None:
    """A whole number of one or two digits with nothing behind it."""
    if place >= len(tokens) or tokens[place].gap:
        return None
    printed = tokens[place].printed
    if printed is None or printed.form != "plain" or len(tokens[place].text) > _EXPONENT_DIGITS:
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and not after.gap and after.kind in {"word", "digits"}:
        return None
    return printed.digits
