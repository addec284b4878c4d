"""What is in doubt about a figure, in words for the user."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.doubts.bare import doubt_of_bare
from factcheck.quantities.doubts.counted import doubt_of_counted, tells_many
from factcheck.quantities.doubts.idle import idle_doubt
from factcheck.quantities.doubts.names import doubt_of_heads, doubt_of_name
from factcheck.quantities.doubts.years import doubt_of_year_or_end
from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_SCALE: Final = 3
_SHORT_PERCENT: Final = "pct"
_BESIDE: Final = 4
"""So many tokens beside it tell in what script a text is."""
_HALF: Final = 2
"""A half is no ordinal; from a third on, parts are named as ranks are."""


def doubt_of(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What is in doubt, in words; empty for nothing."""
    number = draft.number
    if draft.doubts:
        return draft.doubts[0]
    if _is_loose(draft, tokens):
        return "it says how many digits a number has"
    if number.doubt and not _is_settled(draft):
        return number.doubt
    counted = kind == "count" or tells_many(draft, tokens)
    if number.letter and not (draft.money or draft.units or counted):
        return f"`{number.letter}` is a scale or a unit"
    for token in tokens[draft.first : draft.last]:
        if "unsure" in token.roles:
            return str(token.roles["unsure"])
    if draft.power and number.upper is None and kind == "percent" and number.scale >= _SCALE:
        return "a percentage of so many digits"
    return (
        _doubt_before(draft, kind, tokens)
        or _doubt_of_letters(draft, tokens)
        or idle_doubt(draft, kind, tokens)
        or doubt_of_year_or_end(draft, tokens)
        or doubt_of_counted(draft, kind, tokens)
        or doubt_of_bare(draft, kind, tokens)
    )


def _doubt_of_letters(draft: Draft, tokens: Sequence[Token]) -> str:
    """提升1.2pct: of percent in English, in Chinese notes of percentage points."""
    places = [place for place, _ in draft.unit_tokens if tokens[place].text == _SHORT_PERCENT]
    beside = tokens[max(0, draft.first - _BESIDE) : draft.last + _BESIDE]
    if not places or all(one.kind != "unspaced" for one in beside):
        return ""
    return "`pct` in a Chinese note is of points or of a percentage"


def _is_loose(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Single digits, nine figures."""
    within, behind = tokens[draft.first : draft.last], tokens[draft.last : draft.last + 1]
    return any("loose" in one.roles for one in within) or any(
        "loose_noun" in one.roles for one in behind
    )


def _doubt_before(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What the signs and words before the number leave in doubt."""
    if {*draft.per} & {*draft.units} & TIMES:
        return f"it is so many {draft.units[0]}s, or so much per {draft.units[0]}"  # 兩百一小時
    if draft.stroke and kind in {"percent", "amount"} and draft.unit_tokens:
        return "the stroke before it may be a minus"
    named = doubt_of_name(draft, kind, tokens) or doubt_of_heads(draft, kind, tokens)
    if named:
        return named
    if kind == "fraction" and _is_span_of_time(draft, tokens):
        return "it may be a span of time, and no share"
    if kind == "fraction" and draft.first and "quarter_to" in tokens[draft.first - 1].roles:
        return "it may be one end of a range"
    if kind == "fraction" and _may_be_ordinal(draft, tokens):
        return "it may be a share, or the third or the like"
    if _may_last(draft, tokens):
        return "more than it, or so long"
    if _is_all_of_brackets(draft, kind, tokens):
        return "brackets around an amount may be a minus"
    return ""


def _may_last(draft: Draft, tokens: Sequence[Token]) -> bool:
    """$5bn over five years, fell over 12 months; not for over five years."""
    if not {*draft.units} & TIMES:
        return False
    return any(
        "lasting" in tokens[place].roles and not (place and "by_number" in tokens[place - 1].roles)
        for place in range(draft.first, draft.number.first)
    )


def _is_all_of_brackets(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """(1,234), (€12.4m): as accounts print what is below 0."""
    if not draft.first or draft.last >= len(tokens) or draft.restates:
        return False
    before, first, after = tokens[draft.first - 1], tokens[draft.first], tokens[draft.last]
    if before.text != "(" or after.text != ")" or first.gap or after.gap:
        return False
    leads = "money" in first.roles and first.kind in {"sign", "word"}
    return draft.number.printed and (kind == "number" or leads)


def _is_span_of_time(draft: Draft, tokens: Sequence[Token]) -> bool:
    """The quarter, last quarter; not a quarter, three quarters."""
    number = draft.number
    alone = not number.printed and number.last - number.first == 1
    return alone and bool(tokens[number.first].roles.keys() & {"units", "denominator"})


def _may_be_ordinal(draft: Draft, tokens: Sequence[Token]) -> bool:
    """A third party, a fifth year; not a third of the party."""
    number, following = draft.number, tokens[draft.last : draft.last + 1]
    one = draft.ratio is not None and draft.ratio[0] == 1 and draft.ratio[1] > _HALF
    if not one or "or_rank" not in tokens[number.first].roles or not following:
        return False
    word = following[0]
    plain = word.is_plain or bool(word.roles.keys() & {"nouns", "units"})
    return plain and word.kind == "word" and word.gap == " " and word.text.isascii()


def _is_settled(draft: Draft) -> bool:
    """Whether what stands behind the number settles how its digits are read."""
    number = draft.number
    if number.settled_by and (number.scale or draft.power):
        return True
    measured = draft.kind == "amount" and not draft.money
    settled = number.settled_by == "unit" or (number.settled_by == "measure" and measured)
    return bool(draft.units) and settled
