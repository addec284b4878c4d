"""Dimensions: what kind of thing a number counts, as names with whole exponents."""

from typing import TypeAlias

from factcheck.records import Record, frozen

Exponents: TypeAlias = tuple[tuple[str, int], ...]
"""Names with their exponents: sorted by name, each once, no zeros."""


def collect(*parts: tuple[Exponents, int]) -> Exponents:
    """The product of the parts, each raised to its own power."""
    totals: dict[str, int] = {}
    for exponents, power in parts:
        for name, exponent in exponents:
            totals[name] = totals.get(name, 0) + exponent * power
    return tuple(sorted((name, exponent) for name, exponent in totals.items() if exponent))


def text_of(exponents: Exponents) -> str:
    """As units are written: `money/chip`, `1/day`, `length^2`; `ratio` when nothing is left."""
    above = "*".join(_factor(name, exponent) for name, exponent in exponents if exponent > 0)
    below = "".join("/" + _factor(name, -exponent) for name, exponent in exponents if exponent < 0)
    return (above or "1") + below if exponents else "ratio"


def _factor(name: str, exponent: int) -> str:
    return name if exponent == 1 else f"{name}^{exponent}"


@frozen
class Dimension(Record):
    """A product of powers of base dimensions; equal dimensions may be added and compared."""

    exponents: Exponents = ()

    def multiply(self, other: "Dimension") -> "Dimension":
        """The dimension of a product."""
        return Dimension(collect((self.exponents, 1), (other.exponents, 1)))

    def divide(self, other: "Dimension") -> "Dimension":
        """The dimension of a quotient."""
        return Dimension(collect((self.exponents, 1), (other.exponents, -1)))

    def power(self, exponent: int) -> "Dimension":
        """The dimension of a power."""
        return Dimension(collect((self.exponents, exponent)))

    def is_dimensionless(self) -> bool:
        """True for bare numbers and ratios."""
        return not self.exponents

    def text(self) -> str:
        """For messages: `money/chip`; `ratio` when dimensionless."""
        return text_of(self.exponents)
