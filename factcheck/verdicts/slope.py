"""The interval of a term's derivative by one variable: its sign says where the extremes lie."""

from __future__ import annotations

from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, closed, hull, point
from factcheck.verdicts import terms
from factcheck.verdicts.natural import UndefinedError, natural, power
from factcheck.verdicts.terms import Term

_ZERO = point(rational.ZERO)
_ONE = point(rational.ONE)
_BOTH_SIGNS = closed((-1, 1), rational.ONE)


def slope(term: Term, name: str) -> Interval:
    """All derivatives of the term by a variable over the box.

    Raises UndefinedError where a divisor contains zero.
    """
    if isinstance(term, terms.Fixed):
        return _ZERO
    if isinstance(term, terms.Variable):
        return _ONE if term.name == name else _ZERO
    if isinstance(term, terms.PowerTerm):
        return _of_power(term, name)
    if isinstance(term, terms.Magnitude):
        return intervals.multiply(_sign(natural(term.inner)), slope(term.inner, name))
    left, right = slope(term.left, name), slope(term.right, name)
    if isinstance(term, terms.Sum):
        return intervals.add(left, right)
    if isinstance(term, terms.Difference):
        return intervals.subtract(left, right)
    if isinstance(term, terms.Least | terms.Greatest):
        return hull(left, right)
    if isinstance(term, terms.Product):
        return intervals.add(
            intervals.multiply(left, natural(term.right)),
            intervals.multiply(natural(term.left), right),
        )
    return _of_quotient(term, left, right)


def _of_power(term: terms.PowerTerm, name: str) -> Interval:
    if term.exponent == 0:
        return _ZERO
    outer = power(natural(term.base), term.exponent - 1)
    outer = intervals.scale(outer, rational.from_int(term.exponent))
    return intervals.multiply(outer, slope(term.base, name))


def _of_quotient(term: terms.Quotient, left: Interval, right: Interval) -> Interval:
    """(l' - q·r') / r, with q the quotient itself: narrower than (l'r - lr') / r²."""
    below = natural(term.right)
    quotient = natural(term)
    result = intervals.divide(intervals.subtract(left, intervals.multiply(quotient, right)), below)
    if result is None:
        raise UndefinedError
    return result


def _sign(inner: Interval) -> Interval:
    if rational.sign(inner.low) >= 0:
        return _ONE
    if rational.sign(inner.high) <= 0:
        return point((-1, 1))
    return _BOTH_SIGNS


def direction(term: Term, name: str) -> int:
    """1 where the term never falls with the variable, -1 where it never rises, else 0."""
    try:
        range_ = slope(term, name)
    except (UndefinedError, ArithmeticError):
        return 0
    if rational.sign(range_.low) >= 0:
        return 1
    if rational.sign(range_.high) <= 0:
        return -1
    return 0
