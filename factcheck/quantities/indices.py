"""Points of an index, and steps of an interest rate: 3267.19點, 46.7 نقطة, 升息2碼."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token
from factcheck.records import evolve

_MOST_HOURS: Final = 24
_LEAST_POINTS: Final = 10
"""Fewer points may be those of a percentage."""
_MANY_POINTS: Final = 1000
"""So many points are those of an index."""
_STEP: Final = 25
"""So many basis points are one step."""
_MOST_STEPS: Final = 12
"""More steps in digits are the characters of a code."""
_FARTHEST: Final = 8
"""So many tokens before the steps a word of rates may stand."""


def points_after(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """The place behind the points at `place`, if they are those of an index or of a rate."""
    number, roles = draft.number, tokens[place].roles
    n, e = number.part
    if tokens[place].gap and tokens[place].kind == "unspaced":
        return None
    if "rate_steps" in roles:
        few = not number.scale and n * 10 ** max(e, 0) <= _MOST_STEPS * 10 ** max(-e, 0)
        return _steps(place, draft) if few and is_of_rate(tokens, draft.first) else None
    hundredths = n * 10 ** (e + 2) if e >= -2 else n // 10 ** (-e - 2)  # noqa: PLR2004
    if number.decimal and hundredths < _LEAST_POINTS * 100 and tokens[place].kind == "word":
        draft.doubts.append("points of an index or of a percentage")
        return None
    said = number.grouped or draft.direction or draft.relation or draft.hedge
    large = hundredths >= _MANY_POINTS * 100 or (said and hundredths > _MOST_HOURS * 100)
    if tokens[place].kind == "word" and not number.decimal and _is_of_more(tokens, place + 1):
        return None
    if not number.printed or draft.units or not (number.decimal or large):
        return None
    draft.kind, draft.units = "amount", ("point",)
    draft.unit_tokens.append((place, place + 1))
    return place + 1


def _is_of_more(tokens: Sequence[Token], place: int) -> bool:
    """نقطة بيع, نقطة تفتيش: whether a word behind them may say of what they are points."""
    after = tokens[place] if place < len(tokens) else None
    return after is not None and after.kind == "word" and after.gap == " " and not after.roles


def is_of_rate(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word of interest rates stands before the token `first` on its line."""
    for one in range(first - 1, max(-1, first - _FARTHEST), -1):
        if tokens[one + 1].gap == "\n":
            return False
        if "rate_word" in tokens[one].roles:
            return True
    return False


def _steps(place: int, draft: Draft) -> int:
    """A step of a rate is a quarter of a percentage point."""
    number = draft.number
    number.part = (number.part[0] * _STEP, number.part[1])
    if number.upper is not None:
        draft.number = evolve(number, upper=(number.upper[0] * _STEP, number.upper[1]))
    draft.kind, draft.power = "points", -4
    draft.unit_tokens.append((place, place + 1))
    return place + 1
