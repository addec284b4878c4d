"""Figures and claims in words, for messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.model import Claim
from factcheck.quantities.model import Quantity
from factcheck.values.rational import (
    Rational,
    divide,
    has_finite_decimal,
    reduce,
    to_decimal_text,
)
from factcheck.vocabulary.wrong import shorten

RELATIONS: Final = {
    "eq": "exactly that number",
    "gt": "more than it",
    "ge": "at least it",
    "lt": "less than it",
    "le": "at most it",
    "order": "an order of magnitude",
}
_UNITS_SHOWN: Final = 8
_SIGNS: Final = {
    "eq": "",
    "gt": "> ",
    "ge": "≥ ",
    "lt": "< ",
    "le": "≤ ",
    "order": "of the order of ",
}


def decimal(value: Rational) -> str:
    """The number as a table has it; a fraction where its decimals never end."""
    if has_finite_decimal(value):
        return to_decimal_text(value)
    numerator, denominator = reduce(value)
    return f"{numerator}/{denominator}"


def reading(figure: Quantity) -> str:
    """How a figure is read: `1600亿元` as > about 160000000000 CNY."""
    if figure.value is None:
        return f"`{shorten(figure.text)}` is not read"
    value = decimal(figure.value)
    if figure.value_to is not None:
        value += f" to {decimal(figure.value_to)}"
    hedge = f"{figure.hedge} " if figure.hedge else ""
    unit = f" {one_of(figure.units)}" if figure.units else ""
    return f"`{shorten(figure.text)}` is read as {_SIGNS[figure.relation]}{hedge}{value}{unit}"


def one_of(units: Sequence[str]) -> str:
    """Candidates of a unit, of which a sign like `$` has more than anyone reads."""
    more = " or others" if len(units) > _UNITS_SHOWN else ""
    return " or ".join(units[:_UNITS_SHOWN]) + more


def stated(claim: Claim) -> str:
    """The number of a claim as its row has it."""
    both = f"{claim.value_text} to {claim.value_to_text}" if claim.value_to else claim.value_text
    return f"{shorten(both)} {claim.unit.text}"


def in_unit(value: Rational, scale: Rational) -> str:
    """A printed number in the unit of the claim."""
    return decimal(divide(value, scale))
