"""One operation on independent numbers, and terms in which every number stands once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.values import interval as intervals
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval
from factcheck.verdicts import terms
from factcheck.verdicts.terms import Term

MAX_BITS: Final = 1 << 16
"""Ends with longer numbers are let go: the result is everything, which is sound."""


class UndefinedError(ArithmeticError):
    """A divisor may be zero; never leaves this room."""


_PAIRS: Final[dict[type, Callable[[Interval, Interval], Interval]]] = {
    terms.Sum: intervals.add,
    terms.Difference: intervals.subtract,
    terms.Product: intervals.multiply,
    terms.Least: intervals.minimum,
    terms.Greatest: intervals.maximum,
}


def power(base: Interval, exponent: int) -> Interval:
    """A power, 0 or more; raises OverflowError when it has too many digits."""
    result = intervals.power(base, exponent)
    if result is None:
        raise UndefinedError
    return result


def pair(kind: type, left: Interval, right: Interval) -> Interval:
    """All results of an operation on two independent numbers.

    Raises UndefinedError when the divisor may be zero, OverflowError when numbers grow too long.
    """
    if kind is terms.Quotient:
        result = intervals.divide(left, right)
        if result is None:
            raise UndefinedError
    else:
        result = _PAIRS[kind](left, right)
    if max(result.low[0].bit_length(), result.high[0].bit_length()) > MAX_BITS:
        raise OverflowError("the result needs too many digits")
    return result


def widest(kind: type, exponent: int) -> Interval:
    """What contains every result of an operation."""
    even = kind is terms.PowerTerm and exponent % 2 == 0
    return NON_NEGATIVE if even or kind is terms.Magnitude else EVERYTHING


def natural(term: Term) -> Interval:
    """The range of a small term when all its places are taken as independent.

    Raises UndefinedError where a divisor contains zero.
    """
    if isinstance(term, terms.Fixed | terms.Variable):
        return term.range
    if isinstance(term, terms.PowerTerm):
        return power(natural(term.base), term.exponent)
    if isinstance(term, terms.Magnitude):
        return intervals.absolute(natural(term.inner))
    return pair(type(term), natural(term.left), natural(term.right))
