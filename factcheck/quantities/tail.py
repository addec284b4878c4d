"""What stands behind a unit and belongs to the number: 12元5角, 三块五, 1米85, ساعتين ونصف."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.compose import fraction_at
from factcheck.quantities.draft import Draft
from factcheck.quantities.number import Part, number_part, total
from factcheck.quantities.tokens import Token
from factcheck.records import evolve

_ADDABLE: Final = 100
"""Fractions that are whole hundredths can be added to a number in digits."""
_LEAST_SCALE: Final = 3
_ONE: Final = 10
_DEGREES: Final = frozenset({"degree", "celsius", "fahrenheit"})
_MORE: Final = frozenset({"scale", "digit", "decimal_word", "units", "counter", "several", "nouns"})
"""Behind a last digit these begin another figure, or make another one of it."""


def change_after(tokens: Sequence[Token], place: int, draft: Draft) -> int:
    """The place after the smaller units and digits that follow the unit before `place`."""
    number = draft.number
    if number.decimal or number.scale or number.upper or number.order or number.relation:
        return place
    part: Part = number.part
    power, added = 0, False
    while place < len(tokens) and not tokens[place].gap:
        digit = _digit(tokens[place])
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if digit is None or (part[1] < 0 and power == 0):
            break
        below = None if after is None or after.gap else after.roles.get("subunit")
        if isinstance(below, int) and below < power:
            part, power, place, added = total([part, (digit, below)]), below, place + 2, True
            continue
        if "change" in tokens[place - 1].roles and _ends(after):
            part, place, added = total([part, (digit, power - 1)]), place + 1, True
        break
    if added:
        draft.number = evolve(number, part=part, place=part[1], printed=True, last=place)
    return place


def length_after(tokens: Sequence[Token], place: int, draft: Draft) -> int:
    """1米85, 一米七五: digits behind a unit that has hundredths."""
    number, last, text = draft.number, place, ""
    if number.decimal or number.scale or number.upper or number.order or number.part[1]:
        return place
    while last < len(tokens) and not tokens[last].gap and len(text) <= len("85"):
        token = tokens[last]
        digits = token.text if token.printed is not None else str(token.roles.get("digit", ""))
        if not digits.isdecimal():
            break
        text, last = text + digits, last + 1
    if not 1 <= len(text) <= len("85") or not _ends(tokens[last] if last < len(tokens) else None):
        return place
    part = total([number.part, (int(text), -len(text))])
    draft.number = evolve(number, part=part, place=-len(text), printed=True, last=last)
    return last


def _digit(token: Token) -> int | None:
    """One digit, in a word or printed."""
    if token.printed is not None:
        return (
            token.printed.digits if token.printed.form == "plain" and len(token.text) == 1 else None
        )
    value = token.roles.get("digit")
    return value if isinstance(value, int) and value < _ONE else None


def _ends(after: Token | None) -> bool:
    return after is None or bool(after.gap) or not (after.roles.keys() & _MORE or after.printed)


def half_after(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """مليار دولار ونصف المليار, ثلاث سنوات ونصف: a fraction of the unit or of the scale."""
    number = draft.number
    if place + 1 >= len(tokens) or "sum_link" not in tokens[place].roles or tokens[place + 1].gap:
        return None
    found = fraction_at(tokens, place + 1)
    if found is None or number.decimal or number.order or number.upper or not draft.units:
        return None
    (numerator, denominator), last = found
    hundredths, odd = divmod(numerator * _ADDABLE, denominator)
    power = number.scale if number.scale >= _LEAST_SCALE else 0
    following = tokens[last] if last < len(tokens) and tokens[last].gap == " " else None
    if odd:
        draft.doubts.append("a fraction is added behind the unit")
        return last
    if following is not None and _repeats(tokens[place - 1], following, power):
        last += 1
    elif following is not None and following.roles.keys() & {"scale", "units", "order"}:
        return None
    tail = number_part(hundredths)
    part = total([number.part, (tail[0], tail[1] - 2 + power)])
    draft.number = evolve(number, part=part, place=part[1], spoken=number.spoken or not power)
    return last


def _repeats(unit: Token, following: Token, power: int) -> bool:
    """Whether the scale or the unit stands again behind the fraction: ونصف السنة."""
    if power:
        return following.roles.get("scale") == power
    return "units" in following.roles and following.roles["units"] == unit.roles.get("units")


def below_zero(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """5 degrees below zero: the place behind the words that make degrees negative."""
    if draft.negative or not {*draft.units} & _DEGREES or tokens[place].gap == "\n":
        return None
    draft.negative = True
    return place + 1
