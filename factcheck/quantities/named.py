"""Numbers that may be part of a name, a version, a label or a year."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_SCALE: Final = 3
_NAMED_THOUSANDS: Final = 10
_ERA_DIGITS: Final = (2, 3)


def doubt_of_name(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What makes a figure of any kind look like a name; empty for nothing."""
    if _is_titled(draft, tokens) or _is_of_name(draft, kind, tokens):
        return "it may be part of a name"
    if _is_short_of_thousands(draft, tokens):
        return "it may be part of a name, such as 4K"
    if kind in {"ordinal", "multiple"} and _is_part_of_name(draft, tokens):
        return "it may be part of a name or another word"
    return ""


def _is_titled(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Nine Inch Nails, Ocean's Eleven: a number in words with the capitals of a name."""
    number = draft.number
    if number.printed or not tokens[number.first].capital:
        return False
    before = tokens[draft.first - 1] if draft.first else None
    first, after = tokens[draft.first], tokens[draft.last : draft.last + 1]
    if before is not None and first.gap != "\n" and before.kind == "word":
        return True
    words = [*tokens[number.last : draft.last], *after]
    return any(one.capital and one.gap == " " and "code" not in one.roles for one in words)


def _is_of_name(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """The 9th Circuit, 60 Minutes, 42 Wallaby Way, H.R. 1319."""
    number, last = draft.number, draft.last
    after = tokens[last] if last < len(tokens) and tokens[last].gap == " " else None
    capital = after is not None and after.capital
    if kind == "ordinal":
        led = tokens[draft.first - 1] if draft.first and tokens[draft.first].gap == " " else None
        labelled = led is not None and led.may_name and "rank" in tokens[draft.first].roles
        return labelled or (capital and number.last == last - 1 and number.printed)
    if kind == "amount" and draft.unit_tokens and not draft.money:
        unit = tokens[draft.unit_tokens[-1][0]]
        timed = bool(set(draft.units) & TIMES) and unit.kind == "word" and unit.gap == " "
        return timed and unit.capital and after is not None and after.kind == "word" and not capital
    if draft.relation or draft.hedge or kind not in {"number", "count"} or draft.units:
        return False
    if capital and number.printed and not number.grouped:
        second = tokens[last + 1] if last + 1 < len(tokens) else None
        return second is not None and second.gap == " " and second.capital and not number.scale
    before = tokens[max(0, draft.first - 2) : draft.first]
    owner = tokens[draft.first - 3] if draft.first > 2 else None  # noqa: PLR2004
    if kind == "number" and owner is not None and [one.text for one in before] == ["'", "s"]:
        return owner.capital and number.printed  # Boeing's 787
    initial = len(before) == 2 and before[1].text == "." and not before[1].gap  # noqa: PLR2004
    return initial and before[0].capital and len(before[0].text) == 1


def _is_short_of_thousands(draft: Draft, tokens: Sequence[Token]) -> bool:
    """4K, 5k: with nothing that is counted it may be a screen, or a race."""
    number = draft.number
    letter = tokens[number.last - 1]
    if draft.units or "letter" not in letter.roles or letter.gap or number.scale != _SCALE:
        return False
    return number.part[0] <= _NAMED_THOUSANDS and number.part[1] == _SCALE


def _is_part_of_name(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether it is alone, and more often of a name, a date or another word: السادس, ضعف."""
    words, after = tokens[draft.number.first : draft.number.last], draft.last
    if not any(one.roles.keys() & {"named_ordinal", "doubtful"} for one in words):
        return False
    if "doubtful" in words[-1].roles:
        by = draft.number.first > 0 and "by_word" in tokens[draft.number.first - 1].roles
        return not (draft.relation or draft.hedge or by)
    ranked = "rank" in tokens[draft.number.first].roles
    return not (ranked or (after < len(tokens) and "superlative" in tokens[after].roles))


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
