"""The cells of a claim that a figure fills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.grounding.agreement import is_rounded
from factcheck.grounding.units import PrintedUnits, currencies
from factcheck.grounding.wording import one_of
from factcheck.quantities import Quantity
from factcheck.records import Record, frozen
from factcheck.values.rational import Rational, has_finite_decimal, to_decimal_text
from factcheck.vocabulary.model import Hedge

_RATIOS: Final = ("percent", "points", "fraction", "multiple", "ordinal")
_PLACES: Final = 4
"""Decimal places of a fraction whose decimals never end."""


@frozen
class Filling(Record):
    """Fills the cells for one package, or without one."""

    units: PrintedUnits | None
    hedges: Mapping[str, Hedge] | None
    """None: any hedge is written."""

    def cells(self, figure: Quantity) -> tuple[dict[str, str], list[str]]:
        """Number, unit and words of a figure, and what a person has to know to complete them."""
        if not figure.confident or figure.value is None:
            return {}, [f"not read: {figure.why}"]
        notes: list[str] = []
        cells = {
            "value": number(figure.value),
            "value_to": number(figure.value_to) if figure.value_to is not None else "",
            "relation": "" if figure.relation == "eq" else figure.relation,
            "hedge": self._hedge(figure, notes),
            "unit_id": self._unit(figure, notes),
            "decimals": _decimals(figure),
        }
        if not has_finite_decimal(figure.value):
            cells["decimals"] = str(_PLACES)
        if figure.direction == "down":
            notes.append("the text says that it is a fall")
        return cells, notes

    def _hedge(self, figure: Quantity, notes: list[str]) -> str:
        if figure.hedge and self.hedges is not None and figure.hedge not in self.hedges:
            notes.append(f"`{figure.hedge}` is no hedge of the package")
            return ""
        return figure.hedge

    def _unit(self, figure: Quantity, notes: list[str]) -> str:
        """The unit, if one alone is meant; else empty, with the candidates in the notes."""
        above = self._above(figure, notes)
        below = [self._id(name) for name in figure.per]
        if not figure.per or not above:
            return above
        if len(below) == 1 and below[0]:
            return f"{above}/{below[0]}"
        notes.append(f"per {' or '.join(figure.per)}")
        return ""

    def _above(self, figure: Quantity, notes: list[str]) -> str:
        money = currencies(figure)
        if len(figure.units) > 1:
            notes.append(f"`{figure.unit_text}` is {one_of(figure.units)}")
            return ""
        if money:
            return self._id(money[0]) or _noted(notes, f"no unit of the package is {money[0]}")
        if figure.kind in _RATIOS:
            return "ratio"
        named = self.units.named((*figure.units, figure.unit_text)) if self.units else None
        if named is not None:
            return named.id
        if figure.unit_text:
            notes.append(f"in `{figure.unit_text}`")
        if figure.kind == "count":
            return "ratio"
        return _noted(notes, "" if figure.unit_text else "no unit is printed")

    def _id(self, name: str) -> str:
        """What the package calls a printed unit; without a package, the name itself."""
        if self.units is None:
            return name
        named = self.units.named((name,))
        return named.id if named else ""


def _noted(notes: list[str], note: str) -> str:
    notes += [note] if note else []
    return ""


def number(value: Rational) -> str:
    """Written out; rounded where the decimals never end."""
    if has_finite_decimal(value):
        return to_decimal_text(value)
    numerator, denominator = value
    shifted = numerator * 10**_PLACES
    rounded = (2 * shifted + denominator) // (2 * denominator)
    return to_decimal_text((rounded, 10**_PLACES))


def _decimals(figure: Quantity) -> str:
    """The last printed digit of what is rounded; counts and words are exact."""
    if figure.decimals is None or figure.relation == "order":
        return ""
    rounded = is_rounded(figure) or figure.decimals != 0
    return str(figure.decimals) if rounded else ""
