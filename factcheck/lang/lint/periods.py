"""Amounts of a quarter beside amounts of a year: flows that no one made comparable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang import typed
from factcheck.lang.bind.walk import every
from factcheck.lang.lint.lengths import Length, asks_for_length, of_case, of_figure
from factcheck.vocabulary.model import Vocabulary

FLOW: Final = "flow"
_TIMES: Final = frozenset({"time", "second", "minute", "hour", "day", "week", "month", "year"})
_AXES_OF_TIME: Final = frozenset({"years", "halves", "quarters", "months"})
_ORDERS: Final = {"<": "left", "<=": "left", ">": "right", ">=": "right"}
"""The side of a comparison that has to be the smaller one."""


def unlike_periods(rule: typed.TypedRule, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Pairs of flows that are compared, added or divided over times of different length.

    Silent where the rule says what it does: it asks for days(period), scales an amount, frees the
    period, pins both and orders them, or says that a part fits in a longer whole.
    """
    pairs = list(_pairs(rule, vocabulary))
    if not pairs or asks_for_length(rule):
        return
    case = of_case(rule)
    for one, other, smaller in pairs:
        length, second = of_figure(one.selection, case), of_figure(other.selection, case)
        if length and second and _is_unlike(length, second, smaller):
            yield _unlike((one, length), (other, second))
            return


def _pairs(
    rule: typed.TypedRule, vocabulary: Vocabulary
) -> Iterator[tuple[typed.Figure, typed.Figure, str]]:
    """Two flows that meet, and which of them has to be the smaller one, if any."""
    for compare in every(rule.check, typed.Compare):
        sides = flows(compare.left, vocabulary), flows(compare.right, vocabulary)
        for one, other in product(*sides):
            yield one, other, _ORDERS.get(compare.operator, "equal")
    for node in every(rule.check, typed.Arithmetic):
        if node.operator != "*":
            sides = flows(node.left, vocabulary), flows(node.right, vocabulary)
            for one, other in product(*sides):
                yield one, other, "joined"


def flows(node: typed.Expression, vocabulary: Vocabulary) -> list[typed.Figure]:
    """The flows that an expression adds up as they are, not scaled by anything."""
    if isinstance(node, typed.Figure):
        return [node] if _is_amount(node, vocabulary) else []
    if isinstance(node, typed.Arithmetic) and node.operator in "+-":
        return flows(node.left, vocabulary) + flows(node.right, vocabulary)
    if isinstance(node, typed.Function) and node.name in ("abs", "negate", "lower", "upper"):
        return flows(node.arguments[0], vocabulary)
    if isinstance(node, typed.Fold):
        of_parts = node.function != "sum" and not _AXES_OF_TIME.isdisjoint(node.axes)
        return [] if of_parts else flows(node.body, vocabulary)
    return []


def _is_amount(figure: typed.Figure, vocabulary: Vocabulary) -> bool:
    """Whether a figure grows with its period: a flow that is not one a day already."""
    metric = vocabulary.metrics[figure.selection.metric]
    exponents = metric.unit.dimension.exponents
    return metric.kind == FLOW and not any(
        name in _TIMES and power < 0 for name, power in exponents
    )


def _is_unlike(one: Length, other: Length, smaller: str) -> bool:
    if one.same(other) and one.known:
        return False
    if one.pinned and other.pinned:
        return smaller == "equal"
    if not one.pinned and not other.pinned:
        return one.known and other.known
    if smaller in ("left", "right"):
        lesser, greater = (one, other) if smaller == "left" else (other, one)
        if not (lesser.known and greater.known):
            return not greater.pinned
        return not lesser.shorter(greater)
    return True


def _unlike(one: tuple[typed.Figure, Length], other: tuple[typed.Figure, Length]) -> Diagnostic:
    (first, length), (second, second_length) = one, other
    return Diagnostic(
        codes.UNLIKE_PERIODS,
        f"`{first.selection.metric}` is an amount over {length.text()}, "
        f"`{second.selection.metric}` one over {second_length.text()}",
        first.span,
        (Label(second.span, f"over {second_length.text()}"),),
        ("an amount grows with its period: a quarter's is not comparable with a year's",),
        help="give both the same period, divide by `days(period)`, or add up the parts with "
        "`sum(… over quarters)`",
        label=f"over {length.text()}",
    )
