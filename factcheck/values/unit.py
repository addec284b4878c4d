"""Units are data: base units come from a package, units such as `CNY/chip` are built from them.

A unit text is a list of ids joined by `/`, `*`, `×` or `·`, read from left to right, each with an
optional whole power (`m^2`); `1` stands for nothing, as in `1/day`. There are no spaces in it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.records import Record, field, frozen
from factcheck.values import rational
from factcheck.values.dimension import Dimension, Exponents, collect, text_of
from factcheck.values.rational import ONE, Rational

__all__ = [
    "BUILT_IN_UNITS",
    "BaseUnit",
    "Dimension",
    "Unit",
    "UnknownUnit",
    "divide",
    "multiply",
    "parse_unit",
    "power",
]

MAX_UNIT_LENGTH: Final = 200
MAX_EXPONENT: Final = 9
_TERM: Final = re.compile(r"([/*×·]?)([^/*×·^\s]+)(?:\^(-?[0-9]+))?")
_NO_DIMENSION: Final = ("", "ratio", "1")


@frozen
class BaseUnit(Record):
    """One row of a unit table; currencies are of the dimension `money`.

    The positive `factor` is its size in the base unit of its dimension.
    """

    id: str
    dimension: str
    factor: Rational
    currency: bool = False


@frozen
class Unit(Record):
    """A unit in use; units are equal when they measure the same, however they are written."""

    text: str = field(eq=False)
    factor: Rational
    dimension: Dimension
    currencies: Exponents = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not Unit:
            return NotImplemented
        return (
            self.dimension == other.dimension
            and self.currencies == other.currencies
            and rational.reduce(self.factor) == rational.reduce(other.factor)
        )

    def __hash__(self) -> int:
        return hash((rational.reduce(self.factor), self.dimension, self.currencies))


@frozen
class UnknownUnit(Record):
    """What is wrong with a unit text, and where: an id that is unknown, or the unreadable rest."""

    name: str
    position: int


BUILT_IN_UNITS: Final[Mapping[str, BaseUnit]] = {
    "ratio": BaseUnit("ratio", "ratio", ONE),
    "%": BaseUnit("%", "ratio", (1, 100)),
    "pp": BaseUnit("pp", "ratio", (1, 100)),
    "day": BaseUnit("day", "day", ONE),
}
_NUMBER_ONE: Final = BaseUnit("1", "1", ONE)


def parse_unit(text: str, base_units: Mapping[str, BaseUnit]) -> Unit | UnknownUnit:
    """The unit that `text` means, built-in ones included; else the first part without a meaning."""
    parts: list[tuple[BaseUnit, int]] = []
    position = 0
    if len(text) > MAX_UNIT_LENGTH:
        return UnknownUnit(text, 0)
    while position < len(text) or not text:
        match = _TERM.match(text, position)
        if match is None or bool(match[1]) != bool(position):
            return UnknownUnit(text[position:], position)
        base, exponent = _base_unit(match[2], base_units), _exponent(match)
        if base is None or abs(exponent) > MAX_EXPONENT:
            return UnknownUnit(match[2], match.start(2))
        parts.append((base, exponent))
        position = match.end()
    return _product(text, parts)


def _base_unit(name: str, base_units: Mapping[str, BaseUnit]) -> BaseUnit | None:
    built_in = _NUMBER_ONE if name == "1" else BUILT_IN_UNITS.get(name)
    return base_units.get(name, built_in)


def _exponent(match: re.Match[str]) -> int:
    exponent = int(match[3] or 1)
    return -exponent if match[1] == "/" else exponent


def _product(text: str, parts: list[tuple[BaseUnit, int]]) -> Unit:
    factor = ONE
    for base, exponent in parts:
        factor = rational.multiply(factor, rational.power(base.factor, exponent))
    dimension = Dimension(collect(*((_dimension(base), exponent) for base, exponent in parts)))
    currencies = collect(
        *((((base.id, 1),), exponent) for base, exponent in parts if base.currency)
    )
    return Unit(text, factor, dimension, currencies)


def _dimension(base: BaseUnit) -> Exponents:
    name = "money" if base.currency else base.dimension
    return () if name in _NO_DIMENSION else ((name, 1),)


def _terms(text: str) -> Iterator[tuple[Exponents, int]]:
    for match in _TERM.finditer(text):
        if match[2] not in _NO_DIMENSION:
            yield ((match[2], 1),), _exponent(match)


def multiply(left: Unit, right: Unit) -> Unit:
    """The unit of a product; ids that cancel leave its text: chip × CNY/chip is CNY."""
    return Unit(
        text_of(collect(*_terms(left.text), *_terms(right.text))),
        rational.multiply(left.factor, right.factor),
        left.dimension.multiply(right.dimension),
        collect((left.currencies, 1), (right.currencies, 1)),
    )


def divide(left: Unit, right: Unit) -> Unit:
    """The unit of a quotient."""
    return multiply(left, power(right, -1))


def power(unit: Unit, exponent: int) -> Unit:
    """The unit of a power."""
    return Unit(
        text_of(collect(*((name, own * exponent) for name, own in _terms(unit.text)))),
        rational.power(unit.factor, exponent),
        unit.dimension.power(exponent),
        collect((unit.currencies, exponent)),
    )
