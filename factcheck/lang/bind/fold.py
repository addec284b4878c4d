"""`sum`, `min`, `max`, `mean` over an axis, also inside one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.context import Bound, Context
from factcheck.lang.bind.folds import AXES, LENGTHS, has_parts, root, runs_over
from factcheck.lang.bind.walk import every
from factcheck.records import evolve

NumberBinder: TypeAlias = Callable[[Context, syntax.Operand], Bound | None]
FOLDS: Final = ("sum", "min", "max", "mean")


def bind_fold(context: Context, call: syntax.Call, number: NumberBinder) -> Bound | None:
    """A fold over the parts of the case, or of the part that a fold around it takes."""
    if not call.axes:
        example = "sum(capex over members), sum(capex over quarters)"
        _error(context, call, f"`{call.function.text}` needs something to run over", example)
        return None
    unknown = [axis for axis in call.axes if axis.text not in AXES]
    for axis in unknown:
        context.unknown(codes.FUNCTION, "axis", axis, AXES)
    names = tuple(axis.text for axis in call.axes if axis.text in AXES)
    fields = [AXES[name] for name in names]
    if len(set(fields)) != len(fields):
        _error(context, call, "one axis of a kind at a time", "write `over members, quarters`")
        return None
    inside = evolve(context, axes=(*context.axes, *names), holes=None)
    body = number(inside, call.argument)
    if body is None or unknown:
        return None
    node = typed.Fold(call.function.text, body.node, names, call.known, call.span)
    if not _moves(context, call, node) or not _has_shorter_parts(context, call, node):
        return None
    return evolve(body, node=node, syntax=call)


def _error(context: Context, call: syntax.Call, message: str, help_: str) -> None:
    context.error(codes.FUNCTION, message, call.span, help=help_)


def _moves(context: Context, call: syntax.Call, fold: typed.Fold) -> bool:
    """Whether something in a fold moves along each of its axes; else it is collected."""
    for axis in fold.axes:
        field = AXES[axis]
        if has_parts(fold.body, field):
            continue
        inner = [one for one in every(fold.body, typed.Fold) if runs_over(one, field)]
        help_ = "name a metric; one that pins the dimension takes the parts of that one value"
        if inner:
            help_ = (
                f"the `{inner[0].function}` inside already takes the parts of the pinned {field}:"
                " leave one of the two out"
            )
        _error(context, call, f"nothing in it moves along the axis `{axis}`", help_)
        return False
    return True


def _has_shorter_parts(context: Context, call: syntax.Call, fold: typed.Fold) -> bool:
    """Whether the parts of time in a fold are shorter than those of the fold around it."""
    own = next((axis for axis in fold.axes if axis in LENGTHS), None)
    around = next((axis for axis in reversed(context.axes) if axis in LENGTHS), None)
    if own is None or around is None or root(fold, AXES[own]) is not None:
        return True
    if LENGTHS.index(own) > LENGTHS.index(around):
        return True
    shorter = [f"`over {name}`" for name in LENGTHS[LENGTHS.index(around) + 1 :]]
    _error(
        context,
        call,
        f"a {_ONE[around]} has no {own}: this `{fold.function}` stands inside one"
        f" `over {around}`, and would run over nothing",
        f"inside `over {around}` write {' or '.join(shorter)}; the longer parts go outside"
        if shorter
        else f"leave one of the two out: the other runs over the {own} already",
    )
    return False


_ONE: Final = {"years": "year", "halves": "half-year", "quarters": "quarter", "months": "month"}
