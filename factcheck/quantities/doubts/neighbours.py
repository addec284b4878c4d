"""Two figures side by side of which each makes the other unsure: 52 to 48, 6ft 2in."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.number import Part
from factcheck.quantities.tokens import Token

_PARTS_OF: Final = {
    "year": ("month", "week", "day"),
    "month": ("week", "day"),
    "week": ("day",),
    "day": ("hour",),
    "hour": ("minute",),
    "minute": ("second",),
    "foot": ("inch",),
    "stone": ("pound",),
    "pound": ("ounce",),
    "meter": ("centimeter",),
    "kilogram": ("gram",),
}
"""Units, and those in which the rest of the same measure is told."""
_CLOCK: Final = frozenset({"hour", "minute", "second"})
_SHORT: Final = 3
"""Letters of a unit that is written together with its digits."""
_UNSETTLED: Final = frozenset({None, "number", "count", "fraction"})
"""Kinds of a figure whose words may still be part of another: 1成5, 1分20秒."""
_ONE: Final = "it may be one figure with the number beside it"
_PARTING: Final = frozenset({"pause", "open", "close", "change", "up", "down"})
_PARTING_SIGNS: Final = frozenset("+/、")
_TYING: Final = frozenset(
    {"ratio_link", "sum_link", "out_of", "among", "by_number", "over_denominator"}
)
"""Words that make one figure of two numbers."""


def doubt_neighbours(drafts: Sequence[Draft], tokens: Sequence[Token]) -> None:
    """Marks figures whose neighbour belongs to them, or may."""
    for draft in drafts:
        if _goes_on(draft, tokens) or _is_of_race(draft, tokens):
            draft.doubts.append("it is one measure in two units")
    for place in range(1, len(drafts)):
        low, high = drafts[place - 1], drafts[place]
        between = tokens[low.last : high.first]
        if any(one.gap == "\n" for one in (*between, tokens[high.first])):
            continue
        why = _score(low, high, between) or _measure(low, high, between)
        why = why or _tied(low, high, between, tokens[high.first])
        if why:
            low.doubts.append(why)
            high.doubts.append(why)


def _score(low: Draft, high: Draft, between: Sequence[Token]) -> str:
    """52 to 48, nine to five, odds of 100 to 1: no range goes down."""
    words = [one for one in between if one.text != "-"]
    linked = len(words) == 1 and "link" in words[0].roles and words[0].kind == "word"
    if not linked or low.range_first is not None or not _is_bare(low) or high.units or high.power:
        return ""
    return "" if _is_less(low.number.part, high.number.part) else "it may be a score, or odds"


def _measure(low: Draft, high: Draft, between: Sequence[Token]) -> str:
    """Two hours and 15 minutes, 6ft 2in."""
    if len(between) > 1 or (between and not between[0].roles.keys() & {"sum_link", "pause"}):
        return ""
    parts = [part for unit in low.units for part in _PARTS_OF.get(unit, ())]
    whole = low.number.part[1] >= 0 and low.number.upper is None
    if whole and not between and _is_alone(high) and _may_go_on(low):
        return "it is one measure in two units"
    return "it is one measure in two units" if whole and {*parts} & {*high.units} else ""


def _tied(low: Draft, high: Draft, between: Sequence[Token], first: Token) -> str:
    """1成5, 1萬2,345張, six by 10, 86:1: a number without a unit, and one that is tied to it."""
    if high.ratio and len(between) == 1 and between[0].text == "-" and not between[0].gap:
        return "" if first.gap else _ONE  # $5.41-1/2
    if _is_share_of(low, high, between):
        return "it may be so many of the number beside it"
    if low.units or low.number.order or low.half:
        return ""
    if low.range_first is not None:
        return _ONE if not between and "link" in first.roles else ""
    if not between:
        apart = (
            bool(first.gap)
            or high.number.bare
            or high.first < high.number.first
            or low.kind not in _UNSETTLED
        )
        return "" if apart else _ONE
    touches = len(between) == 1 and low.kind in {None, "number"} and not high.equivalent
    link = between[0]
    if not touches or link.roles.keys() & _PARTING or link.text in _PARTING_SIGNS:
        return ""
    if link.kind == "sign":
        return "" if link.gap or first.gap else _ONE
    return _ONE if link.roles.keys() & _TYING else ""


def _is_share_of(low: Draft, high: Draft, between: Sequence[Token]) -> bool:
    """十个家庭中有七个, 每五个订单就有一个: one of the other."""
    counts = low.kind == "count" and high.kind in {"count", "number"}
    return counts and any("shared" in one.roles for one in between[-2:])


def _is_alone(draft: Draft) -> bool:
    """Digits and nothing else: the 4 of 12 stone 4."""
    number = draft.number
    plain = number.printed and draft.kind in {None, "number", "count"} and not draft.units
    return plain and (draft.first, draft.last) == (number.first, number.last)


def _may_go_on(draft: Draft) -> bool:
    """12 stone, 1m: a unit of which there are parts, or a letter that may be one."""
    return bool({*draft.units} & _PARTS_OF.keys() or draft.number.letter)


def _goes_on(draft: Draft, tokens: Sequence[Token]) -> bool:
    """6ft 2in, 2h 15m: digits with a short word behind a unit of which there are parts."""
    row = tokens[draft.last : draft.last + 2]
    if len(row) < 2 or not {*draft.units} & _PARTS_OF.keys():  # noqa: PLR2004
        return False
    digits, unit = row
    attached = draft.last > 0 and not tokens[draft.last - 1].gap
    short = unit.kind == "word" and not unit.gap and len(unit.text) <= _SHORT
    return attached and digits.gap == " " and digits.printed is not None and short


def _is_of_race(draft: Draft, tokens: Sequence[Token]) -> bool:
    """2小时08分15秒: digits stand on with a mark of minutes or seconds between."""
    if not {*draft.units} & _CLOCK or not draft.number.printed:
        return False
    behind = tokens[draft.last : draft.last + 1]
    goes_on = bool(behind) and behind[0].printed is not None and not behind[0].gap
    before = tokens[draft.first - 1] if draft.first else None
    marked = before is not None and "minute_mark" in before.roles and not tokens[draft.first].gap
    return goes_on or marked


def _is_bare(draft: Draft) -> bool:
    return not (draft.units or draft.power or draft.kind or draft.number.scale)


def _is_less(one: Part, other: Part) -> bool:
    place = min(one[1], other[1])
    low: int = one[0] * 10 ** (one[1] - place)
    high: int = other[0] * 10 ** (other[1] - place)
    return low < high
