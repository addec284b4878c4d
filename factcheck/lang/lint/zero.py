"""Divisions whose divisor is zero whatever the figures: what they give is never known."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import typed
from factcheck.lang.bind.walk import every
from factcheck.lang.lint.places import place
from factcheck.lang.lint.ranges import linear, range_of_sum
from factcheck.vocabulary.model import Vocabulary


def divides_by_zero(rule: typed.TypedRule, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """The divisions by zero of a rule, its message included; each place once."""
    zero = [one for one in _divisors(rule) if _is_zero(one, vocabulary)]
    for span in dict.fromkeys(place(one, rule) for one in zero):
        yield Diagnostic(
            codes.DIVIDES_BY_ZERO,
            "a divisor here is zero, whatever the figures",
            span,
            notes=("the result is unknown in every case, and what rests on it undetermined",),
            help="divide by what can be other than zero",
        )


def _divisors(rule: typed.TypedRule) -> Iterator[typed.Expression]:
    conditions = (*rule.case_filters, *rule.claim_filters, *rule.premises, rule.check)
    holes = () if rule.message is None else rule.message.holes
    for part in (*conditions, *(hole.value for hole in holes)):
        yield from (node.right for node in every(part, typed.Arithmetic) if node.operator == "/")
        yield from (node.base for node in every(part, typed.PowerOf) if node.exponent < 0)


def _is_zero(node: typed.Expression, vocabulary: Vocabulary) -> bool:
    found = range_of_sum(linear(node, vocabulary), vocabulary)
    return found.is_point() and found.contains_zero()
