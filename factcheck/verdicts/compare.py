"""Comparisons of numbers, judged on the difference of their sides."""

from __future__ import annotations

from factcheck.plan import model
from factcheck.records import Record, frozen
from factcheck.values import rational
from factcheck.values.truth import Truth, conjunction, negation
from factcheck.verdicts import terms
from factcheck.verdicts.counts import check_members
from factcheck.verdicts.gap import is_near, relative_gaps
from factcheck.verdicts.outcome import HOLDS, Compared, Outcome, UnsettledError
from factcheck.verdicts.range import Range
from factcheck.verdicts.ranges import free_ranges, range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import resolve
from factcheck.verdicts.terms import Term

DIVIDES_BY_ZERO = "a divisor may be zero"


@frozen
class Half(Record):
    """One side of a comparison: it holds when `gap` is at most zero, below zero when strict."""

    gap: Range
    strict: bool = False

    def truth(self) -> Truth:
        """Holds for every choice, for none, or for some."""
        low, high = self.gap.bounds.lower(), self.gap.bounds.upper()
        above, below = rational.sign(high[0]), rational.sign(low[0])
        if above < 0 or (above == 0 and (not self.strict or high[1])):
            return Truth.HOLDS
        if below > 0 or (below == 0 and (self.strict or low[1])):
            return Truth.VIOLATED
        return Truth.UNDETERMINED


def compare(reading: Reading, test: model.Comparison) -> Outcome:
    """The truth of a comparison for one reading, with the ranges that led to it.

    Raises NoCaseError where it counts members of what has none.
    """
    try:
        left, right = resolve(reading, test.left), resolve(reading, test.right)
        base = resolve(reading, test.base) if test.base is not None else None
        amount = resolve(reading, test.amount) if test.amount is not None else None
    except UnsettledError as unsettled:
        check_members(reading, test)
        return Outcome(
            Truth.UNDETERMINED, (unsettled.reason,), (unsettled.settle,) if unsettled.settle else ()
        )
    truth = truth_of(test, left, right, base, amount)
    if truth is Truth.HOLDS:
        return HOLDS
    if truth is None:
        settle = "a figure in the divisor whose bounds keep away from zero"
        return Outcome(Truth.UNDETERMINED, (DIVIDES_BY_ZERO,), (settle,))
    compared = Compared(test, left, right, base, truth)
    if truth is Truth.VIOLATED:
        return Outcome(truth, compared=(compared,))
    return Outcome(truth, ("the bounds allow both",), (), (compared,))


def truth_of(
    test: model.Comparison, left: Term, right: Term, base: Term | None, amount: Term | None
) -> Truth | None:
    """The truth of a comparison of terms; None where a divisor may be zero."""
    if test.tolerance == "relative" and amount is not None:
        free = free_ranges(left, right)
        if free is not None:
            x, y = free
            share = _known(amount)
            return _truth(test.operator, [is_near(x, y, share), is_near(y, x, share)], exact=True)
    halves = _halves(test, left, right, base, amount)
    if halves is None:
        return None
    exact = all(half.gap.exact for half in halves)
    return _truth(test.operator, [half.truth() for half in halves], exact=exact)


def _truth(operator: str, truths: list[Truth], *, exact: bool) -> Truth:
    """That of a comparison from those of its halves; `exact` when their ranges are."""
    if operator != "consistent":
        truth = conjunction(*truths)
        return negation(truth) if operator == "!=" else truth
    if Truth.VIOLATED in truths:
        return Truth.VIOLATED
    return Truth.HOLDS if exact else Truth.UNDETERMINED


def _halves(
    test: model.Comparison, left: Term, right: Term, base: Term | None, amount: Term | None
) -> tuple[Half, ...] | None:
    """The one-sided halves that a comparison is judged as; None where a divisor may be zero."""
    if test.operator in ("<", "<=", ">", ">="):
        sides = (left, right) if test.operator[0] == "<" else (right, left)
        gaps = [range_of(terms.Difference(*sides))]
    elif test.tolerance == "relative" and amount is not None:
        gaps = relative_gaps(left, right, _known(amount))
    else:
        gaps = [
            _gap(test.tolerance, left, right, base, amount),
            _gap(test.tolerance, right, left, base, amount),
        ]
    known = [gap for gap in gaps if gap is not None]
    if len(known) != len(gaps):
        return None
    return tuple(Half(gap, strict=test.operator in ("<", ">")) for gap in known)


def _gap(
    tolerance: str, upper: Term, lower: Term, base: Term | None, amount: Term | None
) -> Range | None:
    """What must not exceed zero for `upper` not to lie too far above `lower`."""
    if amount is None:
        return range_of(terms.Difference(upper, lower))
    allowed = amount
    if tolerance == "base" and base is not None:
        allowed = terms.Product(amount, _magnitude(base))
    return range_of(terms.Difference(terms.Difference(upper, lower), allowed))


def _known(amount: Term) -> rational.Rational:
    assert isinstance(amount, terms.Fixed)  # noqa: S101 (a tolerance in percent is a literal)
    return amount.range.low


def _magnitude(base: Term) -> Term:
    """|base|, without the bars where its sign is known, so that it stays smooth."""
    found = range_of(base)
    if found is None or rational.sign(found.bounds.low) >= 0:
        return base
    if rational.sign(found.bounds.high) <= 0:
        return terms.Difference(terms.number(rational.ZERO), base)
    return terms.Magnitude(base)
