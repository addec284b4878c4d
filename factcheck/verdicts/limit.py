"""What a term tends to when repeated variables grow without bound together."""

from __future__ import annotations

from typing import TypeAlias

from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, point
from factcheck.verdicts import terms
from factcheck.verdicts.natural import UndefinedError
from factcheck.verdicts.terms import Term

Polynomial: TypeAlias = tuple[Interval, ...]
"""Coefficients by rising powers of the growing number; the last one is not zero."""
_ZERO = point(rational.ZERO)
_ONE: Polynomial = (point(rational.ONE),)


def limit(term: Term, growing: dict[str, int]) -> Interval | None:
    """The limit with each growing variable at sign × ω, ω → ∞; None when it cannot be told."""
    try:
        above, below = _fraction(term, growing)
    except UndefinedError:
        return None
    if not above:
        return _ZERO
    if not below or below[-1].contains_zero() or above[-1].contains_zero():
        return None
    if len(above) < len(below):
        return _ZERO
    ratio = intervals.divide(above[-1], below[-1])
    if ratio is None or len(above) == len(below):
        return ratio
    end = rational.INFINITY if rational.sign(ratio.low) >= 0 else rational.NEGATIVE_INFINITY
    return Interval(end, end, low_open=True, high_open=True)


def is_strict(term: Term, name: str) -> bool:
    """Whether the term is (p·x + q) / (r·x + s) with p·s ≠ q·r over the whole box.

    Then it is strictly monotone in x, and takes no value at an end that x does not reach.
    """
    try:
        above, below = _fraction(term, {name: 1})
    except UndefinedError:
        return False
    if max(len(above), len(below)) > 2:  # noqa: PLR2004 (degree one)
        return False
    q, p = (*above, _ZERO, _ZERO)[:2]
    s, r = (*below, _ZERO, _ZERO)[:2]
    difference = intervals.subtract(intervals.multiply(p, s), intervals.multiply(q, r))
    return not difference.contains_zero()


def _fraction(term: Term, growing: dict[str, int]) -> tuple[Polynomial, Polynomial]:
    if isinstance(term, terms.Variable) and term.name in growing:
        return (_ZERO, point((growing[term.name], 1))), _ONE
    if isinstance(term, terms.Fixed | terms.Variable):
        return _trimmed((term.range,)), _ONE
    if isinstance(term, terms.PowerTerm):
        above, below = _fraction(term.base, growing)
        top: Polynomial = _ONE
        bottom: Polynomial = _ONE
        for _ in range(term.exponent):
            top, bottom = _times(top, above), _times(bottom, below)
        return top, bottom
    if isinstance(term, terms.Magnitude | terms.Least | terms.Greatest):
        raise UndefinedError
    left, right = _fraction(term.left, growing), _fraction(term.right, growing)
    if isinstance(term, terms.Product):
        return _times(left[0], right[0]), _times(left[1], right[1])
    if isinstance(term, terms.Quotient):
        return _times(left[0], right[1]), _times(left[1], right[0])
    sign = 1 if isinstance(term, terms.Sum) else -1
    if left[1] == right[1]:
        return _plus(left[0], right[0], sign), left[1]
    return (
        _plus(_times(left[0], right[1]), _times(right[0], left[1]), sign),
        _times(left[1], right[1]),
    )


def _trimmed(coefficients: tuple[Interval, ...]) -> Polynomial:
    while coefficients and coefficients[-1] == _ZERO:
        coefficients = coefficients[:-1]
    return coefficients


def _plus(left: Polynomial, right: Polynomial, sign: int) -> Polynomial:
    length = max(len(left), len(right))
    padded = [side + (_ZERO,) * (length - len(side)) for side in (left, right)]
    join = intervals.add if sign > 0 else intervals.subtract
    return _trimmed(tuple(join(a, b) for a, b in zip(*padded, strict=True)))


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    if not left or not right:
        return ()
    product = [_ZERO] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            product[i + j] = intervals.add(product[i + j], intervals.multiply(a, b))
    return _trimmed(tuple(product))
