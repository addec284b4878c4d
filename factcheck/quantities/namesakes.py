"""Numbers that look counted or ranked, and are of names: No. 9 shirt, 737 MAX, 50 Cent."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.lexicon import Roles
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_NAME: Final = "it may be part of a name"
_GLOBE: Final = "it may be a line on the globe"
_LABEL: Final = "it may be a label, and no rank"
_THE: Final = "known"
"""The role of the article."""
_DETERMINED: Final = frozenset({"known", "one", "determiner"})
_LETTERS: Final = 2
"""So many capitals are more than an initial."""


def doubt_of_heads(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What the words beside a number say of a name; empty for nothing."""
    after = tokens[draft.last] if draft.last < len(tokens) else None
    if after is not None and after.gap == "\n":
        after = None
    roles = after.roles if after is not None else {}
    if kind == "ordinal" and _is_label(draft, tokens, after):
        return _LABEL
    if kind == "ordinal" and _is_day(draft, tokens, after):
        return "it may be a day"
    if kind == "amount" and _is_stage_name(draft, tokens, after):
        return _NAME
    if draft.number.letter and "race" in roles and not draft.money:
        return f"`{draft.number.letter}` may be metres"
    before = tokens[draft.first - 1] if draft.first and tokens[draft.first].gap != "\n" else None
    if not draft.number.printed or kind not in {"number", "count", "ordinal"}:
        return ""
    if "globe_after" in roles or (before is not None and "globe" in before.roles):
        return _GLOBE
    plain = not (draft.relation or draft.hedge or draft.number.grouped or draft.number.scale)
    return _NAME if plain and _is_named(draft, kind, tokens, roles) else ""


def _is_named(draft: Draft, kind: Kind, tokens: Sequence[Token], behind: Roles) -> bool:
    """Top 500 list, the Magnificent 7 stocks, a 1-2 finish."""
    if kind == "ordinal" or not draft.first or tokens[draft.first].gap == "\n":
        return False
    if kind == "count" and draft.number.upper is not None and not draft.units:
        return "one" in tokens[draft.first - 1].roles
    return "list_name" in behind or (kind == "count" and _leads_name(tokens, draft.first - 1))


def _is_label(draft: Draft, tokens: Sequence[Token], after: Token | None) -> bool:
    """The No. 9 shirt, No 10 said, he wore No 7."""
    first = tokens[draft.first]
    if "rank" not in first.roles:
        return False
    if after is not None and "worn" in after.roles:
        return True
    if not first.capital or len(first.text) > _LETTERS or draft.number.first != draft.first + 1:
        return False
    starts = draft.first == 0 or first.gap == "\n"
    ranked = not starts and "rank" in tokens[draft.first - 1].roles
    return starts or (not ranked and (after is None or bool(after.roles)))


def _is_day(draft: Draft, tokens: Sequence[Token], after: Token | None) -> bool:
    """On the 15th, by Friday the 13th; not on the 15th attempt."""
    if draft.first < 2 or not draft.number.printed:  # noqa: PLR2004
        return False
    article, led = tokens[draft.first - 1], tokens[draft.first - 2]
    ends = after is None or bool(after.roles)
    return ends and _THE in article.roles and "day_led" in led.roles


def _is_stage_name(draft: Draft, tokens: Sequence[Token], after: Token | None) -> bool:
    """50 Cent: the part of a currency's unit with a capital, and none behind it."""
    if not draft.unit_tokens or (after is not None and after.capital):
        return False
    unit = tokens[draft.unit_tokens[-1][0]]
    return "subunit" in unit.roles and unit.capital and draft.number.printed and unit.gap == " "


def _leads_name(tokens: Sequence[Token], place: int) -> bool:
    """The Magnificent 7 stocks, Fortune 500 firms, grade 8 students; not the game 300 fans saw."""
    head = tokens[place]
    if "label" in head.roles and head.kind == "word":
        led = place and tokens[place - 1].roles.keys() & _DETERMINED
        return head.capital or not (led or "units" in head.roles)
    if not head.capital or head.kind != "word":
        return False
    article = tokens[place - 1] if place and head.gap == " " else None
    return article is not None and _THE in article.roles and not head.roles


def doubt_of_capitals(draft: Draft, kind: Kind, tokens: Sequence[Token], seen: str) -> str:
    """737 MAX: a word of capitals behind a bare number; not in a line that is all capitals."""
    number, last = draft.number, draft.last
    after = tokens[last] if last < len(tokens) and tokens[last].gap == " " else None
    if after is None or not after.capital or kind != "number" or not number.printed:
        return ""
    counts = number.grouped or number.scale or number.decimal
    if draft.relation or draft.hedge or draft.direction or counts:
        return ""
    if len(after.text) < _LETTERS or after.kind != "word" or after.roles:
        return ""
    before = tokens[draft.first - 1] if draft.first else None
    loud = before is not None and _is_loud(before, seen)
    return _NAME if _is_loud(after, seen) and not loud else ""


def _is_loud(token: Token, seen: str) -> bool:
    word = seen[token.start : token.end]
    return len(word) >= _LETTERS and word.isupper()
