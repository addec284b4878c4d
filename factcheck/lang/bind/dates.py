"""Dates in calculations: as the number of a day, counted from the beginning of the calendar."""

from __future__ import annotations

from factcheck.lang import typed
from factcheck.lang.bind.context import Bound


def ordinal(bound: Bound) -> typed.Expression:
    """The number of the first day of a time."""
    return typed.Function("ordinal", (bound.node,))


def moved_dates(left: Bound, right: Bound) -> tuple[typed.Expression, typed.Expression] | None:
    """Both sides as numbers of days, where one is a time and the other a time and some days."""
    sides = [ordinal(side) if side.kind == "time" else side.node for side in (left, right)]
    numbers = [side for side in (left, right) if side.kind == "number"]
    if len(numbers) == 1 and {left.kind, right.kind} == {"number", "time"}:
        return (sides[0], sides[1]) if _is_date(numbers[0].node) else None
    return None


def _is_date(node: typed.Expression) -> bool:
    """Whether a number is that of a day: a day, or one with days added or taken away."""
    if isinstance(node, typed.Function):
        return node.name == "ordinal"
    if isinstance(node, typed.Arithmetic) and node.operator in ("+", "-"):
        return _is_date(node.left) and not _is_date(node.right)
    return False
