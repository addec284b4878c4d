"""Arithmetic and order of rationals, written for speed: pairs stay unreduced until they grow."""

from math import gcd
from typing import Final, TypeAlias

Rational: TypeAlias = tuple[int, int]
"""(numerator, denominator), unreduced, denominator > 0; (1, 0) and (-1, 0) are the infinities."""

ZERO: Final[Rational] = (0, 1)
ONE: Final[Rational] = (1, 1)
INFINITY: Final[Rational] = (1, 0)
NEGATIVE_INFINITY: Final[Rational] = (-1, 0)

_REDUCE_FROM: Final = 1 << 256
MAX_POWER_BITS: Final = 1 << 16


def from_int(number: int) -> Rational:
    """The rational equal to `number`."""
    return (number, 1)


def is_finite(value: Rational) -> bool:
    """True for every number, false for the two infinities."""
    return value[1] != 0


def reduce(value: Rational) -> Rational:
    """The same value in lowest terms, so that equal values are equal pairs."""
    numerator, denominator = value
    common = gcd(numerator, denominator)
    return value if common == 1 else (numerator // common, denominator // common)


def _bounded(numerator: int, denominator: int) -> Rational:
    if denominator < _REDUCE_FROM:
        return (numerator, denominator)
    return reduce((numerator, denominator))


def add(left: Rational, right: Rational) -> Rational:
    """The sum; raises ArithmeticError for ∞ - ∞."""
    numerator, denominator = left
    other, divisor = right
    if denominator == divisor:
        if denominator:
            return (numerator + other, denominator)
        if numerator == other:
            return left
        raise ArithmeticError("the sum of opposite infinities is not defined")
    if denominator and divisor:
        return _bounded(numerator * divisor + other * denominator, denominator * divisor)
    return right if denominator else left


def negate(value: Rational) -> Rational:
    """The opposite."""
    return (-value[0], value[1])


def subtract(left: Rational, right: Rational) -> Rational:
    """The difference; raises ArithmeticError for ∞ - ∞."""
    return add(left, (-right[0], right[1]))


def multiply(left: Rational, right: Rational) -> Rational:
    """The product; 0 × ∞ is 0, as an infinity stands for large numbers and is never one."""
    numerator = left[0] * right[0]
    denominator = left[1] * right[1]
    if denominator:
        return _bounded(numerator, denominator)
    return (sign((numerator, 1)), 0) if numerator else ZERO


def reciprocal(value: Rational) -> Rational:
    """1 / value, 0 for an infinity; raises ZeroDivisionError for 0."""
    numerator, denominator = value
    if numerator > 0:
        return (denominator, numerator)
    if numerator < 0:
        return (-denominator, -numerator)
    raise ZeroDivisionError("division of a rational by zero")


def divide(left: Rational, right: Rational) -> Rational:
    """The quotient; raises ArithmeticError for x / 0 and ∞ / ∞."""
    if not (left[1] or right[1]):
        raise ArithmeticError("the quotient of infinities is not defined")
    return multiply(left, reciprocal(right))


def power(base: Rational, exponent: int) -> Rational:
    """The power, 1 for exponent 0; raises OverflowError beyond MAX_POWER_BITS bits."""
    if exponent < 0:
        return power(reciprocal(base), -exponent)
    if max(base[0].bit_length(), base[1].bit_length()) * exponent > MAX_POWER_BITS:
        raise OverflowError(f"the power needs more than {MAX_POWER_BITS} bits")
    return _bounded(base[0] ** exponent, base[1] ** exponent) if exponent else ONE


def compare(left: Rational, right: Rational) -> int:
    """-1, 0 or 1 as left is less than, equal to or greater than right."""
    return less(right, left) - less(left, right)


def less(left: Rational, right: Rational) -> bool:
    """True when left < right."""
    if left[1] == right[1]:
        return left[0] < right[0]
    return left[0] * right[1] < right[0] * left[1]


def less_equal(left: Rational, right: Rational) -> bool:
    """True when left ≤ right."""
    return not less(right, left)


def sign(value: Rational) -> int:
    """-1, 0 or 1 as value is below, at or above zero."""
    return (value[0] > 0) - (value[0] < 0)


def minimum(left: Rational, right: Rational) -> Rational:
    """The lesser of the two."""
    return right if less(right, left) else left


def maximum(left: Rational, right: Rational) -> Rational:
    """The greater of the two."""
    return right if less(left, right) else left


def absolute(value: Rational) -> Rational:
    """The distance from zero."""
    return value if value[0] >= 0 else (-value[0], value[1])
