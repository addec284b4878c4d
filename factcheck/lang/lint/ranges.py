"""What an expression can be, whatever the claims say: from signs and literals alone."""

from __future__ import annotations

from typing import Final

from factcheck.lang import typed
from factcheck.values import interval, rational
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval
from factcheck.values.rational import ONE, ZERO, Rational
from factcheck.vocabulary.model import Vocabulary

_AT_LEAST_ONE: Final = Interval(ONE, rational.INFINITY)
_WEEKDAYS: Final = interval.closed(ONE, (7, 1))
_OF_TIME: Final = {
    "days": _AT_LEAST_ONE,
    "months": _AT_LEAST_ONE,
    "years": _AT_LEAST_ONE,
    "weekday": _WEEKDAYS,
}

Sum = dict[typed.Expression | None, Rational]
"""A sum of expressions, each times a number; None stands for the number 1."""


def linear(node: typed.Expression, vocabulary: Vocabulary) -> Sum:
    """An expression as a sum: what occurs in it twice is put together."""
    if isinstance(node, typed.Literal):
        return {None: rational.multiply(node.value, node.unit.factor)}
    if isinstance(node, typed.Function) and node.name == "negate":
        return scaled(linear(node.arguments[0], vocabulary), (-1, 1))
    if isinstance(node, typed.Arithmetic):
        left, right = linear(node.left, vocabulary), linear(node.right, vocabulary)
        if node.operator in "+-":
            return added(left, right if node.operator == "+" else scaled(right, (-1, 1)))
        found = _product(node.operator, left, right)
        if found is not None:
            return found
    return {node: ONE}


def _product(operator: str, left: Sum, right: Sum) -> Sum | None:
    """A sum times or divided by a number; None for other products."""
    if set(right) <= {None}:
        number = right.get(None, ZERO)
        if operator == "*":
            return scaled(left, number)
        return scaled(left, rational.reciprocal(number)) if number[0] else None
    if operator == "*" and set(left) <= {None}:
        return scaled(right, left.get(None, ZERO))
    return None


def added(left: Sum, right: Sum) -> Sum:
    """The sum of two sums; terms that cancel are gone."""
    total = dict(left)
    for term, factor in right.items():
        total[term] = rational.add(total.get(term, ZERO), factor)
    return {term: factor for term, factor in total.items() if factor[0]}


def scaled(terms: Sum, factor: Rational) -> Sum:
    """A sum times a number."""
    products = {term: rational.multiply(own, factor) for term, own in terms.items()}
    return {term: product for term, product in products.items() if product[0]}


def range_of_sum(terms: Sum, vocabulary: Vocabulary) -> Interval:
    """All numbers that a sum can be."""
    total = interval.point(ZERO)
    for term, factor in terms.items():
        part = interval.point(ONE) if term is None else range_of(term, vocabulary)
        total = interval.add(total, interval.scale(part, factor))
    return total


def range_of(node: typed.Expression, vocabulary: Vocabulary) -> Interval:
    """All numbers that an expression can be."""
    if isinstance(node, typed.Literal):
        return interval.point(rational.multiply(node.value, node.unit.factor))
    if isinstance(node, typed.Figure):
        metric = vocabulary.metrics[node.selection.metric]
        return NON_NEGATIVE if metric.non_negative else EVERYTHING
    if isinstance(node, typed.Counted):
        return _AT_LEAST_ONE if node.what == "claims" else NON_NEGATIVE
    if isinstance(node, typed.Fold):
        return _fold(node, vocabulary)
    if isinstance(node, typed.PowerOf):
        return interval.power(range_of(node.base, vocabulary), node.exponent) or EVERYTHING
    if isinstance(node, typed.Function):
        return _function(node, vocabulary)
    if isinstance(node, typed.Arithmetic):
        return _arithmetic(node, vocabulary)
    return EVERYTHING


def _fold(node: typed.Fold, vocabulary: Vocabulary) -> Interval:
    body = range_of(node.body, vocabulary)
    if node.function != "sum":
        return body
    return NON_NEGATIVE if body.low[0] >= 0 else EVERYTHING


def _function(node: typed.Function, vocabulary: Vocabulary) -> Interval:
    if node.name in _OF_TIME:
        return _OF_TIME[node.name]
    if node.name in ("abs", "negate", "lower", "upper"):
        inner = range_of(node.arguments[0], vocabulary)
        changed = {"abs": interval.absolute, "negate": interval.negate}.get(node.name)
        return inner if changed is None else changed(inner)
    return EVERYTHING


def _arithmetic(node: typed.Arithmetic, vocabulary: Vocabulary) -> Interval:
    if node.operator in "+-":
        return range_of_sum(linear(node, vocabulary), vocabulary)
    left, right = range_of(node.left, vocabulary), range_of(node.right, vocabulary)
    if node.operator == "*":
        return interval.multiply(left, right)
    if right.low[0] == 0 and right.high[0] > 0:
        right = Interval(right.low, right.high, True, right.high_open)  # noqa: FBT003 (open at 0)
    return interval.divide(left, right) or EVERYTHING
