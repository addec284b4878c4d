"""Conditions: comparisons checked for kind and dimension, joined by and, or, not."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.diagnostic import Label
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.agreement import bind_agreement
from factcheck.lang.bind.arithmetic import bind_number_of, bind_value, circular, same_dimension
from factcheck.lang.bind.context import Bound, Context
from factcheck.lang.bind.dates import moved_dates, ordinal
from factcheck.lang.bind.field import bind_field, is_field
from factcheck.lang.bind.keys import bind_key, group_members
from factcheck.lang.bind.tolerance import bind_days, bind_tolerance
from factcheck.values.unit import Dimension

_SWAPPED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def bind_condition(context: Context, operand: syntax.Operand) -> typed.Condition | None:
    """A condition; None when something in it is wrong, and collected."""
    if not context.enter(operand):
        return None
    condition = _bind_condition(context, operand)
    context.level -= 1
    return condition


def _bind_condition(context: Context, operand: syntax.Operand) -> typed.Condition | None:
    if isinstance(operand, syntax.Logical):
        parts = [bind_condition(context, part) for part in operand.parts]
        known = tuple(part for part in parts if part is not None)
        if len(known) != len(parts):
            return None
        return typed.Every(known) if operand.operator == "and" else typed.Some(known)
    if isinstance(operand, syntax.Not):
        inner = bind_condition(context, operand.operand)
        return None if inner is None else typed.Negated(inner)
    if isinstance(operand, syntax.Comparison):
        return _comparison(context, operand)
    if isinstance(operand, syntax.Between):
        return _between(context, operand)
    if isinstance(operand, syntax.Agree):
        return bind_agreement(context, operand)
    if isinstance(operand, syntax.Name):
        return _named(context, operand)
    return _membership(context, operand)


def _named(context: Context, name: syntax.Name) -> typed.Condition | None:
    """A let or define that is a condition, put in place."""
    definition = context.lets.get(name.text) or context.defines.get(name.text)
    if definition is None or not isinstance(definition.value, syntax.CONDITIONS):
        if bind_value(context, name) is not None:
            _not_a_condition(context, name)
        return None
    if name.text in context.opened:
        circular(context, name)
        return None
    if id(definition) in context.oversized:
        return None  # told where it first grew too large
    return bind_condition(context.inside(name.text, name.span), definition.value)


def _membership(context: Context, operand: syntax.Operand) -> typed.Condition | None:
    if isinstance(operand, syntax.InSet):
        return _in_set(context, operand)
    if isinstance(operand, syntax.InGroup):
        return _in_group(context, operand)
    if isinstance(operand, syntax.Contains):
        field = _field(context, operand.operand, fields.TEXT)
        return None if field is None else typed.Holding(field, operand.text.value)
    if isinstance(operand, syntax.IsStated):
        return _stated(context, operand)
    if not isinstance(operand, syntax.Call) or bind_value(context, operand) is not None:
        _not_a_condition(context, operand)
    return None


def _not_a_condition(context: Context, operand: syntax.Operand) -> None:
    context.error(
        codes.WRONG_KIND,
        "this is a value, not a condition",
        operand.span,
        label="nothing is asked of it",
        help="compare it: = ≠ < ≤ > ≥, `≈ … within 5%`, `between … and …`, `is stated`",
    )


def _comparison(context: Context, comparison: syntax.Comparison) -> typed.Condition | None:
    for own, other, operator in (
        (comparison.left, comparison.right, comparison.operator),
        (comparison.right, comparison.left, _SWAPPED.get(comparison.operator)),
    ):
        if _asks_whether_exact(context, own, other) and operator in ("=", "!="):
            exact = typed.TextValue("exact")
            return typed.CompareKeys(operator, typed.Field("decimals", fields.TEXT), exact)
        key_field = _key_field(context, own)
        if key_field and operator in _SWAPPED and not _is_elsewhere(context, other):
            return _with_key(context, key_field, operator, other, comparison)
    left = bind_value(context, comparison.left)
    alone = isinstance(comparison.left, syntax.Name | syntax.Path)
    if left is None and alone and isinstance(comparison.right, syntax.Name):
        return None  # what is unknown may have been a field, and this a value of it
    right = bind_value(context, comparison.right)
    if left is None or right is None:
        return None
    return _of_values(context, comparison, left, right)


def _asks_whether_exact(context: Context, own: syntax.Operand, other: syntax.Operand) -> bool:
    """`decimals = exact`: the one value of that field that is a word, where it is in sight."""
    return (
        isinstance(own, syntax.Name)
        and own.text == "decimals"
        and isinstance(other, syntax.Name)
        and other.text == "exact"
        and context.every_field
    )


def _key_field(context: Context, operand: syntax.Operand) -> syntax.Name | syntax.Path | None:
    """A field that is not a number: beside it stand values of it."""
    if isinstance(operand, syntax.Path):
        return operand
    if not isinstance(operand, syntax.Name) or not is_field(context, operand):
        return None
    return operand if context.field_kind(operand.text) != fields.NUMBER else None


def _is_elsewhere(context: Context, operand: syntax.Operand) -> bool:
    """Whether the other side is no literal value but a field or a calculation."""
    if isinstance(operand, syntax.Name):
        return is_field(context, operand)
    return not isinstance(operand, syntax.Text | syntax.Number | syntax.PeriodLiteral) and not (
        isinstance(operand, syntax.Binary)
        and isinstance(operand.left, syntax.Number | syntax.PeriodLiteral)
        and isinstance(operand.right, syntax.Number | syntax.PeriodLiteral)
    )


def _with_key(
    context: Context,
    field: syntax.Name | syntax.Path,
    operator: str,
    value: syntax.Operand,
    comparison: syntax.Comparison,
) -> typed.Condition | None:
    bound = bind_field(context, field)
    if bound is None:
        return None
    if bound.kind == fields.TEXT and operator not in ("=", "!="):
        _no_order(context, comparison)
        return None
    path = (
        field.text
        if isinstance(field, syntax.Name)
        else f"{field.head.text}.{field.attribute.text}"
    )
    key = bind_key(context, path, value)
    if key is None:
        return None
    node: typed.Expression = typed.TextValue(key) if isinstance(key, str) else typed.TimeValue(key)
    return typed.CompareKeys(operator, bound.node, node)


def _no_order(context: Context, comparison: syntax.Comparison) -> None:
    context.error(
        codes.WRONG_KIND,
        "texts have no order",
        comparison.operator_span,
        help="compare texts with = or ≠, or write `in {…}`",
    )


def _of_values(
    context: Context, comparison: syntax.Comparison, left: Bound, right: Bound
) -> typed.Condition | None:
    if left.kind != right.kind:
        dates = moved_dates(left, right)
        if dates is not None:
            return _of_ordinals(context, comparison, *dates)
        context.error(
            codes.WRONG_KIND,
            f"a {left.kind} is compared with a {right.kind}",
            comparison.operator_span,
            labels=tuple(Label(side.syntax.span, f"a {side.kind}") for side in (left, right)),
            help="both sides of a comparison have to be of one kind",
        )
        return None
    if left.kind == "text" and comparison.operator not in ("=", "!="):
        _no_order(context, comparison)
        return None
    if left.kind != "number":
        return _of_times(context, comparison, left, right)
    if not same_dimension(context, left, right, comparison.operator_span, "compared"):
        return None
    return _of_numbers(context, comparison, left, right)


def _of_numbers(
    context: Context, comparison: syntax.Comparison, left: Bound, right: Bound
) -> typed.Condition | None:
    known = left.dimension if left.dimension is not None else right.dimension
    tolerance = None
    if comparison.tolerance is not None:
        tolerance = bind_tolerance(context, comparison.tolerance, known, left.unit or right.unit)
        if tolerance is None:
            return None
    return typed.Compare(
        comparison.operator,
        asked_for(left, right.node, known),
        asked_for(right, left.node, known),
        tolerance,
    )


def asked_for(bound: Bound, other: typed.Expression, known: Dimension | None) -> typed.Expression:
    """A claim's number of unknown unit, with the dimension that the other side asks for."""
    node = bound.node
    zero = isinstance(other, typed.Literal) and other.value[0] == 0
    if isinstance(node, typed.Field) and bound.dimension is None and known is not None and not zero:
        return typed.Field(node.path, node.kind, known, node.span)
    return node


