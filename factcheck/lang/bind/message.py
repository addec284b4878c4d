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
    figures = [figure for node in conditions for figure in every(node, typed.Figure)]

    def bind(context: Context, name: str, span: Span) -> typed.Expression | None:
        return _placeholder(context, name, span, figures)

    return bind_message(context, message, bind)


def _placeholder(
    context: Context, name: str, span: Span, figures: list[typed.Figure]
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
        named = {figure.selection: figure for figure in figures if figure.selection.metric == name}
        bare = [figure for selection, figure in named.items() if not selection.pins]
        if named:
            return (bare or list(named.values()))[0]
    known = [*context.scope, *context.lets, *context.defines]
    known += [figure.selection.metric for figure in figures]
    if attribute and kind is not None:
        known = [f"{head}.{one}" for one in attributes_of(context, head)] or known
    unknown_placeholder(context, name, span, known)
    return None
