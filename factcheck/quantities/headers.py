"""Numbers below a header that says in what unit they are: 单位：万元, (in millions)."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token

_COLON: Final = ":"
_OPENED: Final = 3
"""So many tokens before the words of a header may its bracket open."""
_WHY: Final = "a header says in what unit it is"


def doubt_headed(drafts: Sequence[Draft], tokens: Sequence[Token]) -> None:
    """Marks numbers without a unit on the lines below the first header of units."""
    below = _below_header(tokens)
    if below is None:
        return
    for draft in drafts:
        if (draft.number.bare and _is_behind_colon(tokens, draft.first)) or (
            draft.first >= below and _is_unmeasured(draft)
        ):
            draft.doubts.append(_WHY)


def _is_unmeasured(draft: Draft) -> bool:
    measured = draft.units or draft.power or draft.ratio or draft.number.scale
    return draft.kind in {None, "number"} and not measured


def _below_header(tokens: Sequence[Token]) -> int | None:
    """The first token of the line below a header; None if there is no header."""
    headed = False
    for place, token in enumerate(tokens):
        if headed and token.gap == "\n":
            return place
        if token.roles and "header_unit" in token.roles and not headed:
            headed = _is_header(tokens, place)
    return len(tokens) if headed else None


def _is_behind_colon(tokens: Sequence[Token], place: int) -> bool:
    """The 亿元 of 单位：亿元."""
    before = tokens[max(0, place - 2) : place]
    return len(before) > 1 and "header_unit" in before[0].roles and before[1].text == _COLON


def _is_header(tokens: Sequence[Token], place: int) -> bool:
    """Whether the words stand in brackets, or have a colon behind them."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and after.text == _COLON:
        return True
    before = tokens[max(0, place - _OPENED) : place]
    return any("open" in one.roles for one in before)
