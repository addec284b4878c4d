"""Numbers in words, or behind an article, that may count nothing: 一种方法, 第一, الذكرى الـ50."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_SCALE: Final = 3
_COUNTED_ONE: Final = frozenset({"person", "company", "chip", "country", "city", "store"})
"""Units of which one is a number, and no article."""


def idle_doubt(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """Why the number may say nothing; empty if it says something."""
    if _is_article(draft, kind, tokens):
        return "it may say that there is such a thing, not how many"
    if kind == "ordinal" and _is_enumerating(draft, tokens):
        return "it may tell the order of what is said or done"
    if _is_definite(draft, kind, tokens):
        return "it may be a rank or part of a name"
    return ""


def _is_article(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """一个因素, 一种方法: one, or just such a thing; not 一家, 一名, 仅一个."""
    number = draft.number
    first = tokens[number.first]
    if kind != "count" or number.printed or number.part != (1, 0) or number.upper is not None:
        return False
    said = draft.relation or draft.hedge or draft.direction or number.relation or number.hedge
    only = draft.first > 0 and "only" in tokens[draft.first - 1].roles
    if first.kind != "unspaced" or said or only:
        return False
    return not set(draft.units) & _COUNTED_ONE


def _is_enumerating(draft: Draft, tokens: Sequence[Token]) -> bool:
    """第一, 第一次: told off one by one; not 第三位, 排名第二, 第四大."""
    number, place = draft.number, draft.last
    first = tokens[number.first]
    if first.kind != "unspaced" or "rank" not in first.roles or number.printed:
        return False
    before = tokens[draft.first - 1] if draft.first and not first.gap else None
    after = tokens[place] if place < len(tokens) and not tokens[place].gap else None
    if after is None or "pause" in after.roles or "close" in after.roles:
        return before is None or bool(before.roles.keys() & {"pause", "open"})
    return "rank_tail" not in after.roles


def _is_definite(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """الـ50 with nothing known behind it."""
    place = draft.number.first
    if not place or tokens[place].gap or "article_mark" not in tokens[place - 1].roles:
        return False
    return kind in {"number", "count"} and not draft.units and draft.number.scale < _SCALE
