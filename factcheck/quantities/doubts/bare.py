"""Numbers with nothing beside them that says what they count: they may be names or labels."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_THINGS: Final = frozenset({"counter", "nouns", "units", "stop", "rate_word"})
"""What a word can be and yet end a name: 豆包1.5."""
_MUTE: Final = frozenset(
    {"stop", "digit_first", "among", "each", "signed", "label_after", "rank_tail", "model_mark"}
    | {"month_mark", "day_mark", "whole"}
)
"""What a letter right behind a number can be without saying what it counts."""
_BARE: Final = "nothing beside it says what it counts; it may be a name, a version or a label"
_YEAR_DIGITS: Final = 4
_CODE_DIGITS: Final = 6
_TELLING_BEFORE: Final = frozenset(
    {"sorted_by", "link", "range_before", "counted_verb", "out_of", "measured"}
)
"""Words before a bare number that make it one: aged 4, from 202 to 411, another 12."""
_TELLING_AFTER: Final = frozenset({"of", "function", "some_point"})
"""Words behind it that do: 9 of 10, 12 were hurt, 43 نقطة."""


def doubt_of_bare(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """Whether a number that stands bare may be part of a name; empty for any other figure."""
    number = draft.number
    if kind != "number" or (number.grouped and not _is_said(draft)):
        return ""
    return _doubt_of_cut(draft, tokens) if _is_said(draft) else _doubt_of_bare(draft, tokens)


def _is_said(draft: Draft) -> bool:
    """Whether words say how it is meant: about, at least, a rise."""
    number = draft.number
    bound = draft.relation or number.relation
    return bool(bound or draft.hedge or number.hedge or draft.direction)


def _doubt_of_bare(draft: Draft, tokens: Sequence[Token]) -> str:
    number = draft.number
    first = tokens[draft.first]
    before = tokens[draft.first - 1] if draft.first else None
    after = tokens[draft.last] if draft.last < len(tokens) else None
    if (first.text.isdecimal() and len(first.text) >= _CODE_DIGITS) or "tolerance" in first.roles:
        return _BARE
    if before is not None and first.gap != "\n" and _is_behind_name(tokens, draft.first, before):
        return _BARE
    if after is not None and after.gap == " " and after.kind == "word" and len(after.text) == 1:
        return f"`{after.text}` may be its unit" if not after.roles else ""
    if before is not None and "measured" in before.roles and first.gap != "\n":
        return ""
    if _is_early_year(draft, tokens):
        return "it may be a year"
    alone = number.words == 1 or first.kind == "unspaced"
    if not number.printed and alone and number.upper is None:
        owned = before is not None and "determiner" in before.roles and first.kind == "word"
        return "" if owned or _is_of_number(draft, tokens) else _BARE
    if (
        after is not None
        and not after.gap
        and after.kind == "unspaced"
        and not after.roles.keys() - _MUTE
    ):
        return _BARE
    return "" if _is_told(draft, tokens) else _BARE


def _doubt_of_cut(draft: Draft, tokens: Sequence[Token]) -> str:
    """年逾六旬, 近两番: one digit in words, and an unknown letter that may belong to it."""
    number = draft.number
    after = tokens[draft.last] if draft.last < len(tokens) else None
    if number.printed or number.words != 1 or number.scale or after is None or after.gap:
        return ""
    return _BARE if after.kind == "unspaced" and not after.roles.keys() - _MUTE else ""


def _is_behind_name(tokens: Sequence[Token], place: int, before: Token) -> bool:
    """IPhone 15, the University of 12, 豆包1.5, آيفون 15."""
    if "measured" in before.roles:
        return False  # magnitude 6.1, 规模5.8
    if "of" in before.roles and place > 1 and tokens[place - 2].capital:
        return True
    foreign = not before.text.isascii() and not before.roles
    if before.kind == "word" and (before.may_name or foreign):
        return True
    joined = before.kind == "unspaced" and not tokens[place].gap
    return joined and not before.roles.keys() - _THINGS


def _is_early_year(draft: Draft, tokens: Sequence[Token]) -> bool:
    """In 1789; since 1066."""
    first = tokens[draft.number.first]
    if draft.first != draft.number.first or draft.first == 0 or not first.text.isdecimal():
        return False
    before = tokens[draft.first - 1]
    return len(first.text) == _YEAR_DIGITS and first.gap == " " and "year_before" in before.roles


def _is_of_number(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Two of the three crew, and the three of them: words that one or the other are so many."""
    last = draft.last
    if draft.first > 1 and "of" in tokens[draft.first - 1].roles:
        before = tokens[draft.first - 2]
        return before.printed is not None or "number" in before.roles
    if last + 1 >= len(tokens) or "of" not in tokens[last].roles or tokens[last].gap != " ":
        return False
    after = tokens[last + 1]
    told = after.printed is not None or bool(after.roles.keys() & {"number", "function"})
    return after.gap == " " and told  # three of which, nine of them


def _is_told(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether its form or a word says that it is a number: labels have neither points nor groups.

    A bare integer is as often a route, a model, a line or a channel; only where it is told who is
    so many, or of how many it is, does it count.
    """
    number, last = draft.number, draft.last
    if number.decimal or number.upper is not None or number.words > 1 or draft.negative:
        return True
    if not number.printed:
        return True
    before = tokens[draft.first - 1] if draft.first and tokens[draft.first].gap != "\n" else None
    after = tokens[last] if last < len(tokens) and tokens[last].gap != "\n" else None
    if before is not None and before.roles.keys() & _TELLING_BEFORE:
        return True
    if before is not None and "of" in before.roles and draft.first > 1:
        return tokens[draft.first - 2].printed is not None  # 7 of 9
    if after is None:
        return False
    if after.roles.keys() & _TELLING_AFTER:
        labelled = before is not None and before.kind == "word" and before.is_plain
        return not labelled or "function" not in after.roles  # band 7 will earn
    if after.text == "-" and not after.gap and last + 1 < len(tokens):
        tied = tokens[last + 1]
        return tied.kind == "word" and not tied.gap and not tied.capital
    return before is not None and before.text == after.text == ","  # John Smith, 42, of Hull
