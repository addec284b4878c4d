"""What a number counts: a noun behind it, with adjectives between: monthly active users."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.tokens import Token

_ADJECTIVES: Final = 3
"""So many words may stand between a number and what it counts: monthly active users."""
_NOUN: Final = 2
"""So many words of a noun that is not known may stand before a bound."""
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


def relation_behind_noun(tokens: Sequence[Token], place: int) -> str:
    """ألفي رأس على الأقل, 12 protesters or more: a bound behind what is counted.

    Before another number a bound is on that one: 30 workers, at least 12 of them.
    """
    for at, one in enumerate(tokens[place : place + 1 + _NOUN], place):
        if one.gap != " " or one.kind != "word":
            return ""
        if "relation_after" in one.roles and "hyphen_only" not in one.roles:
            return "" if is_number(tokens, at + 1) else str(one.roles["relation_after"])
        if not (one.is_plain or one.roles.keys() <= _OF_NOUN):
            return ""
    return ""


def is_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number may begin there, on the same line."""
    if place >= len(tokens) or tokens[place].gap == "\n":
        return False
    return tokens[place].printed is not None or bool(tokens[place].roles.keys() & _NUMERALS)
