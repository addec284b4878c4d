"""What is in doubt about a figure, in words for the user."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_THINGS: Final = frozenset({"counter", "nouns", "units", "stop"})
"""What a word can be and yet end a name: 豆包1.5."""
_MUTE: Final = frozenset({"stop", "digit_first", "among", "each", "signed", "label_after"})
"""What a letter right behind a number can be without saying what it counts."""
_BARE: Final = "nothing beside it says what it counts; it may be a name, a version or a label"
_SCALE: Final = 3


def doubt_of(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What is in doubt, in words; empty for nothing."""
    number = draft.number
    if draft.doubts:
        return draft.doubts[0]
    if number.doubt and not _is_settled(draft):
        return number.doubt
    if number.letter and not (draft.money or kind == "count"):
        return f"`{number.letter}` is a scale or a unit"
    for token in tokens[draft.first : draft.last]:
        if "unsure" in token.roles:
            return str(token.roles["unsure"])
    if draft.power and number.upper is None and kind == "percent" and number.scale >= _SCALE:
        return "a percentage of so many digits"
    doubt = _doubt_before(draft, kind, tokens)
    if doubt:
        return doubt
    said = draft.relation or draft.hedge or number.relation or number.hedge
    if kind != "number" or said or number.grouped:
        return ""
    return _may_be_name(draft, tokens)


def _doubt_before(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What the signs and words before the number leave in doubt."""
    if draft.stroke and kind in {"percent", "amount"} and draft.unit_tokens:
        return "the stroke before it may be a minus"
    if kind in {"ordinal", "multiple"} and _is_part_of_name(draft, tokens):
        return "it may be part of a name or another word"
    if _is_bracketed_behind_money(tokens, draft.first):
        return "brackets around an amount may be a minus"
    if draft.first and "each_of" in tokens[draft.first - 1].roles:
        return "it may be the number that one is of"
    before = tokens[draft.first : draft.number.first]
    if kind == "count" and any("plus" in one.roles for one in before):
        return "a rise by it or more than it"
    return ""


def _is_part_of_name(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether it is alone, and more often of a name, a date or another word: السادس, ضعف."""
    first, after = tokens[draft.number.last - 1], draft.last
    if not first.roles.keys() & {"named_ordinal", "doubtful"}:
        return False
    if "doubtful" in first.roles:
        before = tokens[draft.number.first - 1] if draft.number.first else None
        led = before is not None and "filler" in before.roles
        return not (led or draft.relation or draft.hedge)
    ranked = "rank" in tokens[draft.number.first].roles
    return not (ranked or (after < len(tokens) and "superlative" in tokens[after].roles))


def _is_bracketed_behind_money(tokens: Sequence[Token], first: int) -> bool:
    """$(3.2) million, as in accounts."""
    if first < 2 or tokens[first].gap or tokens[first - 1].gap:  # noqa: PLR2004
        return False
    sign = tokens[first - 2]
    return tokens[first - 1].text == "(" and sign.kind == "sign" and "money" in sign.roles


def _is_settled(draft: Draft) -> bool:
    """Whether what stands behind the number settles how its digits are read."""
    number = draft.number
    if number.settled_by and (number.scale or draft.power):
        return True
    measured = draft.kind == "amount" and not draft.money
    settled = number.settled_by == "unit" or (number.settled_by == "measure" and measured)
    return bool(draft.units) and settled


def _may_be_name(draft: Draft, tokens: Sequence[Token]) -> str:
    """Whether a number that stands bare may be part of a name."""
    number = draft.number
    first = tokens[draft.first]
    before = tokens[draft.first - 1] if draft.first else None
    after = tokens[draft.last] if draft.last < len(tokens) else None
    if number.printed and len(first.text) >= 8:  # noqa: PLR2004
        return _BARE
    if before is not None and first.gap != "\n":
        if "of" in before.roles and draft.first > 1 and tokens[draft.first - 2].capital:
            return _BARE
        named = before.capital or not before.text.isascii()
        if before.kind == "word" and named and not before.roles:
            return _BARE
        if before.kind == "unspaced" and not first.gap and not before.roles.keys() - _THINGS:
            return _BARE
    if not number.printed and number.words == 1:
        return _BARE
    if (
        after is not None
        and not after.gap
        and after.kind == "unspaced"
        and not after.roles.keys() - _MUTE
    ):
        return _BARE
    return ""
