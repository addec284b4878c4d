"""Numbers that the figures of one quote lead to: sums, differences, products, shares, growths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import Final

from factcheck.claims.bounds import half_a_unit
from factcheck.claims.model import Claim
from factcheck.grounding.numbers import scales
from factcheck.grounding.units import PrintedUnits, currencies
from factcheck.quantities.model import Quantity
from factcheck.values.rational import (
    ONE,
    Rational,
    absolute,
    add,
    divide,
    less_equal,
    multiply,
    subtract,
)

_MOST_COMBINED: Final = 8
"""Figures of one quote that are put together."""
_TWO: Final[Rational] = (2, 1)


def combined(
    claim: Claim, figures: Sequence[Quantity], alike: Sequence[Quantity], units: PrintedUnits
) -> str:
    """Whether a claim is what simple arithmetic makes of the figures of its quote.

    Sums, differences and means are of the figures that are alike; the others multiply or divide.
    """
    if claim.value is None or claim.value_to is not None or len(figures) > _MOST_COMBINED:
        return ""
    scale = scales(claim, alike[0], units)[0]
    if any(_is_told(claim, absolute(one), scale) for one in _added(_numbers(alike))):
        return "the claim is a sum, a difference or a mean of the figures of its quote"
    numbers = _numbers(figures)
    if _is_of_money(claim) and not any(_is_pure(one) for one in figures):
        return ""
    if any(_is_told(claim, absolute(one), scale) for one in _multiplied(numbers)):
        return "the claim is what the figures of its quote make of each other"
    return ""


def _is_of_money(claim: Claim) -> bool:
    return bool(claim.unit.currencies)


def _is_pure(figure: Quantity) -> bool:
    """Whether the figure can multiply an amount of money."""
    return not currencies(figure)


def _numbers(figures: Sequence[Quantity]) -> list[Rational]:
    ends = (end for one in figures for end in (one.value, one.value_to))
    return [end for end in ends if end is not None]


def _is_told(claim: Claim, number: Rational, scale: Rational) -> bool:
    """Whether the claim is the number, as near as its last digit can say it."""
    value = absolute(claim.value or ONE)
    places = claim.decimals
    if places is None:
        places = len(claim.value_text.partition(".")[2])
    error = absolute(subtract(value, divide(number, scale)))
    return less_equal(error, half_a_unit(places)) if "." in claim.value_text else not error[0]


def _added(parts: Sequence[Rational]) -> Iterator[Rational]:
    total: Rational = (0, 1)
    for part in parts:
        total = add(total, part)
    if len(parts) > 1:
        yield total
    for one, other in combinations(parts, 2):
        both = add(one, other)
        yield from (both, subtract(one, other), divide(both, _TWO))


def _multiplied(parts: Sequence[Rational]) -> Iterator[Rational]:
    """Products, quotients, and what grows or shrinks by a share: before, after, and by how much."""
    for one, other in permutations(parts, 2):
        yield multiply(one, other)
        for share in (add(ONE, other), subtract(ONE, other)):
            yield multiply(one, share)
            if share[0]:
                yield divide(one, share)
        if other[0]:
            quotient = divide(one, other)
            yield from (quotient, subtract(quotient, ONE))
