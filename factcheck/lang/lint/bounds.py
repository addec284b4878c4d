"""Conditions that cannot be true together: bounds that cross, and keys that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from factcheck.lang import typed
from factcheck.lang.bind.walk import every
from factcheck.lang.lint.ranges import added, linear, range_of, scaled
from factcheck.values import interval, rational
from factcheck.values.dimension import Exponents
from factcheck.values.interval import EVERYTHING, Interval
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, ZERO, Rational
from factcheck.vocabulary.model import Vocabulary

Bound: TypeAlias = tuple[typed.Expression, Interval]
_SWAPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


def contradict(conditions: Iterable[typed.Condition], vocabulary: Vocabulary) -> bool:
    """Whether some two of the conditions, or more, leave one expression no value."""
    parts = list(_flat(conditions))
    found: dict[tuple[typed.Expression, frozenset[Exponents]], Interval] = {}
    for part in parts:
        bound = _bound(part, vocabulary) if isinstance(part, typed.Compare) else None
        if bound is not None:
            term, allowed = bound
            place = term, _currencies(part)
            known = found[place] if place in found else range_of(term, vocabulary)
            both = interval.intersect(known, allowed)
            if both is None:
                return True
            found[place] = both
    return _keys_contradict(parts)


def _currencies(part: typed.Condition) -> frozenset[Exponents]:
    """Those of its literals: bounds in two currencies meet only at a rate that only a day has."""
    return frozenset(literal.unit.currencies for literal in every(part, typed.Literal)) - {()}


def _flat(conditions: Iterable[typed.Condition]) -> Iterator[typed.Condition]:
    for condition in conditions:
        if isinstance(condition, typed.Every):
            yield from _flat(condition.parts)
        else:
            yield condition


def _bound(compare: typed.Compare, vocabulary: Vocabulary) -> Bound | None:
    """What a comparison of one term with a number leaves of it."""
    operator = compare.operator
    right = scaled(linear(compare.right, vocabulary), (-1, 1))
    total = added(linear(compare.left, vocabulary), right)
    constant = total.pop(None, ZERO)
    if operator not in _SWAPPED or len(total) != 1:
        return None
    ((term, factor),) = total.items()
    if term is None:
        return None
    end = rational.divide(rational.negate(constant), factor)
    return term, _allowed(_SWAPPED[operator] if factor[0] < 0 else operator, end)


def _allowed(operator: str, end: Rational) -> Interval:
    if operator == "=":
        return interval.point(end)
    if operator in ("<", "<="):
        return Interval(NEGATIVE_INFINITY, end, high_open=operator == "<")
    if operator in (">", ">="):
        return Interval(end, INFINITY, low_open=operator == ">")
    return EVERYTHING


def _keys_contradict(parts: list[typed.Condition]) -> bool:
    """Whether a field would have to have two values at once."""
    allowed: dict[typed.Expression, set[typed.Key]] = {}
    for part in parts:
        found = _keys(part)
        if found is None:
            continue
        field, keys = found
        allowed[field] = allowed[field] & keys if field in allowed else keys
        if not allowed[field]:
            return True
    return False


def _keys(part: typed.Condition) -> tuple[typed.Expression, set[typed.Key]] | None:
    if isinstance(part, typed.OneOf):
        return part.operand, set(part.values)
    if not isinstance(part, typed.CompareKeys) or part.operator != "=":
        return None
    if isinstance(part.right, typed.TextValue | typed.TimeValue):
        return part.left, {part.right.value}
    return None
