"""`Up to` a number: at most that, or risen to it, as the words beside it say."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.tokens import Token

_EITHER: Final = "at most that, or a rise to it"
_HEADLINE: Final = 4
"""So many words may a headline have before what rises."""
_COLON: Final = ":"
_FAR: Final = 2
"""So many tokens behind `from` may the number before the rise begin."""
_COMPARED: Final = frozenset({"compared", "up", "down"})
_SHARES: Final = frozenset({"percent", "points"})


def settle_rise(tokens: Sequence[Token], draft: Draft) -> None:
    """Takes a bound for a rise where a headline tells one, and doubts it where both can be."""
    for place in range(draft.first, draft.number.first):
        roles = tokens[place].roles
        if "limit_or_rise" in roles and _is_from(tokens, draft.last):
            _rise(draft)
        elif "may_rise_to" in roles and _may_be_level(tokens, place, draft):
            draft.doubts.append(_EITHER)
        elif "level_up_to" in roles and not _is_compared(tokens, draft.last):
            told = _is_headline(tokens, place) and draft.kind not in _SHARES
            if told or _is_from(tokens, draft.last):
                _rise(draft)
            else:
                draft.doubts.append(_EITHER)


def _rise(draft: Draft) -> None:
    draft.relation, draft.direction = "", "up"


def _may_be_level(tokens: Sequence[Token], place: int, draft: Draft) -> bool:
    """Rates are up to 5%; not there were up to 30 people, delays are up to 3 hours."""
    if draft.kind == "count" or {*draft.units} & TIMES or _is_compared(tokens, draft.last):
        return False
    return not (place and "there_is" in tokens[place - 1].roles)


def _is_compared(tokens: Sequence[Token], place: int) -> bool:
    """Up to 40% lower, up to 40% off."""
    after = tokens[place : place + 1]
    return bool(after) and after[0].gap != "\n" and bool(after[0].roles.keys() & _COMPARED)


def _is_from(tokens: Sequence[Token], place: int) -> bool:
    """Up to $3m from $2m."""
    behind = tokens[place : place + 1 + _FAR]
    if not behind or "from" not in behind[0].roles or any(one.gap == "\n" for one in behind):
        return False
    return any(one.printed is not None for one in behind)


def _is_headline(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing but a few words that mean nothing else stand before it."""
    for one in range(place, max(place - _HEADLINE, -1), -1):
        if one == 0 or tokens[one].gap == "\n":
            return True
        if "pause" in tokens[one - 1].roles or tokens[one - 1].text == _COLON:
            return True
        if tokens[one - 1].kind != "word" or tokens[one - 1].roles:
            return False
    return False
