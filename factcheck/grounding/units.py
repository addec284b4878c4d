"""The units of a package as texts print them: by id, code, label and other names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.grounding.points import RATIOS, kind_of_unit, mixes_points
from factcheck.quantities.model import Kind, Quantity
from factcheck.values.rational import ONE, Rational, multiply
from factcheck.values.unit import BaseUnit, Unit
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.rows import read_rows

_NAMED: Final = ("unit_id", "label", "iso4217", "ucum")
_ALIASES: Final = "aliases"
_CODE_LENGTH: Final = 3
SYMBOLS: Final = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "week": "wk",
    "month": "mo",
    "year": "a",
    "millimeter": "mm",
    "centimeter": "cm",
    "meter": "m",
    "kilometer": "km",
    "square-meter": "m2",
    "square-kilometer": "km2",
    "hectare": "har",
    "liter": "L",
    "gram": "g",
    "kilogram": "kg",
    "tonne": "t",
    "watt": "W",
    "kilowatt": "kW",
    "megawatt": "MW",
    "gigawatt": "GW",
    "kilowatt-hour": "kW.h",
    "megawatt-hour": "MW.h",
    "gigawatt-hour": "GW.h",
    "byte": "By",
}
"""The reader's units, and what UCUM calls them, which a package may give in `ucum`."""
NOT_PRINTED: Final = "XXX"
"""ISO 4217 for no currency: of an amount whose currency is not printed."""


class PrintedUnits:
    """What a package calls its units, and what it takes a printed unit for."""

    def __init__(self, descriptor: Descriptor, units: Mapping[str, BaseUnit]) -> None:
        self._units = units
        self._names: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._symbols: dict[str, str] = {}
        self._kinds: dict[str, Kind | None] = {}
        self._called: dict[str, list[str]] = {}
        rows = read_rows("units", descriptor, Mistakes(descriptor.limits.max_diagnostics))
        for row in rows or ():
            unit = row.text("unit_id")
            self._codes[unit] = row.text("iso4217") or unit
            self._symbols.setdefault(row.text("ucum"), unit)
            for name in (*map(row.text, _NAMED), *row.text(_ALIASES).split(";")):
                if name.strip():
                    self._names.setdefault(_folded(name), unit)
        for unit in units:
            self._names.setdefault(_folded(unit), unit)
        for name, unit in self._names.items():
            self._called.setdefault(unit, []).append(name)

    def code(self, unit: str) -> str:
        """The code of a currency of the package."""
        return self._codes.get(unit, unit)

    def named(self, names: Iterable[str]) -> BaseUnit | None:
        """The first unit of the package among printed names, which may end in a plural's `s`."""
        for name in names:
            folded = _folded(name)
            for form in (folded, folded.removesuffix("s")):
                found = self._units.get(self._names.get(form, ""))
                if form and found:
                    return found
            symbol = SYMBOLS.get(name)
            if symbol in self._symbols:
                return self._units.get(self._symbols[symbol])
        return None

    def mixed(self, unit: Unit, figure: Quantity) -> str:
        """Why a figure is percent and a unit percentage points, or the reverse; else empty."""
        if figure.kind not in RATIOS:
            return ""
        above = self.ids(unit)[0]
        own = self._kind(above[0]) if len(above) == 1 else None
        return mixes_points(own, figure)

    def _kind(self, id_: str) -> Kind | None:
        """Whether the names of a unit say percent or points."""
        if id_ not in self._kinds:
            self._kinds[id_] = kind_of_unit(self._called.get(id_, ()))
        return self._kinds[id_]

    def ids(self, unit: Unit) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids above and below the line of a unit: `CNY`, `chip` of `CNY/chip`."""
        above, *below = unit.text.split("/")
        return tuple(_terms(above)), tuple(name for part in below for name in _terms(part))

    def above(self, unit: Unit) -> Rational:
        """How many of their base units the ids above the line are."""
        factor = ONE
        for name in self.ids(unit)[0]:
            known = self._units.get(name)
            factor = multiply(factor, known.factor) if known else factor
        return factor

    def dimension(self, unit: Unit) -> str | None:
        """The dimension of the only id above the line."""
        above = self.ids(unit)[0]
        known = self._units.get(above[0]) if len(above) == 1 else None
        return known.dimension if known else None


def currencies(quantity: Quantity) -> tuple[str, ...]:
    """Those candidates of a figure's unit that are codes of currencies."""
    return tuple(
        name
        for name in quantity.units
        if len(name) == _CODE_LENGTH and name.isascii() and name.isupper()
    )


def _terms(text: str) -> list[str]:
    for sign in "×·":
        text = text.replace(sign, "*")
    return text.split("*")


def _folded(name: str) -> str:
    return name.strip().casefold()
