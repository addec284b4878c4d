"""Tolerances: relative, of a base, or absolute."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.arithmetic import bind_number_of, in_unit
from factcheck.lang.bind.context import Bound, Context
from factcheck.values import rational
from factcheck.values.unit import Dimension

_PLAIN: Final = Dimension()
_DAY: Final = Dimension((("day", 1),))


def bind_tolerance(
    context: Context, tolerance: syntax.Tolerance, dimension: Dimension | None, unit: str
) -> typed.Tolerance | None:
    """What `within` allows between numbers of a dimension; None when wrong, and collected."""
    amount = bind_number_of(context, tolerance.amount)
    if amount is None:
        return None
    percent = _percent(amount)
    if percent is None:
        return _absolute(context, tolerance, amount, dimension, unit)
    if not _sensible(context, tolerance, percent, based=tolerance.base is not None):
        return None
    if tolerance.base is None:
        return typed.Tolerance("relative", amount.node)
    base = bind_number_of(context, tolerance.base)
    side = Bound(amount.node, "number", dimension, unit, tolerance.amount)
    if base is None or not _fits(context, side, base):
        return None
    return typed.Tolerance("base", amount.node, base.node)


def bind_days(context: Context, tolerance: syntax.Tolerance) -> typed.Tolerance | None:
    """What `within` allows between times, a number of days; None when wrong, and collected."""
    amount = bind_number_of(context, tolerance.amount)
    if amount is None:
        return None
    if tolerance.base is None and amount.dimension == _DAY:
        return _absolute(context, tolerance, amount, _DAY, "day")
    context.error(
        codes.WRONG_KIND,
        "times are compared within a number of days",
        tolerance.span,
        help="write `within 5 day`",
    )
    return None


def _fits(context: Context, compared: Bound, amount: Bound) -> bool:
    """Whether an amount is of the dimension of the numbers that it is to lie between."""
    dimensions = compared.dimension, amount.dimension
    if None in dimensions or dimensions[0] == dimensions[1]:
        return True
    context.error(
        codes.DIMENSIONS,
        f"the tolerance is {in_unit(amount)}, and what is compared is {in_unit(compared)}",
        amount.syntax.span,
        label="not of the same dimension",
        help="a percentage goes with everything, as in `within 5%`",
    )
    return False


def _percent(amount: Bound) -> rational.Rational | None:
    node = amount.node
    if not isinstance(node, typed.Literal) or node.unit.text != "%":
        return None
    return rational.multiply(node.value, (1, 100))


def _sensible(
    context: Context, tolerance: syntax.Tolerance, percent: rational.Rational, *, based: bool
) -> bool:
    if rational.less(percent, rational.ZERO):
        problem = "a tolerance below zero allows nothing"
    elif not based and rational.less_equal(rational.ONE, percent):
        problem = "a tolerance of 100% or more allows everything"
    else:
        return True
    context.error(
        codes.WIDE_TOLERANCE, problem, tolerance.span, help="a percentage from 0% to below 100%"
    )
    return False


def _absolute(
    context: Context,
    tolerance: syntax.Tolerance,
    amount: Bound,
    dimension: Dimension | None,
    unit: str,
) -> typed.Tolerance | None:
    node = amount.node
    if isinstance(node, typed.Literal) and node.unit.text == "ratio":
        context.error(
            codes.BARE_TOLERANCE,
            "a tolerance needs a % or a unit",
            tolerance.span,
            label="a bare number",
            help="write `within 5%`, `within 3 pp`, or an amount with its unit",
        )
        return None
    if isinstance(node, typed.Literal) and rational.less(node.value, rational.ZERO):
        _sensible(context, tolerance, node.value, based=True)
        return None
    side = Bound(node, "number", dimension, unit, tolerance.amount)
    if not _fits(context, side, amount):
        return None
    return typed.Tolerance("absolute", node)
