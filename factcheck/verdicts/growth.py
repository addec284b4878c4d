"""Numbers that grow: quotients of polynomials in ω, and what they tend to as ω → ∞."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final, TypeAlias

from factcheck.records import Record, frozen
from factcheck.values import rational
from factcheck.values.rational import Rational
from factcheck.verdicts import terms
from factcheck.verdicts.natural import MAX_BITS, UndefinedError

MAX_DEGREE: Final = 40
"""Beyond this a limit is not looked for, and the wider range is taken."""

Polynomial: TypeAlias = tuple[Rational, ...]
"""Coefficients by rising powers of ω; the last one is not zero."""
_ONE: Final[Polynomial] = (rational.ONE,)


@frozen
class Growing(Record):
    """above / below, as functions of ω."""

    above: Polynomial
    below: Polynomial = _ONE

    def sign(self) -> int:
        """The sign for every large ω."""
        if not self.above:
            return 0
        return rational.sign(self.above[-1]) * rational.sign(self.below[-1])

    def limit(self) -> Rational:
        """What it tends to, an infinity perhaps."""
        if len(self.above) > len(self.below):
            return rational.INFINITY if self.sign() > 0 else rational.NEGATIVE_INFINITY
        if len(self.above) < len(self.below):
            return rational.ZERO
        return rational.divide(self.above[-1], self.below[-1])


def end(value: Rational, side: int, *, is_open: bool) -> Growing:
    """An end of an interval: itself when closed, else what comes nearer and nearer from inside.

    `side` is -1 for a low end and 1 for a high one.
    """
    if not rational.is_finite(value):
        return Growing((rational.ZERO, (side, 1)))
    if not is_open:
        return Growing(_trimmed((value,)))
    return Growing(_trimmed(((-side, 1), value)), (rational.ZERO, rational.ONE))


def joined(kind: type, left: Growing, right: Growing) -> Growing:
    """An operation on two; raises UndefinedError for a division by zero."""
    if kind is terms.Product:
        return _fraction(_times(left.above, right.above), _times(left.below, right.below))
    if kind is terms.Quotient:
        return _fraction(_times(left.above, right.below), _times(left.below, right.above))
    if kind is terms.Sum:
        return _sum(left, right, 1)
    difference = _sum(left, right, -1)
    if kind is terms.Difference:
        return difference
    least = left if difference.sign() <= 0 else right
    return least if (kind is terms.Least) else (right if least is left else left)


def power(base: Growing, exponent: int) -> Growing:
    """A power, 0 or more."""
    result = Growing(_ONE)
    if max(len(base.above), len(base.below)) * exponent > MAX_DEGREE:
        raise OverflowError("the power has too high a degree")
    for _ in range(exponent):
        result = joined(terms.Product, result, base)
    return result


def magnitude(inner: Growing) -> Growing:
    """The absolute value."""
    return inner if inner.sign() >= 0 else Growing(_negated(inner.above), inner.below)


def _fraction(above: Polynomial, below: Polynomial) -> Growing:
    if not below:
        raise UndefinedError
    if max(len(above), len(below)) > MAX_DEGREE:
        raise OverflowError("the quotient has too high a degree")
    if any(one[0].bit_length() > MAX_BITS for one in (*above, *below)):
        raise OverflowError("the quotient needs too many digits")
    if len(above) == 1 and len(below) == 1:
        return Growing((rational.divide(above[0], below[0]),))
    return Growing(above, below)


def _sum(left: Growing, right: Growing, sign: int) -> Growing:
    other = right.above if sign > 0 else _negated(right.above)
    if left.below == right.below:
        return _fraction(_plus(left.above, other), left.below)
    above = _plus(_times(left.above, right.below), _times(other, left.below))
    return _fraction(above, _times(left.below, right.below))


def _negated(one: Polynomial) -> Polynomial:
    return tuple(rational.negate(coefficient) for coefficient in one)


def _plus(left: Polynomial, right: Polynomial) -> Polynomial:
    pairs = zip_longest(left, right, fillvalue=rational.ZERO)
    return _trimmed(tuple(rational.add(one, other) for one, other in pairs))


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    if not left or not right:
        return ()
    product = [rational.ZERO] * (len(left) + len(right) - 1)
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            product[i + j] = rational.add(product[i + j], rational.multiply(one, other))
    return _trimmed(tuple(product))


def _trimmed(coefficients: Polynomial) -> Polynomial:
    while coefficients and not coefficients[-1][0]:
        coefficients = coefficients[:-1]
    return tuple(rational.reduce(one) for one in coefficients)