def _of_times(
    context: Context, comparison: syntax.Comparison, left: Bound, right: Bound
) -> typed.Condition | None:
    if comparison.operator not in ("~=", "consistent"):
        return typed.CompareKeys(comparison.operator, left.node, right.node)
    return _of_ordinals(context, comparison, ordinal(left), ordinal(right))


def _of_ordinals(
    context: Context,
    comparison: syntax.Comparison,
    left: typed.Expression,
    right: typed.Expression,
) -> typed.Condition | None:
    """Days of the calendar compared as numbers of days."""
    if comparison.tolerance is not None:
        tolerance = bind_days(context, comparison.tolerance)
        if tolerance is None:
            return None
        return typed.Compare(comparison.operator, left, right, tolerance)
    if comparison.operator != "consistent":
        return typed.Compare(comparison.operator, left, right)
    context.error(
        codes.WRONG_KIND,
        "times are known to the day: there is nothing for them to be consistent within",
        comparison.operator_span,
        help="write `=`, or say how many days: `consistent with … within 5 day`",
    )
    return None


def _between(context: Context, between: syntax.Between) -> typed.Condition | None:
    halves = [
        syntax.Comparison(operator, between.operand, end, None, between.span, end.span)
        for operator, end in ((">=", between.low), ("<=", between.high))
    ]
    bound = [_comparison(context, half) for half in halves]
    known = tuple(half for half in bound if half is not None)
    return typed.Every(known) if len(known) == len(bound) else None


