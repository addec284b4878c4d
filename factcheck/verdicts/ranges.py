"""The range of a term: exact where a figure that stands twice is one variable."""

from __future__ import annotations

from typing import Final

from factcheck.values.interval import Interval, absolute
from factcheck.verdicts import terms
from factcheck.verdicts.natural import pair, power
from factcheck.verdicts.range import Range
from factcheck.verdicts.terms import Term

MAX_DEPTH: Final = 50
"""Terms as deep as this are laid out flat at once."""


def range_of(term: Term) -> Range | None:
    """The range of a term, sound always and exact where it can be told; None: divides by zero."""
    if isinstance(term, terms.Fixed | terms.Variable):
        return Range(term.range, exact=True)
    try:
        return Range(_at_once(term, set(), MAX_DEPTH), exact=True)
    except (ArithmeticError, _TwiceError):
        pass
    from factcheck.verdicts.tape_ranges import range_on_tape  # noqa: PLC0415 (few rules need it)

    return range_on_tape(term)


def free_ranges(left: Term, right: Term) -> tuple[Interval, Interval] | None:
    """The exact ranges of two small terms that share no figure; None where that is not plain."""
    seen: set[str] = set()
    try:
        return _at_once(left, seen, MAX_DEPTH), _at_once(right, seen, MAX_DEPTH)
    except (ArithmeticError, _TwiceError):
        return None


class _TwiceError(Exception):
    """A figure stands twice, or the term is deep."""


def _at_once(term: Term, seen: set[str], depth: int) -> Interval:
    """The natural range of a small term in which every figure stands once."""
    if isinstance(term, terms.Variable):
        if term.name in seen and not term.range.is_point():
            raise _TwiceError
        seen.add(term.name)
        return term.range
    if isinstance(term, terms.Fixed):
        return term.range
    if not depth:
        raise _TwiceError
    if isinstance(term, terms.PowerTerm):
        return power(_at_once(term.base, seen, depth - 1), term.exponent)
    if isinstance(term, terms.Magnitude):
        return absolute(_at_once(term.inner, seen, depth - 1))
    left = _at_once(term.left, seen, depth - 1)
    return pair(type(term), left, _at_once(term.right, seen, depth - 1))
