"""Numbers that may be part of a name: No. 9 shirt, 737 MAX, 50 Cent, Nine Inch Nails, 4K."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.lexicon import Roles
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_SCALE: Final = 3
_NAMED_THOUSANDS: Final = 10
_NAME: Final = "it may be part of a name"
_GLOBE: Final = "it may be a line on the globe"
_LABEL: Final = "it may be a label, and no rank"
_THE: Final = "known"
"""The role of the article."""
_DETERMINED: Final = frozenset({"known", "one", "determiner"})
_LETTERS: Final = 2
"""So many capitals are more than an initial."""


def doubt_of_name(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What makes a figure of any kind look like a name; empty for nothing."""
    if _is_titled(draft, tokens) or _is_of_name(draft, kind, tokens):
        return _NAME
    if _is_short_of_thousands(draft, tokens):
        return "it may be part of a name, such as 4K"
    if kind in {"ordinal", "multiple"} and _is_part_of_name(draft, tokens):
        return "it may be part of a name or another word"
    return ""


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


def _is_short_of_thousands(draft: Draft, tokens: Sequence[Token]) -> bool:
    """4K, 5k: with nothing that is counted it may be a screen, or a race."""
    number = draft.number
    letter = tokens[number.last - 1]
    if draft.units or "letter" not in letter.roles or letter.gap or number.scale != _SCALE:
        return False
    return number.part[0] <= _NAMED_THOUSANDS and number.part[1] == _SCALE


def _is_part_of_name(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether it is alone, and more often of a name, a date or another word: السادس, ضعف."""
    words, after = tokens[draft.number.first : draft.number.last], draft.last
    if not any(one.roles.keys() & {"named_ordinal", "doubtful"} for one in words):
        return False
    if "doubtful" in words[-1].roles:
        by = draft.number.first > 0 and "by_word" in tokens[draft.number.first - 1].roles
        return not (draft.relation or draft.hedge or by)
    ranked = "rank" in tokens[draft.number.first].roles
    return not (ranked or (after < len(tokens) and "superlative" in tokens[after].roles))


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
    if kind == "count" and _is_of_index(draft, tokens, seen):
        return _NAME
    if after is None or not after.capital or kind != "number" or not number.printed:
        return ""
    if _is_spaced(tokens[number.first]):
        return "it may be two numbers, and the second part of a name"
    counts = number.grouped or number.scale or number.decimal
    if draft.relation or draft.hedge or draft.direction or counts:
        return ""
    if len(after.text) < _LETTERS or after.kind != "word" or after.roles:
        return ""
    before = tokens[draft.first - 1] if draft.first else None
    loud = before is not None and _is_loud(before, seen)
    return _NAME if _is_loud(after, seen) and not loud else ""


def _is_spaced(token: Token) -> bool:
    """32 737 MAXs, 5 787 Dreamliners; not 12,737 Greeks, 3 000 Germans."""
    return token.text.count(" ") == 1 and not token.text.endswith("00")


def _is_of_index(draft: Draft, tokens: Sequence[Token], seen: str) -> bool:
    """FTSE 100 companies, S&P 500 firms; not UK CLAIMS 500 JOBS."""
    first = tokens[draft.first]
    if not draft.first or first.gap != " " or not first.text.isdecimal() or draft.last < 1:
        return False
    before, last = tokens[draft.first - 1], tokens[draft.last - 1]
    behind = tokens[draft.last] if draft.last < len(tokens) else last
    named = before.is_plain and _is_loud(before, seen)
    single = before.capital and len(before.text) == 1 and "one" not in before.roles
    return (named or single) and not _is_loud(last, seen) and not _is_loud(behind, seen)


def _is_loud(token: Token, seen: str) -> bool:
    word = seen[token.start : token.end]
    return len(word) >= _LETTERS and word.isupper()
