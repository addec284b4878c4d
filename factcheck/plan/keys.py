"""Tests on names and times, three-valued: an empty field is unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.values.period import Period
from factcheck.values.truth import Truth, conjunction, disjunction, negation

Lookup: TypeAlias = Callable[[str], Key | None]
"""The value of a field as `entity` or `source.published`; None when it is not known."""


def judge_keys(test: model.Test, lookup: Lookup) -> Truth | None:
    """The truth of a test on fields alone; None when it asks for a number."""
    if isinstance(test, model.Every | model.Some):
        parts = [judge_keys(part, lookup) for part in test.parts]
        known = [part for part in parts if part is not None]
        if len(known) != len(parts):
            return None
        return conjunction(*known) if isinstance(test, model.Every) else disjunction(*known)
    if isinstance(test, model.Negated):
        inner = judge_keys(test.operand, lookup)
        return None if inner is None else negation(inner)
    if isinstance(test, model.FieldStated):
        return _truth(lookup(test.operand.path) is not None)
    if isinstance(test, model.KeyComparison):
        return _compared(test.operator, _value(test.left, lookup), _value(test.right, lookup))
    if isinstance(test, model.OneOf | model.Holding):
        return _of_field(test, lookup(test.operand.path))
    return None


def _of_field(test: model.OneOf | model.Holding, value: Key | None) -> Truth:
    if value is None:
        return Truth.UNDETERMINED
    if isinstance(test, model.OneOf):
        return _truth(value in test.values)
    return _truth(isinstance(value, str) and test.text in value)


def _value(side: model.Path | model.KeyConstant, lookup: Lookup) -> Key | None:
    return lookup(side.path) if isinstance(side, model.Path) else side.value


def _truth(holds: bool) -> Truth:  # noqa: FBT001 (a truth made from one)
    return Truth.HOLDS if holds else Truth.VIOLATED


def _compared(operator: str, left: Key | None, right: Key | None) -> Truth:
    if left is None or right is None:
        return Truth.UNDETERMINED
    if operator in ("=", "!="):
        return _truth((left == right) == (operator == "="))
    if isinstance(left, Period) and isinstance(right, Period):
        return _truth(_ordered(operator, left, right))
    return Truth.UNDETERMINED


def _ordered(operator: str, left: Period, right: Period) -> bool:
    """Wholly before, wholly after; `<=` ends no later, `>=` starts no earlier."""
    if operator == "<":
        return left.end < right.start
    if operator == ">":
        return left.start > right.end
    if operator == "<=":
        return left.end <= right.end
    return left.start >= right.start
