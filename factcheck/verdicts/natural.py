"""The natural interval extension: exact when every variable stands once, else wide and sound."""

from __future__ import annotations

from typing import Final

from factcheck.values import interval as intervals
from factcheck.values.interval import Interval
from factcheck.verdicts import terms
from factcheck.verdicts.terms import Term


class UndefinedError(ArithmeticError):
    """A divisor may be zero; never leaves this room."""


_PAIRS: Final = {
    terms.Sum: intervals.add,
    terms.Difference: intervals.subtract,
    terms.Product: intervals.multiply,
    terms.Least: intervals.minimum,
    terms.Greatest: intervals.maximum,
}


def power(base: Interval, exponent: int) -> Interval:
    """A power, 0 or more."""
    result = intervals.power(base, exponent)
    if result is None:
        raise UndefinedError
    return result


def natural(term: Term) -> Interval:
    """The range of a term when all its places are taken as independent.

    Raises UndefinedError where a divisor contains zero.
    """
    if isinstance(term, terms.Fixed | terms.Variable):
        return term.range
    if isinstance(term, terms.PowerTerm):
        return power(natural(term.base), term.exponent)
    if isinstance(term, terms.Magnitude):
        return intervals.absolute(natural(term.inner))
    left, right = natural(term.left), natural(term.right)
    if isinstance(term, terms.Quotient):
        result = intervals.divide(left, right)
        if result is None:
            raise UndefinedError
        return result
    return _PAIRS[type(term)](left, right)
