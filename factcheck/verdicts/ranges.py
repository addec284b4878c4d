"""The range of a term: exact where a figure that stands twice is one variable."""

from __future__ import annotations

from itertools import product
from typing import Final

from attrs import frozen

from factcheck.values import rational
from factcheck.values.interval import Interval, intersect, point
from factcheck.values.interval.ends import End, extreme
from factcheck.verdicts import terms
from factcheck.verdicts.degree import is_fractional_linear
from factcheck.verdicts.limit import is_strict, limit
from factcheck.verdicts.natural import UndefinedError, natural
from factcheck.verdicts.slope import direction
from factcheck.verdicts.terms import Term, Variable

MAX_CORNERS: Final = 10
"""Repeated figures without a known direction: at most two to this power corners are tried."""


@frozen
class Range:
    """All numbers a term may be; `exact` when every one of them is reached by some choice."""

    bounds: Interval
    exact: bool


def range_of(term: Term) -> Range | None:
    """The range of a term, sound always and exact where it can be told; None: divides by zero."""
    twice = terms.repeated(term)
    if not twice:
        return _natural_range(term)
    sound = _natural_range(_with_tight_divisors(term))
    tight = _at_corners(term, twice)
    if tight is None:
        return sound and Range(sound.bounds, exact=False)
    if sound is None or tight.exact:
        return tight
    both = intersect(sound.bounds, tight.bounds)
    return Range(both, exact=False) if both is not None else sound


def _natural_range(term: Term) -> Range | None:
    try:
        return Range(natural(term), exact=True)
    except UndefinedError:
        return None


def _with_tight_divisors(term: Term) -> Term:
    """The term with each divisor that repeats a figure replaced by its own exact range."""
    if isinstance(term, terms.Fixed | terms.Variable):
        return term
    if isinstance(term, terms.PowerTerm):
        return terms.PowerTerm(_with_tight_divisors(term.base), term.exponent)
    if isinstance(term, terms.Magnitude):
        return terms.Magnitude(_with_tight_divisors(term.inner))
    left, right = _with_tight_divisors(term.left), _with_tight_divisors(term.right)
    if isinstance(term, terms.Quotient) and terms.repeated(term.right):
        below = range_of(term.right)
        if below is not None:
            right = terms.Fixed(below.bounds)
    return type(term)(left, right)


def _at_corners(term: Term, twice: dict[str, Variable]) -> Range | None:
    """The extremes at corners of the box of repeated figures; None when they may lie inside."""
    if not _divisors_are_safe(term):
        return None
    directions = {name: direction(term, name) for name in twice}
    free = [name for name, sign in directions.items() if sign == 0]
    if len(free) > MAX_CORNERS or not all(is_fractional_linear(term, name) for name in free):
        return None
    strict = frozenset(name for name in twice if is_strict(term, name))
    ends: list[tuple[Corner, Corner]] = []
    for choice in product((0, 1), repeat=len(free)):
        low_corner = dict(zip(free, choice, strict=True))
        high_corner = dict(low_corner)
        for name, sign in directions.items():
            if sign:
                low_corner[name], high_corner[name] = (0, 1) if sign > 0 else (1, 0)
        low = _corner(term, twice, low_corner, strict)
        high = _corner(term, twice, high_corner, strict)
        if low is None or high is None:
            return None
        ends.append((low, high))
    exact = all(corner.sure for pair in ends for corner in pair)
    return Range(_enclosed(ends), exact)


def _divisors_are_safe(term: Term) -> bool:
    """Whether no divisor can be zero, each looked at with its own exact range."""
    if isinstance(term, terms.Fixed | terms.Variable):
        return True
    if isinstance(term, terms.PowerTerm):
        return _divisors_are_safe(term.base)
    if isinstance(term, terms.Magnitude):
        return _divisors_are_safe(term.inner)
    if isinstance(term, terms.Quotient):
        below = range_of(term.right)
        if below is None or below.bounds.contains_zero():
            return False
    return _divisors_are_safe(term.left) and _divisors_are_safe(term.right)


@frozen
class Corner:
    """The ends that a term has at one corner; `sure` when it is known whether they are reached."""

    low: End
    high: End
    sure: bool


def _corner(
    term: Term, twice: dict[str, Variable], corner: dict[str, int], strict: frozenset[str]
) -> Corner | None:
    """The ends with each repeated figure at one of its own; limits where an end is infinite.

    An end that is not one of the figure's numbers is not reached where the term is strictly
    monotone in the figure; elsewhere it may be, and is taken as reached.
    """
    values: dict[str, Term] = {}
    growing: dict[str, int] = {}
    missing: set[str] = set()
    for name, side in corner.items():
        end, is_open = twice[name].range.upper() if side else twice[name].range.lower()
        if is_open:
            missing.add(name)
        if rational.is_finite(end):
            values[name] = terms.number(end)
        else:
            growing[name] = rational.sign(end)
    placed = terms.replaced(term, values)
    try:
        found = limit(placed, growing) if growing else natural(placed)
    except UndefinedError:
        return None
    if found is None:
        return None
    unreached = bool(missing & strict)
    low, high = found.lower(), found.upper()
    return Corner(
        (low[0], low[1] or unreached), (high[0], high[1] or unreached), unreached or not missing
    )


def _enclosed(ends: list[tuple[Corner, Corner]]) -> Interval:
    """The least low end and the greatest high end; closed if any corner reaches it closed."""
    low, high = ends[0][0].low, ends[0][1].high
    for low_corner, high_corner in ends[1:]:
        low = extreme(low, low_corner.low, 1, prefer_open=False)
        high = extreme(high, high_corner.high, -1, prefer_open=False)
    if rational.compare(low[0], high[0]) == 0:
        return point(low[0])
    return Interval(low[0], high[0], low_open=low[1], high_open=high[1])
