"""How claims are printed, by kind: where their digits stand, and what their words add to them.

Claims of one metric in one unit, with so many places, such a hedge and so on, differ in their
digits alone. What bounds.py computes of the words is computed once for each kind, exactly, so that
the bounds of millions of claims are a few operations on whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log10
from typing import Final, NamedTuple

from factcheck.values.rational import (
    Rational,
    has_finite_decimal,
    multiply,
    reduce,
    to_decimal_text,
)
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Hedge

MOST_PLACES: Final = 18
_MOST_DIGITS: Final = 17


class Printed(NamedTuple):
    """A kind: codes of metric and unit, places after the point, hedge, place of the last digit."""

    metric: int
    unit: int
    places: int
    places_to: int
    hedge: str
    decimals: int | None


class Scaled(NamedTuple):
    """What a kind does to digits: in 10^-places of the metric; nothing where that is not whole."""

    multiplier: int | None
    multiplier_to: int | None
    half: int | None
    low_share: int
    high_share: int
    of: int
    """The shares are so many parts of it."""


def places_of(value: Rational) -> int | None:
    """Its places after the point; None when they never end."""
    if not has_finite_decimal(value):
        return None
    return len(to_decimal_text(value).partition(".")[2])


def shares(hedge: Hedge | None) -> tuple[int, int, int]:
    """Both shares of a hedge over one power of ten."""
    if hedge is None:
        return 0, 0, 1
    places = max(places_of(hedge.low) or 0, places_of(hedge.high) or 0)
    of = 10**places
    low, high = (multiply(share, (of, 1)) for share in (hedge.low, hedge.high))
    return low[0] // low[1], high[0] // high[1], of


def metric_places(
    kinds: Iterable[tuple[Printed, float]], units: Mapping[int, Unit], hedges: Mapping[str, Hedge]
) -> dict[int, int]:
    """By metric: places that make most bounds whole, and leave room for the greatest of them."""
    wanted: dict[int, int] = {}
    digits: dict[int, int] = {}
    for kind, greatest in kinds:
        factor = units[kind.unit].factor
        needed = _needed(kind, factor, hedges)
        if needed is not None:
            wanted[kind.metric] = max(wanted.get(kind.metric, 0), needed)
        size = greatest * factor[0] / factor[1]
        number = int(log10(size)) + 3 if 1 <= size < 10.0**300 else 2
        digits[kind.metric] = max(digits.get(kind.metric, 0), number)
    return {
        metric: max(0, min(wanted.get(metric, 0), _MOST_DIGITS - number))
        for metric, number in digits.items()
    }


def _needed(kind: Printed, factor: Rational, hedges: Mapping[str, Hedge]) -> int | None:
    of_factor = places_of(factor)
    if of_factor is None:
        return None
    of_hedge = len(str(shares(hedges.get(kind.hedge))[2])) - 1
    places = max(kind.places, kind.places_to) + of_hedge
    if kind.decimals is not None:
        places = max(places, kind.decimals + 1)
    needed = places + of_factor
    return needed if needed <= MOST_PLACES else None


def scaled(kind: Printed, unit: Unit, places: int, hedge: Hedge | None) -> Scaled:
    """What the kind does, when the metric has so many places."""
    low, high, of = shares(hedge)
    half: int | None = 0
    if kind.decimals is not None:
        tenth = _whole(multiply(unit.factor, _power(places - kind.decimals - 1)))
        half = None if tenth is None else 5 * tenth
    return Scaled(
        _whole(multiply(unit.factor, _power(places - kind.places))),
        _whole(multiply(unit.factor, _power(places - kind.places_to))),
        half,
        low,
        high,
        of,
    )


def _power(exponent: int) -> Rational:
    return (10**exponent, 1) if exponent >= 0 else (1, 10**-exponent)


def _whole(value: Rational) -> int | None:
    """A value that is a whole number, and not too long."""
    numerator, denominator = reduce(value)
    return numerator if denominator == 1 and abs(numerator) < 10**MOST_PLACES else None
