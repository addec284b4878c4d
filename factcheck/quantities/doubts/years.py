"""Numbers that may be a year of another calendar, or the upper end of what a digit begins."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token

_ERA_DIGITS: Final = (2, 3)


def doubt_of_year_or_end(draft: Draft, tokens: Sequence[Token]) -> str:
    """Whether it may be a year of another calendar, or the upper end of what a digit begins."""
    if _is_year_of_era(draft, tokens):
        return "it may be a year of another calendar"
    if _is_behind_lower(draft, tokens):
        return "the digit before it may be the lower end"
    return ""


def _is_year_of_era(draft: Draft, tokens: Sequence[Token]) -> bool:
    """110年10月, 113年度: a year since 1912, as Taiwan counts them."""
    first, place = tokens[draft.number.first], draft.number.last
    mark = tokens[place] if place < len(tokens) else None
    if mark is None or not first.text.isdecimal() or len(first.text) not in _ERA_DIGITS:
        return False
    if "year_mark" not in mark.roles or mark.gap:
        return False
    month = tokens[place + 2] if place + 2 < len(tokens) else None
    dated = month is not None and not month.gap and "month_mark" in month.roles
    return "units" not in mark.roles or dated


def _is_behind_lower(draft: Draft, tokens: Sequence[Token]) -> bool:
    """五、六十人: a digit in words, and the next one with its scale."""
    place = draft.first
    if place < 2 or tokens[place].gap or tokens[place - 1].text != "、" or draft.number.printed:  # noqa: PLR2004
        return False
    low, high = tokens[place - 2].roles.get("digit"), tokens[place].roles.get("digit")
    return isinstance(low, int) and isinstance(high, int) and high == low + 1
