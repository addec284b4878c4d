"""Figures whose unit a header gives: 单位：万元, (in millions), الإيرادات (مليون ريال)."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token

_COLON: Final = ":"
_WHY: Final = "a header says in what unit it is"
_LONGEST: Final = 6
"""So many tokens may the brackets of a header hold, and may stand before its words."""
_LED: Final = 2
_UNITS: Final = frozenset({"units", "money", "scale", "order", "letter", "percent", "digit"})
_SIZES: Final = frozenset({"scale", "order", "letter", "percent"})


def doubt_headed(drafts: Sequence[Draft], tokens: Sequence[Token]) -> None:
    """Marks figures without a scale behind a header of units.

    One in brackets counts on its line; one that says `in millions` from there on.
    """
    if not drafts:
        return
    ends = _header_ends(tokens)
    if not ends:
        return
    header = 0
    for draft in drafts:
        if draft.number.bare and _is_behind_colon(tokens, draft.first):
            draft.doubts.append(_WHY)
        while header + 1 < len(ends) and ends[header + 1][0] <= draft.first:
            header += 1
        first, last = ends[header]
        if first <= draft.first < last and _is_unmeasured(draft):
            draft.doubts.append(_WHY)


def _is_unmeasured(draft: Draft) -> bool:
    measured = draft.power or draft.ratio or draft.number.scale
    return not measured and (draft.money or (draft.kind in {None, "number"} and not draft.units))


def _header_ends(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """From which token to which (excluded) each header counts."""
    found: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if not token.roles:
            continue
        if "header_unit" in token.roles and _is_header(tokens, place):
            return [*found, (place, len(tokens))]
        if "open" in token.roles:
            close = _end_of_units(tokens, place + 1)
            if close is not None:
                before = found[-1][1] if found else 0
                found.append((close, before if before > close else _end_of_line(tokens, close)))
    return found


def _end_of_units(tokens: Sequence[Token], place: int) -> int | None:
    """The place of the bracket that closes, if nothing but the size of a unit stands before it."""
    sized = False
    for one in range(place, min(place + _LONGEST, len(tokens))):
        roles = tokens[one].roles
        if "close" in roles:
            return one if sized else None
        led = one == place and "year_before" in roles  # in EUR million
        if tokens[one].printed is not None or not (led or roles.keys() & _UNITS):
            return None
        sized = sized or bool(roles.keys() & _SIZES)
    return None


def _end_of_line(tokens: Sequence[Token], place: int) -> int:
    """Where the line ends; a header that ends its line counts for all that follow."""
    if place + 1 < len(tokens) and tokens[place + 1].gap == "\n":
        return len(tokens)
    for one in range(place + 1, len(tokens)):
        if tokens[one].gap == "\n":
            return one
    return len(tokens)


def _is_behind_colon(tokens: Sequence[Token], place: int) -> bool:
    """The 亿元 of 单位：亿元."""
    before = tokens[max(0, place - 2) : place]
    return len(before) > 1 and "header_unit" in before[0].roles and before[1].text == _COLON


def _is_header(tokens: Sequence[Token], place: int) -> bool:
    """Whether the words stand in brackets, before a colon, or near the beginning of a line."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and after.text == _COLON:
        return True
    for back in range(place, max(-1, place - _LONGEST), -1):
        if back < place and "open" in tokens[back].roles:
            return True
        if back == 0 or tokens[back].gap == "\n":
            return place - back <= _LED
    return False
