"""Calls: sum, min, max, mean over an axis; count; functions of numbers and of times."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.context import Bound, Context
from factcheck.lang.bind.field import bind_field
from factcheck.lang.bind.fold import FOLDS, NumberBinder, bind_fold
from factcheck.lang.bind.habits import SPANS_OF_TIME, function_meant
from factcheck.lang.bind.literals import period_of
from factcheck.records import evolve
from factcheck.values.unit import Dimension

ENDS: Final = ("abs", "lower", "upper")
COUNTED: Final = ("members", "sources", "claims", "values")
_DAYS: Final = Dimension((("day", 1),))
_PLAIN: Final = Dimension()


def bind_call(context: Context, call: syntax.Call, number: NumberBinder) -> Bound | None:
    """The value of a call; None when it is wrong, and collected."""
    name = call.function.text
    known = [*FOLDS, *ENDS, *SPANS_OF_TIME, "count"]
    if name not in known:
        context.unknown(codes.FUNCTION, "function", call.function, known, function_meant(call))
        return None
    if call.more:
        help_ = "calculate with + - × ÷ instead"
        if name in ("min", "max"):
            help_ = f"`{name}` runs over an axis, as in `{name}(capex over members)`; of two"
            help_ += " figures compare both, joined by `and` or `or`"
        _error(context, call, f"`{name}` takes one argument", help_)
        return None
    if name in FOLDS:
        return bind_fold(context, call, number)
    if call.axes or call.known:
        _error(context, call, f"`{name}` runs over no axis", "only sum, min, max and mean do")
        return None
    if name == "count":
        return _count(context, call)
    if name in ENDS:
        bound = number(context, call.argument)
        return bound and evolve(bound, node=typed.Function(name, (bound.node,)), syntax=call)
    return _time(context, call)


def _error(context: Context, call: syntax.Call, message: str, help_: str) -> None:
    context.error(codes.FUNCTION, message, call.span, help=help_)


def _count(context: Context, call: syntax.Call) -> Bound | None:
    argument = call.argument
    if isinstance(argument, syntax.Name) and argument.text in COUNTED:
        return Bound(typed.Counted(argument.text, call.span), "number", _PLAIN, "ratio", call)
    if isinstance(argument, syntax.Name):
        context.unknown(codes.FUNCTION, "thing to count", argument, COUNTED)
    else:
        _error(context, call, "only names are counted", "count(members), count(sources), …")
    return None


def _time(context: Context, call: syntax.Call) -> Bound | None:
    name = call.function.text
    argument = call.argument
    period = period_of(argument)
    node: typed.Expression | None = typed.TimeValue(period) if period else None
    if node is None and isinstance(argument, syntax.Name | syntax.Path):
        bound = bind_field(context, argument)
        if bound is None:
            return None
        node = bound.node if bound.kind == "time" else None
    if node is None:
        context.error(
            codes.WRONG_KIND,
            f"`{name}` is asked of a period",
            argument.span,
            help=f"write {name}(period)",
        )
        return None
    days = name == "days"
    function = typed.Function(name, (node,))
    return Bound(function, "number", _DAYS if days else _PLAIN, "day" if days else "ratio", call)
