"""Days that share the month of a date: بين 11 و14 يوليو."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.dates import Dated
from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token

_DAYS: Final = range(1, 32)
_LINKS: Final = frozenset({"link", "and_link", "or_link", "pause"})


def without_first_days(
    found: Sequence[Draft | Dated], tokens: Sequence[Token]
) -> list[Draft | Dated]:
    """What is left without bare numbers that a date right behind them makes days."""
    kept: list[Draft | Dated] = []
    for place, one in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if not (isinstance(one, Draft) and isinstance(after, Dated) and _is_day(one)):
            kept.append(one)
            continue
        between = tokens[one.last : after.first]
        tied = len(between) == 1 and bool(between[0].roles.keys() & _LINKS)
        if not tied or after.time or not _begins_with_day(after, tokens):
            kept.append(one)
    return kept


def _is_day(draft: Draft) -> bool:
    number = draft.number
    bare = draft.kind is None and not (draft.units or number.scale or number.upper)
    return bare and number.part[1] == 0 and number.part[0] in _DAYS


def _begins_with_day(dated: Dated, tokens: Sequence[Token]) -> bool:
    first = tokens[dated.first]
    return first.printed is not None and first.printed.digits in _DAYS
