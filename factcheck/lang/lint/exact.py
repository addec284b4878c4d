"""`=` where a calculated figure stands: rounding alone keeps it from ever holding."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import typed
from factcheck.lang.bind.walk import every, holds_any
from factcheck.lang.lint.places import place

_CALCULATED = (typed.Arithmetic, typed.PowerOf)
_NUMBERS = ("value", "lower", "upper")


def exactly_equal(rule: typed.TypedRule) -> Iterator[Diagnostic]:
    """The equations of a check in which a figure is calculated with."""
    for compare in every(rule.check, typed.Compare):
        sides = (compare.left, compare.right)
        if compare.operator == "=" and any(_is_calculated(side) for side in sides):
            yield Diagnostic(
                codes.EXACTLY_EQUAL,
                "a calculated figure is hardly ever exactly equal to another",
                place(compare, rule),
                notes=("printed figures are rounded: `=` holds only where both sides are exact",),
                help="write `≈ … within 1%`, or `consistent with` if the rounding explains all",
            )


def _is_calculated(side: typed.Expression) -> bool:
    folds = [fold for fold in every(side, typed.Fold) if fold.function in ("sum", "mean")]
    nodes = [node for kind in _CALCULATED for node in every(side, kind)]
    return any(_has_figure(node) for node in (*folds, *nodes))


def _has_figure(node: object) -> bool:
    fields = (field.path in _NUMBERS for field in every(node, typed.Field))
    return holds_any(node, typed.Figure) or any(fields)
