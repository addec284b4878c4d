"""Calls: sum, min, max, mean over an axis; count; functions of numbers and of times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from attrs import evolve

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.context import Bound, Context
from factcheck.lang.bind.field import bind_field
from factcheck.lang.bind.literals import period_of
from factcheck.lang.bind.walk import every
from factcheck.values.unit import Dimension

FOLDS: Final = ("sum", "min", "max", "mean")
ENDS: Final = ("abs", "lower", "upper")
SPANS_OF_TIME: Final = ("days", "months", "years", "weekday")
COUNTED: Final = ("members", "sources", "claims", "values")
AXES: Final = {
    "members": "entity",
    "years": "period",
    "halves": "period",
    "quarters": "period",
    "months": "period",
}
_DAYS: Final = Dimension((("day", 1),))
_PLAIN: Final = Dimension()
NumberBinder: TypeAlias = Callable[[Context, syntax.Operand], Bound | None]


def bind_call(context: Context, call: syntax.Call, number: NumberBinder) -> Bound | None:
    """The value of a call; None when it is wrong, and collected."""
    name = call.function.text
    if call.more:
        _error(context, call, f"`{name}` takes one argument", "calculate with + - × ÷ instead")
        return None
    if name in FOLDS:
        return _fold(context, call, number)
    if call.axes or call.known:
        _error(context, call, f"`{name}` runs over no axis", "only sum, min, max and mean do")
        return None
    if name == "count":
        return _count(context, call)
    if name in ENDS:
        bound = number(context, call.argument)
        return bound and evolve(bound, node=typed.Function(name, (bound.node,)), syntax=call)
    if name in SPANS_OF_TIME:
        return _time(context, call)
    known = [*FOLDS, *ENDS, *SPANS_OF_TIME, "count"]
    context.unknown(codes.FUNCTION, "function", call.function, known)
    return None


def _error(context: Context, call: syntax.Call, message: str, help_: str) -> None:
    context.error(codes.FUNCTION, message, call.span, help=help_)


def _fold(context: Context, call: syntax.Call, number: NumberBinder) -> Bound | None:
    if not call.axes:
        example = "sum(capex over members), sum(capex over quarters)"
        _error(context, call, f"`{call.function.text}` needs something to run over", example)
        return None
    unknown = [axis for axis in call.axes if axis.text not in AXES]
    for axis in unknown:
        context.unknown(codes.FUNCTION, "axis", axis, AXES)
    fields = [AXES[axis.text] for axis in call.axes if axis.text in AXES]
    if len(set(fields)) != len(fields) or (context.axes and not unknown):
        _error(context, call, "one axis of a kind at a time", "write `over members, quarters`")
        return None
    names = tuple(axis.text for axis in call.axes)
    body = number(evolve(context, axes=names, holes=None), call.argument)
    if body is None or unknown:
        return None
    if not all(_has_parts(body.node, field) for field in fields):
        _error(
            context,
            call,
            "nothing in it moves along the axis",
            "name a metric; one that pins the dimension takes the parts of that one value",
        )
        return None
    node = typed.Fold(call.function.text, body.node, names, call.known)
    return evolve(body, node=node, syntax=call)


def _has_parts(body: typed.Expression, field: str) -> bool:
    """Whether a reference moves along a field, or all of them pin it to one value."""
    pins = {figure.selection.pin(field) for figure in every(body, typed.Figure)}
    if None in pins:
        return True
    return len(pins) == 1 and all(pin is not None and len(pin.values) == 1 for pin in pins)


def _count(context: Context, call: syntax.Call) -> Bound | None:
    argument = call.argument
    if isinstance(argument, syntax.Name) and argument.text in COUNTED:
        return Bound(typed.Counted(argument.text), "number", _PLAIN, "ratio", call)
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
