"""The message of a rule: its placeholders name fields of the case, lets, defines and metrics."""

from __future__ import annotations

from factcheck.diagnostics.span import Span
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.arithmetic import bind_value
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.field import attributes_of
from factcheck.lang.bind.template import bind_message, unknown_placeholder
from factcheck.lang.bind.walk import every


def bind_message_of(
    context: Context, message: syntax.Text | None, conditions: tuple[typed.Condition, ...]
) -> typed.Template | None:
    """The message with its placeholders bound, or None when the rule has none."""
    if message is None:
        return None
    asked = typed.Every(conditions)

    def bind(context: Context, name: str, span: Span) -> typed.Expression | None:
        return _placeholder(context, name, span, asked)

    return bind_message(context, message, bind)


def figures_named(metric: str, asked: typed.Condition) -> list[typed.Figure]:
    """The references that a metric's name in a message may mean, as different as they select.

    Those inside of folds are many figures, and meant only where there are no others.
    """
    found = [one for one in every(asked, typed.Figure) if one.selection.metric == metric]
    folded = {id(one) for fold in every(asked, typed.Fold) for one in every(fold, typed.Figure)}
    alone = [one for one in found if id(one) not in folded]
    first: dict[typed.Selection, typed.Figure] = {}
    for one in alone or found:
        first.setdefault(one.selection, one)
    return list(first.values())


def _choice(figure: typed.Figure) -> tuple[bool, bool]:
    """First the reference without selectors, then those that are about the case's own period."""
    moves = bool(figure.selection.moves)
    return moves or bool(figure.selection.pins), moves


def _placeholder(
    context: Context, name: str, span: Span, asked: typed.Condition
) -> typed.Expression | None:
    head, _, attribute = name.partition(".")
    in_sight = head in context.scope or context.every_field
    kind = context.field_kind(head)
    if kind is not None and in_sight:
        if not attribute:
            return typed.Field(name, kind, span=span)
        if attribute in attributes_of(context, head):
            return typed.Field(name, fields.kind_of_path(head, attribute), span=span)
    elif name in context.lets or name in context.defines:
        bound = bind_value(context, syntax.Name(name, span))
        return None if bound is None else bound.node
    else:
        named = figures_named(name, asked)
        if named:
            return min(named, key=_choice)
    known = [*context.scope, *context.lets, *context.defines]
    known += [figure.selection.metric for figure in every(asked, typed.Figure)]
    if attribute and kind is not None:
        known = [f"{head}.{one}" for one in attributes_of(context, head)] or known
    unknown_placeholder(context, name, span, known)
    return None
