"""How claims are printed, by kind: what their words do to their digits.

Claims of one metric in one unit, with so many places, such a hedge and so on, differ in their
digits alone. What bounds.py computes of the words is computed once for each kind, exactly, so that
the bounds of millions of claims are a few operations on whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log10
from typing import Final, NamedTuple

from factcheck.claims.bounds import half_a_unit
from factcheck.values.rational import (
    Rational,
    add,
    has_finite_decimal,
    multiply,
    reduce,
    to_decimal_text,
)
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Hedge

MOST_PLACES: Final = 18
_MOST_DIGITS: Final = 17
LARGEST: Final = 9 * 10**18
"""Bounds are less than this, and so is whatever their digits are multiplied with."""


class Number(NamedTuple):
    """How a number stands: its places after the point, and whether it is below zero."""

    places: int
    is_negative: bool


class Printed(NamedTuple):
    """A kind, apart from its metric; `value_to` is that of a printed range alone."""

    unit: int
    relation: str
    hedge: str
    decimals: int | None
    value: Number | None
    value_to: Number | None


class End(NamedTuple):
    """An end of n digits, in 10^-places of the metric: the farther of two whole numbers.

    They are n · over / under, moved by `half` outwards, and n · moved_over / moved_under.
    """

    over: int
    under: int
    half: int
    moved_over: int
    moved_under: int

    @property
    def most(self) -> int:
        """The digits up to which both are known to be short."""
        return (LARGEST - self.half) // max(self.over, self.moved_over, 1)


class Scaled(NamedTuple):
    """What a kind does to digits; an end that is not there, and finite, is no whole number."""

    low: End | None
    high: End | None
    low_is_finite: bool
    high_is_finite: bool

    @property
    def is_divided(self) -> bool:
        """Whether digits are divided."""
        ends = [one for one in (self.low, self.high) if one]
        return any(one.under > 1 or one.moved_under > 1 for one in ends)

    def has_longer(self, greatest: int, greatest_to: int) -> bool:
        """Whether digits up to these come to bounds that may be too long."""
        number = max(greatest, greatest_to)
        return any(one is not None and number > one.most for one in (self.low, self.high))


def places_of(value: Rational) -> int | None:
    """Its places after the point; None when they never end."""
    if not has_finite_decimal(value):
        return None
    return len(to_decimal_text(value).partition(".")[2])


def metric_places(
    kinds: Iterable[tuple[int, Printed, float]],
    units: Mapping[int, Unit],
    hedges: Mapping[str, Hedge],
) -> dict[int, int]:
    """By metric: places that make most bounds whole, and leave room for the greatest of them.

    Each kind is given with its metric, and with the greatest of its numbers.
    """
    wanted: dict[int, int] = {}
    digits: dict[int, int] = {}
    needed: dict[Printed, int | None] = {}
    for metric, kind, greatest in kinds:
        if kind not in needed:
            needed[kind] = _needed(kind, units[kind.unit].factor, hedges)
        wanted[metric] = max(wanted.get(metric, 0), needed[kind] or 0)
        factor = units[kind.unit].factor
        size = greatest * (factor[0] / factor[1])
        number = int(log10(size)) + 3 if 1 <= size < 10.0**300 else 2
        digits[metric] = max(digits.get(metric, 0), number)
    return {
        metric: max(0, min(wanted.get(metric, 0), _MOST_DIGITS - number))
        for metric, number in digits.items()
    }


def _needed(kind: Printed, factor: Rational, hedges: Mapping[str, Hedge]) -> int | None:
    of_factor = places_of(factor)
    if of_factor is None or kind.value is None:
        return None
    hedge = hedges.get(kind.hedge)
    of_hedge = 0 if hedge is None else max(places_of(one) or 0 for one in (hedge.low, hedge.high))
    places = max(one.places for one in (kind.value, kind.value_to) if one) + of_hedge
    if kind.decimals is not None:
        places = max(places, kind.decimals + 1)
    needed = places + of_factor
    return needed if needed <= MOST_PLACES else None


def scaled(kind: Printed, factor: Rational, places: int, hedges: Mapping[str, Hedge]) -> Scaled:
    """What the kind does, when the metric has so many places."""
    value, hedge = kind.value, hedges.get(kind.hedge)
    if value is None:
        return Scaled(None, None, low_is_finite=False, high_is_finite=False)
    scale = multiply(factor, _power(places))
    unit = multiply(scale, _power(-value.places))
    below = _share(hedge, value, low=True)
    if kind.relation == "eq":
        half = _half(kind.decimals, scale)
        value_to = kind.value_to or value
        unit_to = multiply(scale, _power(-value_to.places))
        above = _share(hedge, value_to, low=False)
        low = _around(unit, half, below)
        return Scaled(low, _around(unit_to, half, above), low_is_finite=True, high_is_finite=True)
    if kind.relation == "order":
        low, high = (_around(one, 0, None) for one in (unit, multiply(unit, (10, 1))))
        return Scaled(low, high, low_is_finite=True, high_is_finite=True)
    if kind.relation in ("gt", "ge"):
        low = _around(_moved(unit, below), 0, None)
        return Scaled(low, None, low_is_finite=True, high_is_finite=False)
    high = _around(_moved(unit, _share(hedge, value, low=False)), 0, None)
    return Scaled(None, high, low_is_finite=False, high_is_finite=True)


def _share(hedge: Hedge | None, number: Number, *, low: bool) -> Rational | None:
    """The share of a number that moves one of its ends."""
    if hedge is None:
        return None
    return hedge.low if low != number.is_negative else hedge.high


def _half(decimals: int | None, scale: Rational) -> int | None:
    """Half a unit of the last digit; None when it is not whole."""
    if decimals is None:
        return 0
    over, under = reduce(multiply(half_a_unit(decimals), scale))
    return over if under == 1 and over < LARGEST else None


def _around(unit: Rational, half: int | None, share: Rational | None) -> End | None:
    """An end that rounding and a hedge move; a hedge of nothing on this side stays on the number.

    None when some part of it is too long.
    """
    if share is not None and not share[0]:
        half = 0
    own, moved = reduce(unit), reduce(_moved(unit, share))
    if half is None or max(*own, *moved) >= LARGEST:
        return None
    return End(*own, half, *moved)


def _moved(unit: Rational, share: Rational | None) -> Rational:
    return unit if share is None else multiply(unit, add((1, 1), share))


def _power(exponent: int) -> Rational:
    return (10**exponent, 1) if exponent >= 0 else (1, 10**-exponent)
