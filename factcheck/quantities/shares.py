"""What makes a number a share: one in five, 3/4, 三成五, 三分之二."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.compose import compose
from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.tokens import Token

_MOST_OF: Final = 1000
"""One in more than these is not read as a share."""
_MOST_OF_DIGITS: Final = 100
_USUAL: Final = (3, 4, 5, 10, 20, 100)
"""Of so many people say how many in digits: 4 in 10."""
_USUAL_OF_WORDS: Final = (10, 100)
"""Of so many people say how many in words: six in 10."""


def ratio_after(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """One in five, nine out of ten, 3/4."""
    number = draft.number
    if place + 1 >= len(tokens) or not is_small(draft):
        return None
    slash = "slash" in tokens[place].roles
    following = tokens[place + 1]
    if slash and (tokens[place].gap or following.gap or following.printed is None):
        return None
    under = compose(tokens, place + 1, linked=False)
    if under is None or under.order or under.bare or under.upper or under.part[1] < 0:
        return None
    below = under.part[0] * 10 ** under.part[1]
    one = number.part == (1, 0) and below <= _MOST_OF_DIGITS
    each = bool(tokens[place].roles.keys() & {"each_of", "out_of"})
    usual = below in (_USUAL if number.printed else _USUAL_OF_WORDS)
    mixed = under.printed and not (slash or one or each or usual)
    if mixed and (number.printed or below > _MOST_OF_DIGITS):
        return None
    after = tokens[under.last] if under.last < len(tokens) else None
    if not slash and after is not None and {*_units(after)} & TIMES:
        return None  # three in 10 years
    if not number.part[0] < below <= _MOST_OF:
        return None
    draft.kind, draft.ratio, number.last = "fraction", (number.part[0], below), under.last
    if mixed:
        draft.doubts.append("it may be a share, or two numbers")
    if slash and not _is_of(tokens, under.last):
        draft.doubts.append("it may be a fraction or a date")
    return under.last


def _units(token: Token) -> tuple[str, ...]:
    units = token.roles.get("units", ())
    return units if isinstance(units, tuple) else ()


def _is_of(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and "of" in tokens[place].roles


def is_small(draft: Draft) -> bool:
    """Whether it is a whole number below a hundred, as the parts of a share are."""
    number = draft.number
    return number.part[1] == 0 and 0 < number.part[0] < 100 and not number.scale  # noqa: PLR2004


def tenths_after(tokens: Sequence[Token], place: int, draft: Draft) -> int:
    """三成 is 3/10, 三成五 is 35/100."""
    n, e = draft.number.part
    draft.kind, draft.power = "fraction", -1
    if draft.number.printed and n > 10 ** (1 - e):
        draft.power = -2  # 75折: of digits the second is one of hundredths
        return place + 1
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if draft.number.printed and following is not None and not following.gap:
        after = tokens[place + 2] if place + 2 < len(tokens) else None
        ends = after is None or after.gap or not after.roles.keys() & {"scale", "counter", "units"}
        if following.text.isdecimal() and len(following.text) == 1 and e == 0 and ends:
            draft.number.part, draft.power = (n * 10 + int(following.text), 0), -2
            return place + 2
    if following is not None and "digit" in following.roles and not following.gap:
        after = tokens[place + 2] if place + 2 < len(tokens) else None
        if (
            after is None
            or after.gap
            or not after.roles.keys() & {"scale", "digit", "counter", "units"}
        ):
            last = following.roles["digit"]
            assert isinstance(last, int)  # noqa: S101 -- the table of digits
            draft.number.part, draft.power = (n * 10**e * 10 + last, 0), -2
            return place + 2
    if following is not None and "half_after" in following.roles and not following.gap:
        draft.number.part, draft.power = (n * 10**e * 10 + 5, 0), -2
        return place + 2
    return place + 1


def is_tenths(tokens: Sequence[Token], place: int, draft: Draft) -> bool:
    """3成, 7.5折; not a word that begins with 成."""
    n, e = draft.number.part
    return "discount" in tokens[place].roles or (0 < n < 10 ** (1 - e) and not tokens[place].gap)


def over_after(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    """三分之二."""
    if place + 1 >= len(tokens):
        return None
    above = compose(tokens, place + 1, linked=False)
    if above is None or above.order or above.upper is not None:
        return None
    n, e = draft.number.part
    m, f = above.part
    if n <= 0 or e < 0 or f < 0:
        return None
    draft.kind, draft.ratio = "fraction", (m * 10**f, n * 10**e)
    return above.last
