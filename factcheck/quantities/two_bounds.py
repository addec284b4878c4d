"""A range that is told by both of its bounds: 3萬元以上15萬元以下, 20万以上不满50万元."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.number import Part, shifted
from factcheck.quantities.tokens import Token
from factcheck.records import evolve

_LOWER: Final = frozenset({"ge", "gt"})
_UPPER: Final = frozenset({"le", "lt"})


def is_bounded(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """Whether `low` is from where and `high` up to where, with at most a pause or 至 between."""
    if low.relation not in _LOWER or high.relation not in _UPPER:
        return False
    if not _ends_bound(low, tokens) or low.number.upper or high.number.upper:
        return False
    if low.ratio or high.ratio or low.number.order or high.number.order:
        return False
    between = tokens[low.last : high.first]
    if any(not one.roles.keys() & {"pause", "link"} for one in between):
        return False
    if any(one.gap for one in (*between, tokens[high.first])):
        return False
    if low.units and not _units(low, high):
        return False
    plain = low.kind is None and not low.units
    same = plain or (low.kind == high.kind and low.power == high.power)
    return same and _is_less(_lower(low, high), high.number.part)


def _units(low: Draft, high: Draft) -> tuple[str, ...]:
    """What the units of both can be."""
    return tuple(one for one in low.units if one in high.units) if low.units else high.units


def _ends_bound(low: Draft, tokens: Sequence[Token]) -> bool:
    """Whether 以上 stands behind the lower one."""
    last = tokens[low.last - 1]
    return low.last > low.number.last and last.kind == "unspaced" and "boundary" in last.roles


def _lower(low: Draft, high: Draft) -> Part:
    """三至五萬 the other way: the lower number as it is printed, in the scale of its own."""
    number = low.number
    bare = low.kind is None and not (low.units or number.scale) and high.number.scale
    return shifted(number, high.number.scale).part if bare else number.part


def _is_less(low: Part, high: Part) -> bool:
    place = min(low[1], high[1])
    below: bool = low[0] * 10 ** (low[1] - place) < high[0] * 10 ** (high[1] - place)
    return below


def bounded(low: Draft, high: Draft) -> Draft:
    """The range of the two."""
    part, upper = _lower(low, high), high.number.part
    place = min(part[1], upper[1])
    number = evolve(
        high.number,
        first=low.number.first,
        part=(part[0] * 10 ** (part[1] - place), place),
        upper=upper,
        place=min(low.number.place, high.number.place),
        printed=low.number.printed or high.number.printed,
        doubt=low.number.doubt or high.number.doubt,
    )
    return evolve(
        high,
        number=number,
        first=low.first,
        relation="",
        hedge=low.hedge,
        units=_units(low, high),
        unit_tokens=high.unit_tokens,
        doubts=[*low.doubts, *high.doubts],
        per=high.per or low.per,
    )