def _field(context: Context, operand: syntax.Operand, kind: str | None) -> typed.Expression | None:
    if isinstance(operand, syntax.Path) or (
        isinstance(operand, syntax.Name) and is_field(context, operand)
    ):
        bound = bind_field(context, operand)
        if bound is None:
            return None
        if kind is None or bound.kind == kind:
            return bound.node
    context.error(
        codes.WRONG_KIND,
        "a field of the claims is needed here",
        operand.span,
        help="for example `status`, `entity`, `source.publisher`, `quote`; numbers are compared"
        " with = and `between`",
    )
    return None


def _in_set(context: Context, condition: syntax.InSet) -> typed.Condition | None:
    field = _field(context, condition.operand, None)
    if not isinstance(field, typed.Field):
        return None
    keys = [bind_key(context, field.path, item) for item in condition.items]
    known = tuple(key for key in keys if key is not None)
    return typed.OneOf(field, known) if len(known) == len(keys) else None


def _in_group(context: Context, condition: syntax.InGroup) -> typed.Condition | None:
    field = _field(context, condition.operand, fields.TEXT)
    members = group_members(context, condition.group)
    if not isinstance(field, typed.Field) or members is None:
        return None
    return typed.OneOf(field, members)


def _stated(context: Context, condition: syntax.IsStated) -> typed.Condition | None:
    operand = condition.operand
    bound = (
        bind_field(context, operand)
        if isinstance(operand, syntax.Path)
        or (isinstance(operand, syntax.Name) and is_field(context, operand))
        else bind_number_of(context, operand)
    )
    if bound is None:
        return None
    if isinstance(bound.node, typed.Figure | typed.Field):
        return typed.Stated(bound.node)
    context.error(
        codes.WRONG_KIND,
        "only a metric or a field can be stated",
        operand.span,
        help="a sum or a product is calculated, not stated",
    )
    return None
