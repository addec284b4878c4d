"""Words that multiply the number before them: million, 亿, bn, dozen, billions."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.number import Number, Part, Sum, is_less, total
from factcheck.quantities.tokens import Token

_THOUSAND: Final = 3
_MYRIAD: Final = 4
"""Powers of ten from which scales are written behind digits, in spaced and in unspaced scripts."""


def take_scale(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """Multiplies by the scale at `place`; the place after it, or None if it cannot."""
    token, number = tokens[place], sum_.number
    power = token.roles.get("scale")
    if power is None:
        if not _is_letter_of_scale(tokens, place, number):
            return None
        power = token.roles["letter"]
        if power != _THOUSAND:
            number.letter = token.text
    assert isinstance(power, int)  # noqa: S101 -- the table of scales
    if not sum_.parts:
        unspaced = token.kind == "unspaced"
        if not unspaced and "alone" not in token.roles:
            return None
        number.bare = unspaced and power > 1
        sum_.push((1, 0))
        number.words += 1
    elif token.gap and token.kind == "unspaced" and not number.printed:
        return None
    elif not _any_is_less(sum_.parts, power) and not (number.printed and len(sum_.parts) == 1):
        # A new addend that is a scale by itself: ألف ومئة.
        alone = "alone" in token.roles or (token.kind == "unspaced" and power == 1)
        if not alone or not sum_.fits((1, power)):
            return None
        sum_.push((1, 0))
    number.words += 1
    written = _MYRIAD if token.kind == "unspaced" else _THOUSAND
    return place + 1 if sum_.scaled(power, written) else None


def counted_scale(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """两个亿: a counter before a large scale."""
    if tokens[place].gap or place + 1 >= len(tokens) or tokens[place + 1].gap:
        return None
    power = tokens[place + 1].roles.get("scale")
    large = isinstance(power, int) and power >= _MYRIAD
    return take_scale(tokens, place + 1, sum_) if large else None


def take_order(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """Billions: a scale after a number, else an order of magnitude; tens of billions."""
    power = tokens[place].roles["order"]
    assert isinstance(power, int)  # noqa: S101 -- the table of orders
    number = sum_.number
    if sum_.parts and not number.order:
        return place + 1 if sum_.scaled(power) else None
    number.order = True
    number.words += 1
    if not sum_.parts:
        sum_.push((1, power), power)
        number.scale = power
    elif not sum_.scaled(power):
        return None
    of = place + 1
    if of + 1 < len(tokens) and "of" in tokens[of].roles:
        following = tokens[of + 1]
        if "order" in following.roles or "scale" in following.roles:
            return of + 1
    return of


def take_dozen(place: int, sum_: Sum) -> int | None:
    """Multiplies by twelve; the place after it, or None if there is nothing to multiply."""
    if not sum_.parts:
        return None
    n, e = total(sum_.parts)
    sum_.parts = [(n * 12, e)]
    sum_.number.words, sum_.number.dozens = sum_.number.words + 1, True
    return place + 1


def _any_is_less(parts: Sequence[Part], power: int) -> bool:
    return any(is_less(one, power) for one in parts)


def _is_letter_of_scale(tokens: Sequence[Token], place: int, number: Number) -> bool:
    """5m, $5 m, $5 mm, $(5)m; not 5 m, 5mm."""
    token = tokens[place]
    digits = place - 1 - number.accounted
    if digits < number.first or tokens[digits].printed is None:
        return False
    if number.accounted:
        return token.gap in {"", " "}
    money = number.first > 0 and "money" in tokens[number.first - 1].roles
    if money:
        return token.gap in {"", " "}
    return not token.gap and not ("units" in token.roles and len(token.text) > 1)
