"""Figures that belong together: the two ends of a range, and a figure with its conversion."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factcheck.quantities.draft import Draft
from factcheck.quantities.number import Number, Part, shifted
from factcheck.quantities.tokens import Token

_GAP: Final = 6
"""So many tokens may stand between a figure and the conversion that follows it."""


def with_ranges(drafts: Sequence[Draft], tokens: Sequence[Token]) -> list[Draft]:
    """Two figures with a range's word between them become one."""
    merged: list[Draft] = []
    for draft in drafts:
        before = merged[-1] if merged else None
        joined = None if before is None else _range(before, draft, tokens)
        if joined is not None:
            merged[-1] = joined
        else:
            merged.append(draft)
    return merged


def without_scores(drafts: Sequence[Draft], tokens: Sequence[Token]) -> list[Draft]:
    """What is left without lower ends that no range took, and without 3-1."""
    scores: set[int] = set()
    for place in range(1, len(drafts)):
        low, high = drafts[place - 1], drafts[place]
        dash = tokens[low.last] if high.first == low.last + 1 else None
        if dash is not None and dash.text == "-" and not dash.gap and _is_bare(low):
            scores |= {place - 1, place} if _is_bare(high) else set()
    return [one for place, one in enumerate(drafts) if place not in scores and not one.tentative]


def _is_bare(draft: Draft) -> bool:
    return draft.number.printed and not (draft.units or draft.power or draft.number.scale)


def _range(low: Draft, high: Draft, tokens: Sequence[Token]) -> Draft | None:
    """The range from `low` to `high`, or None if they are two figures."""
    if (
        low.number.upper is not None
        or high.number.upper is not None
        or not _linked(low, high, tokens)
    ):
        return None
    if (
        low.ratio
        or high.ratio
        or low.number.order
        or high.number.order
        or high.relation
        or high.hedge
    ):
        return None
    if low.kind != high.kind and low.kind is not None:
        return None
    if (
        low.direction
        and "between" not in _words(low, tokens)
        and _words(low, tokens) & {"from", "从", "由", "من"}
    ):
        return None
    if low.direction and (low.kind or low.units) and tokens[low.last].kind != "sign":
        return None
    units = low.units
    if low.units and high.units:
        units = tuple(one for one in low.units if one in high.units)
        if not units:
            return None
    units = units or high.units
    number = _scaled_alike(low, high)
    if _size(number.part) >= _size(high.number.part):
        return None
    part: Part = (number.part[0], number.part[1])
    place = min(part[1], high.number.part[1])
    part = (part[0] * 10 ** (part[1] - place), place)
    return evolve(
        high,
        number=evolve(
            high.number,
            first=low.number.first,
            part=part,
            upper=high.number.part,
            place=min(number.place, high.number.place),
            printed=number.printed or high.number.printed,
            doubt=number.doubt or high.number.doubt,
        ),
        first=min(low.first, low.first if low.range_first is None else low.range_first),
        relation=low.relation,
        hedge=low.hedge,
        direction=low.direction,
        negative=low.negative,
        units=units,
        money=low.money or high.money,
        unit_tokens=high.unit_tokens or low.unit_tokens,
        per=high.per or low.per,
        range_first=None,
        equivalent=low.equivalent,
        past_years=low.past_years,
    )


def _scaled_alike(low: Draft, high: Draft) -> Number:
    """160–170 billion: the scale of the upper end is that of both, where the first has none."""
    number, (n, e), scale = low.number, high.number.part, high.number.scale
    bare = not number.scale and scale and not low.kind and not low.half
    return shifted(number, scale) if bare and _size(number.part) < _size((n, e - scale)) else number


def _words(draft: Draft, tokens: Sequence[Token]) -> set[str]:
    return {one.text for one in tokens[max(0, draft.number.first - 3) : draft.number.first]}


def _size(part: Part) -> tuple[int, int]:
    """Orders numbers that are not negative."""
    n, e = part
    return (n * 10 ** (e + 100), 0)


def _linked(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """Whether just a word of ranges stands between the two."""
    between = tokens[low.last : high.first]
    if len(between) != 1 or between[0].gap == "\n" or tokens[high.first].gap == "\n":
        return False
    link = between[0]
    if "and_link" in link.roles:
        return low.range_first is not None
    if link.text == "-" and bool(link.gap) != bool(tokens[high.first].gap):
        return False
    return "link" in link.roles


def conversions(drafts: Sequence[Draft], tokens: Sequence[Token]) -> dict[int, int]:
    """For each draft that restates the one before in another unit, which one."""
    found: dict[int, int] = {}
    for place in range(1, len(drafts)):
        low, high = drafts[place - 1], drafts[place]
        if not (_is_amount(low) and _is_amount(high)) or low.units[0] == high.units[0]:
            continue
        between = tokens[low.last : high.first]
        if len(between) > _GAP or any(one.gap == "\n" for one in between):
            continue
        closed = any("close" in one.roles for one in between)
        opened = any("open" in one.roles for one in between)
        if (opened and not closed) or (high.equivalent and not closed):
            found[place] = place - 1
    return found


def _is_amount(draft: Draft) -> bool:
    return bool(draft.units) and draft.kind in {None, "amount"}
