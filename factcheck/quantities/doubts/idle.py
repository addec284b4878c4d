"""Numbers in words, or behind an article, that may count nothing: 一种方法, 第一, الذكرى الـ50."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_SCALE: Final = 3
_MYRIAD: Final = 4
_COMMA: Final = "،"
_COUNTED_ONE: Final = frozenset({"person", "company", "chip", "country", "city", "store"})
"""Units of which one is a number, and no article."""

_LENGTHS: Final = frozenset({"meter", "kilometer"})
"""Races, and what fuel and speed are told by: 百米, 百公里."""


def idle_doubt(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """Why the number may say nothing; empty if it says something."""
    led = tokens[draft.first - 1].roles.keys() if draft.first else frozenset()
    if led & {"each_of", "per_base"} or ("each" in led and draft.number.bare):
        return "it may be the number that one is of"  # 每万人
    before = tokens[draft.first : draft.number.first]
    if kind == "count" and any("plus" in one.roles for one in before):
        return "a rise by it or more than it"
    if _is_article(draft, kind, tokens):
        return "it may say that there is such a thing, not how many"
    last = tokens[draft.number.last - 1]
    if "mega" in last.roles and not (draft.money or draft.units):
        return f"`{last.text}` is a million or a million millions"
    if kind in {"count", "amount"} and _is_name_like(draft, tokens):
        return "it may be part of a name"
    if kind == "ordinal" and _is_enumerating(draft, tokens):
        return "it may tell the order of what is said or done"
    if _is_definite(draft, kind, tokens):
        return "it may be a rank or part of a name"
    if _is_split(draft, kind, tokens):
        return "a comma before or behind it may be one of decimals"
    if _is_behind_digits(draft, tokens):
        return "it may belong to the number in brackets before it"
    return ""


def _is_article(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """一个因素, 一种方法: one, or just such a thing; not 一家, 一名, 仅一个."""
    number = draft.number
    first = tokens[number.first]
    if kind != "count" or number.printed or number.part != (1, 0) or number.upper is not None:
        return False
    said = draft.relation or draft.hedge or number.relation or number.hedge
    only = draft.first > 0 and "only" in tokens[draft.first - 1].roles
    if first.kind != "unspaced" or said or only:
        return False
    return not set(draft.units) & _COUNTED_ONE


def _is_name_like(draft: Draft, tokens: Sequence[Token]) -> bool:
    """五道口, 三省, 百家姓, 百米: few in words, of what places, bodies and races are named with."""
    number = draft.number
    first = tokens[number.first]
    said = draft.relation or draft.hedge or number.relation or number.hedge or number.upper
    if first.kind != "unspaced" or number.printed or said or draft.level:
        return False
    if number.bare and (not draft.units or {*draft.units} & _LENGTHS):
        return number.scale < _MYRIAD
    if draft.units:
        return False
    last = tokens[draft.last - 1]
    return number.words == 1 and not number.scale and "weak_counter" in last.roles


def _is_enumerating(draft: Draft, tokens: Sequence[Token]) -> bool:
    """第一, 第一次: told off one by one; not 第三位, 排名第二, 第四大."""
    number, place = draft.number, draft.last
    first = tokens[draft.first]
    if first.kind != "unspaced" or not any(
        "rank" in one.roles for one in tokens[draft.first : number.first + 1]
    ):
        return False
    before = tokens[draft.first - 1] if draft.first and not first.gap else None
    after = tokens[place] if place < len(tokens) and not tokens[place].gap else None
    if after is None or "pause" in after.roles or "close" in after.roles:
        return before is None or bool(before.roles.keys() & {"pause", "open"})
    following = tokens[place + 1 : place + 2]
    if any("event" in one.roles for one in following) or (
        number.part == (1, 0) and _is_time(after)
    ):
        return True  # 第七次全国代表大会, 第一次
    return "rank_tail" not in after.roles


def _is_time(token: Token) -> bool:
    return "time" in str(token.roles.get("nouns", ""))


def _is_split(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """24، 25 في المائة: two shares, or 24.25%."""
    number, last = draft.number, draft.last
    if not number.printed or number.decimal or number.upper is not None:
        return False
    before = tokens[number.first - 2 : number.first] if number.first > 1 else []
    scaled = kind in {"percent", "points"} or number.scale >= _SCALE
    if scaled and before and before[0].printed is not None and _is_comma(before[1]):
        return True
    after = tokens[last : last + 3]
    if kind != "number" or len(after) < 3 or not _is_comma(after[0]):  # noqa: PLR2004
        return False
    shares = after[2].roles.keys() & {"percent", "points", "scale"}
    return after[1].printed is not None and bool(shares)


def _is_comma(token: Token) -> bool:
    return token.text == _COMMA and not token.gap


def _is_behind_digits(draft: Draft, tokens: Sequence[Token]) -> bool:
    """مائتي (200) مليون."""
    first = draft.number.first
    before = tokens[first - 2 : first] if first > 1 else []
    scale = "alone" in tokens[first].roles and "scale" in tokens[first].roles
    return scale and bool(before) and before[0].printed is not None and "close" in before[1].roles


def _is_definite(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """الـ50 with nothing known behind it."""
    place = draft.number.first
    if not place or tokens[place].gap or "article_mark" not in tokens[place - 1].roles:
        return False
    return kind in {"number", "count"} and not draft.units and draft.number.scale < _SCALE
