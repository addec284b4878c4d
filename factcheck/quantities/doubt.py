"""What is in doubt about a figure, in words for the user."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.idle import idle_doubt
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_THINGS: Final = frozenset({"counter", "nouns", "units", "stop"})
"""What a word can be and yet end a name: 豆包1.5."""
_MUTE: Final = frozenset(
    {"stop", "digit_first", "among", "each", "signed", "label_after", "rank_tail", "model_mark"}
)
"""What a letter right behind a number can be without saying what it counts."""
_BARE: Final = "nothing beside it says what it counts; it may be a name, a version or a label"
_SCALE: Final = 3
_NAMED_THOUSANDS: Final = 10
_YEAR_DIGITS: Final = 4
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
    if number.letter and not (draft.money or draft.units or kind == "count"):
        return f"`{number.letter}` is a scale or a unit"
    for token in tokens[draft.first : draft.last]:
        if "unsure" in token.roles:
            return str(token.roles["unsure"])
    if draft.power and number.upper is None and kind == "percent" and number.scale >= _SCALE:
        return "a percentage of so many digits"
    doubt = _doubt_before(draft, kind, tokens) or idle_doubt(draft, kind, tokens)
    if doubt:
        return doubt
    said = draft.relation or draft.hedge or number.relation or number.hedge or draft.direction
    if kind != "number" or said or number.grouped:
        return ""
    return _may_be_name(draft, tokens)


def _is_loose(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Single digits, nine figures."""
    within, behind = tokens[draft.first : draft.last], tokens[draft.last : draft.last + 1]
    return any("loose" in one.roles for one in within) or any(
        "loose_noun" in one.roles for one in behind
    )


def _doubt_before(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What the signs and words before the number leave in doubt."""
    if draft.stroke and kind in {"percent", "amount"} and draft.unit_tokens:
        return "the stroke before it may be a minus"
    if _is_titled(draft, tokens):
        return "it may be part of a name"
    if _is_of_name(draft, kind, tokens):
        return "it may be part of a name"
    if _is_short_of_thousands(draft, tokens):
        return "it may be part of a name, such as 4K"
    if kind == "fraction" and _is_span_of_time(draft, tokens):
        return "it may be a span of time, and no share"
    if kind == "fraction" and _may_be_ordinal(draft, tokens):
        return "it may be a share, or the third or the like"
    if kind in {"ordinal", "multiple"} and _is_part_of_name(draft, tokens):
        return "it may be part of a name or another word"
    if _is_bracketed_behind_money(tokens, draft.first) or _is_all_of_brackets(draft, kind, tokens):
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


def _is_all_of_brackets(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """(1,234), (€12.4m): as accounts print what is below 0."""
    if not draft.first or draft.last >= len(tokens) or draft.restates:
        return False
    before, first, after = tokens[draft.first - 1], tokens[draft.first], tokens[draft.last]
    if before.text != "(" or after.text != ")" or first.gap or after.gap:
        return False
    leads = "money" in first.roles and first.kind in {"sign", "word"}
    return draft.number.printed and (kind == "number" or leads)


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


def _is_short_of_thousands(draft: Draft, tokens: Sequence[Token]) -> bool:
    """4K, 5k: with nothing that is counted it may be a screen, or a race."""
    number = draft.number
    letter = tokens[number.last - 1]
    if draft.units or "letter" not in letter.roles or letter.gap or number.scale != _SCALE:
        return False
    return number.part[0] <= _NAMED_THOUSANDS and number.part[1] == _SCALE


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
    plain = not word.roles or bool(word.roles.keys() & {"nouns", "units"})
    return plain and word.kind == "word" and word.gap == " " and word.text.isascii()


def _is_early_year(draft: Draft, tokens: Sequence[Token]) -> bool:
    """In 1789; since 1066."""
    first = tokens[draft.number.first]
    if draft.first != draft.number.first or draft.first == 0 or not first.text.isdecimal():
        return False
    before = tokens[draft.first - 1]
    return len(first.text) == _YEAR_DIGITS and first.gap == " " and "year_before" in before.roles


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
        foreign = not before.text.isascii() and not before.roles
        if before.kind == "word" and (before.may_name or foreign):
            return _BARE
        if before.kind == "unspaced" and not first.gap and not before.roles.keys() - _THINGS:
            return _BARE
    if after is not None and after.gap == " " and after.kind == "word" and len(after.text) == 1:
        return f"`{after.text}` may be its unit" if not after.roles else ""
    if _is_early_year(draft, tokens):
        return "it may be a year"
    alone = number.words == 1 or first.kind == "unspaced"
    if not number.printed and alone and number.upper is None:
        return _BARE
    if (
        after is not None
        and not after.gap
        and after.kind == "unspaced"
        and not after.roles.keys() - _MUTE
    ):
        return _BARE
    return ""
