"""What a number counts: a noun behind it, with adjectives between: monthly active users."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.tokens import Token

_ADJECTIVES: Final = 3
"""So many words may stand between a number and what it counts: monthly active users."""
_NOUN: Final = 2
"""So many words of a noun that is not known may stand before a bound."""
_LONGEST_NOUN: Final = 6
"""So many words of a noun may stand there in a script without spaces, most of one sign each."""
_OF: Final = ("的", "者")
_ENDS: Final = frozenset(
    {
        "sum_link",
        "link",
        "or_link",
        "of",
        "filler",
        "relation_before",
        "hedge_before",
        "number",
        "scale",
        "year_before",
        "range_before",
        "stop",
        "one",
        "units",
        "up",
        "down",
        "function",
    }
)
_OF_NOUN: Final = frozenset({"of", "definite", "of_noun", "nouns", "function"})
"""What words between a noun and a bound may be beside plain ones."""
_NUMERALS: Final = frozenset({"number", "scale", "several", "fraction", "one"})


def noun_after(token: Token, place: int, draft: Draft) -> int | None:
    """The place behind a noun that is known, which the number then counts."""
    nouns = token.roles["nouns"]
    assert isinstance(nouns, tuple)  # noqa: S101 -- the table of nouns
    if draft.units:
        return None
    draft.units = nouns
    draft.unit_tokens.append((place, place + 1))
    draft.kind = "count"
    return place + 1


def counted_after(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """Monthly active users: a noun that is known, a few words on; else the very next word."""
    token = tokens[place]
    if token.kind != "word" or not token.gap or draft.money or token.capital:
        return None
    # Where adjectives follow their noun, a noun further on is counted by something else.
    far = _ADJECTIVES if token.text.isascii() else 0
    for one in range(place, min(place + far + 1, len(tokens))):
        candidate = tokens[one]
        if one > place and (candidate.gap != " " or candidate.kind != "word"):
            break
        if "nouns" in candidate.roles:
            draft.unit_tokens.append((place, one))
            return noun_after(candidate, one, draft)
        if one > place and _is_span(candidate) and not draft.units:
            return _span(candidate, place, one, draft)
        if candidate.roles.keys() & _ENDS or _is_when(tokens, one):
            break
    if (
        token.is_plain
        and len(token.text) > 1
        and not draft.number.decimal
        and not _is_after_name(tokens, draft)
    ):
        draft.kind = "count"
    return None


def _is_when(tokens: Sequence[Token], place: int) -> bool:
    """Turned 50 last week, won 3 this month: the words say when, and not how long."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    pointed = "pointing" in tokens[place].roles
    return pointed and after is not None and _is_span(after)


def _is_span(token: Token) -> bool:
    units = token.roles.get("units")
    return isinstance(units, tuple) and bool({*units} & TIMES) and not token.capital


def _span(token: Token, place: int, one: int, draft: Draft) -> int:
    """Five business days: a span of time behind what is said of it."""
    units = token.roles["units"]
    assert isinstance(units, tuple)  # noqa: S101 -- the table of units
    draft.units, draft.kind = units, "amount"
    draft.unit_tokens.append((place, one + 1))
    return one + 1


def _is_after_name(tokens: Sequence[Token], draft: Draft) -> bool:
    """iPhone 15: a word with a capital that means nothing else."""
    if not draft.first or tokens[draft.first].gap == "\n":
        return False
    place = draft.first - 1
    of = place > 0 and "of" in tokens[place].roles
    before = tokens[place - 1] if of else tokens[place]
    return before.may_name or (of and before.capital)


def take_bound_behind_noun(tokens: Sequence[Token], draft: Draft) -> None:
    """ألفي رأس على الأقل, 12 protesters or more, 30名外籍工人以上: a bound behind a noun."""
    if draft.last < len(tokens) and tokens[draft.last].kind == "unspaced":
        _take_bound_unspaced(tokens, draft)
    else:
        draft.relation = _bound_behind_words(tokens, draft.last)


def _bound_behind_words(tokens: Sequence[Token], place: int) -> str:
    """Before another number a bound is on that one: 30 workers, at least 12 of them."""
    for at, one in enumerate(tokens[place : place + 1 + _NOUN], place):
        if one.gap != " " or one.kind != "word":
            return ""
        if "relation_after" in one.roles and "hyphen_only" not in one.roles:
            return "" if is_number(tokens, at + 1) else str(one.roles["relation_after"])
        if not (one.is_plain or one.roles.keys() <= _OF_NOUN):
            return ""
    return ""


def _take_bound_unspaced(tokens: Sequence[Token], draft: Draft) -> None:
    """Behind words that are not known, a bound may be their own: 3名学生成绩中等以上."""
    known = False
    for at, one in enumerate(tokens[draft.last : draft.last + 1 + _LONGEST_NOUN], draft.last):
        if one.gap or one.kind != "unspaced":
            return
        if at > draft.last and {"boundary", "relation_after"} <= one.roles.keys():
            if not _ends_phrase(tokens, at):
                return
            if known:
                draft.relation = str(one.roles["relation_after"])
            else:
                draft.doubts.append(f"`{one.text}` may bound it or what stands between")
            return
        known = "nouns" in one.roles
        if not (known or one.is_plain):
            return


def _ends_phrase(tokens: Sequence[Token], place: int) -> bool:
    """Whether no other word may begin inside of the one there, as 上海 in 以上海."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    whole = after is None or bool(after.gap) or not after.is_plain
    return whole or tokens[place].text.endswith(_OF)


def is_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number may begin there, on the same line."""
    if place >= len(tokens) or tokens[place].gap == "\n":
        return False
    return tokens[place].printed is not None or bool(tokens[place].roles.keys() & _NUMERALS)
