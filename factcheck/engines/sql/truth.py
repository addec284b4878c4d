"""Tests of numbers as truths: 0 violated, 1 undetermined, 2 holds, nothing where it stays open."""

from __future__ import annotations

from typing import Final

from factcheck.engines.sql import fractions
from factcheck.engines.sql.expression import (
    Expression,
    Literal,
    any_of,
    call,
    case,
    expression,
)
from factcheck.engines.sql.fractions import Ends
from factcheck.engines.sql.interval import MOST_SIZE, ROUNDING, Node, Stack

VIOLATED: Final = 0
UNDETERMINED: Final = 1
HOLDS: Final = 2
DROPPED: Final = 3
"""Of a reading whose premise is violated, and of a case in which all are: it is none."""


def sign_truth(
    stack: Stack,
    low: Expression,
    high: Expression,
    size: Expression,
    slack: int,
    exact: Expression,
) -> Expression:
    """The truth of a number being at most zero, or below: decided where it is beyond its error.

    `exact` says of which rows the range is exact, so that what it leaves open is undetermined.
    """
    (error,) = stack.add(error=size * (2 * (slack + 2) * ROUNDING))
    usable = size < MOST_SIZE
    (truth,) = stack.add(
        truth=case(
            (usable & (high < -error), HOLDS),
            (usable & (low > error), VIOLATED),
            (usable & exact & (low < -error) & (high > error), UNDETERMINED),
        )
    )
    return truth


def at_most(stack: Stack, left: Node, right: Node, exact: Expression) -> Expression:
    """Whether left is at most right; doubles do not tell this from less."""
    low, high = left.low - right.high, left.high - right.low
    slack = max(left.slack, right.slack)
    return sign_truth(stack, low, high, left.size + right.size, slack, exact)


def not_far_above(
    stack: Stack, left: Node, right: Node, tolerance: Expression, exact: Expression
) -> Expression:
    """Whether left - right is at most a share of the greater magnitude."""
    low = _gap(left.low, right.high, tolerance, both=left.non_negative and right.non_negative)
    high = _gap(left.high, right.low, tolerance, both=left.non_negative and right.non_negative)
    low, high = stack.add(low=low, high=high)
    slack = max(left.slack, right.slack) + 4
    return sign_truth(stack, low, high, (left.size + right.size) * 2.0, slack, exact)


def _gap(x: Expression, y: Expression, tolerance: Expression, *, both: bool) -> Expression:
    """x - y - t · max(|x|, |y|), which is the lesser of two for t below 1; see verdicts/gap.py."""
    one = expression(1.0)
    if both:
        return call("least", x * (one - tolerance) - y, x - y * (one + tolerance))
    of_x = case((x >= 0.0, x * (one - tolerance)), otherwise=x * (one + tolerance))
    of_y = case((y >= 0.0, y * (one + tolerance)), otherwise=y * (one - tolerance))
    return call("least", of_x - y, x - of_y)


def at_most_exactly(
    stack: Stack, left: Ends, right: Ends, exact: Expression, *, strict: bool
) -> Expression:
    """The same of whole numbers, ties included."""
    greatest = fractions.order(stack, left.high, right.low)
    least = fractions.order(stack, left.low, right.high)
    return _decided(stack, greatest, least, exact, strict=strict)


def not_far_above_exactly(
    stack: Stack,
    left: Ends,
    right: Ends,
    tolerance: tuple[Expression, Expression],
    exact: Expression,
) -> Expression:
    """The same of whole numbers that are not negative: left · (1 - t) is at most right."""
    over, under = tolerance
    kept = Ends((under - over, under), (under - over, under))
    product = fractions.multiply(stack, left, kept)
    fine = right.low[0] >= 0
    bounded = Ends(
        (case((fine, right.low[0])), right.low[1]), (case((fine, right.high[0])), right.high[1])
    )
    return at_most_exactly(stack, product, bounded, exact, strict=False)


def _decided(
    stack: Stack,
    greatest: tuple[Expression, Expression],
    least: tuple[Expression, Expression],
    exact: Expression,
    *,
    strict: bool,
) -> Expression:
    holds = greatest[0] < greatest[1] if strict else greatest[0] <= greatest[1]
    violated = least[0] >= least[1] if strict else least[0] > least[1]
    unknown = any_of(*(one.is_null() for one in (*greatest, *least)))
    (truth,) = stack.add(
        truth=case(
            (unknown, Literal(None)), (holds, HOLDS), (violated, VIOLATED), (exact, UNDETERMINED)
        )
    )
    return truth


def conjunction(stack: Stack, truths: list[Expression]) -> Expression:
    """All of them; one that is violated decides whatever is open."""
    if len(truths) == 1:
        return truths[0]
    (truth,) = stack.add(
        truth=case(
            (any_of(*(one.equals(VIOLATED) for one in truths)), VIOLATED),
            (any_of(*(one.is_null() for one in truths)), Literal(None)),
            otherwise=call("least", *truths),
        )
    )
    return truth


def disjunction(stack: Stack, truths: list[Expression]) -> Expression:
    """Any of them; one that holds decides whatever is open."""
    if len(truths) == 1:
        return truths[0]
    (truth,) = stack.add(
        truth=case(
            (any_of(*(one.equals(HOLDS) for one in truths)), HOLDS),
            (any_of(*(one.is_null() for one in truths)), Literal(None)),
            otherwise=call("greatest", *truths),
        )
    )
    return truth


def negation(truth: Expression) -> Expression:
    """Not: holds and violated change places."""
    return expression(2) - truth


def under(stack: Stack, premises: list[Expression], check: Expression) -> Expression:
    """The truth of a check where its premises hold; open where one of them decides and is open."""
    if not premises:
        return check
    premise = conjunction(stack, premises)
    (found,) = stack.add(
        truth=case(
            (premise.equals(VIOLATED), DROPPED),
            (premise.is_null(), Literal(None)),
            (premise.equals(HOLDS) | check.equals(HOLDS), check),
            (check.is_null(), Literal(None)),
            otherwise=UNDETERMINED,
        )
    )
    return found


def either(stack: Stack, first: Expression, second: Expression) -> Expression:
    """The first truth where it is decided, else the second."""
    (truth,) = stack.add(truth=call("coalesce", first, second))
    return truth
