"""One rule bound: its scope, its filters, its check."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.diagnostic import Label, Severity
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.arithmetic import bind_value
from factcheck.lang.bind.condition import bind_condition
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.field import unknown_field
from factcheck.lang.bind.folds import AXES, asks_for
from factcheck.lang.bind.message import bind_message_of
from factcheck.lang.bind.template import shown_check
from factcheck.lang.bind.walk import every, heads, holds_any, joins
from factcheck.lang.bind.where import Where, bind_where, metrics_named

DEFAULT_SCOPE: Final = ("entity", "period")


def bind_rule(rule: syntax.Rule, text: str, program: Context) -> typed.TypedRule | None:
    """A rule with every name looked up; None when something in it is wrong, and collected."""
    diagnostics = program.diagnostics
    context = Context(
        program.vocabulary,
        program.defines,
        diagnostics=diagnostics,
        oversized=program.oversized,
        circles=program.circles,
    )
    before = len(diagnostics)
    _set_scope(context, rule)
    _set_lets(context, rule)
    where = bind_where(context, rule.where)
    context.holes = []
    premise, conclusion = _check_of(rule)
    first = bind_condition(context, premise) if premise is not None else None
    check = bind_condition(context, conclusion)
    shown = shown_check(text, rule.check.span, context.holes)
    context.holes = None
    severity = _severity(rule)
    if check is None or where is None or len(diagnostics) > before:
        assert diagnostics, rule.id.text  # noqa: S101 (no rule vanishes unsaid)
        _unused_lets(context, rule)
        return None
    premises = (*where.premises, *([first] if first is not None else []))
    _narrow_scope(context, rule, (*premises, check))
    _check_fields(context, rule, where, (*premises, check))
    message = bind_message_of(context, rule.message, (*premises, check))
    _unused_lets(context, rule)
    if len(diagnostics) > before:
        return None
    return typed.TypedRule(
        rule.id.text,
        rule.title.value if rule.title else "",
        context.scope,
        context.over_claims,
        where.on_cases(context.scope) if not context.over_claims else (),
        where.on_claims(context.scope) if not context.over_claims else where.filters,
        premises,
        check,
        any("status" in heads(condition) for condition in where.filters),
        severity,
        message,
        shown,
        rule.because.value if rule.because else "",
        tuple(tag.text for tag in rule.tags),
        rule.may_be_empty,
        rule.id.span,
        conclusion.span,
    )


def _check_of(rule: syntax.Rule) -> tuple[syntax.Operand | None, syntax.Operand]:
    if isinstance(rule.check, syntax.IfThen):
        return rule.check.premise, rule.check.conclusion
    return None, rule.check


def _set_scope(context: Context, rule: syntax.Rule) -> None:
    names = rule.scope if rule.scope is not None else ()
    known = [name for name in names if context.field_kind(name.text) is not None]
    for name in names:
        if name not in known:
            unknown_field(context, name)
    context.scope_known = len(known) == len(names)
    written = [name.text for name in known] if rule.scope is not None else list(DEFAULT_SCOPE)
    context.over_claims = any(name in fields.OVER_CLAIMS for name in written)
    if "claim" in written:
        context.scope = ("claim",)
        context.every_field = True
    else:
        context.scope = tuple(dict.fromkeys([*written, *context.vocabulary.dimensions]))
    _set_claim_unit(context, rule.where)


def _set_claim_unit(context: Context, where: syntax.Operand | None) -> None:
    """The unit of the claims' values, where a filter on metrics settles it."""
    metrics = context.vocabulary.metrics
    units = [metrics[name].unit for name in metrics_named(where) if name in metrics]
    if units and all(unit.dimension == units[0].dimension for unit in units):
        context.claim_dimension = units[0].dimension
        context.claim_unit = units[0].text


def _set_lets(context: Context, rule: syntax.Rule) -> None:
    lets: dict[str, syntax.Let] = {}
    for let in rule.lets:
        name = let.name.text
        first = lets.get(name) or context.defines.get(name)
        if first is not None:
            context.error(
                codes.NAMED_TWICE,
                f"`{name}` is already defined",
                let.name.span,
                labels=(Label(first.name.span, "first here"),),
                help="give one of them another name",
            )
        else:
            check_free(context, let.name)
            lets[name] = let
    context.lets = lets


def check_free(context: Context, name: syntax.Name) -> None:
    """Collect a name for a calculation that is a metric's or a field's already."""
    if name.text in context.vocabulary.metrics:
        what = "a metric"
    elif not name.quoted and context.field_kind(name.text) is not None:
        what = "a field of claims"
    else:
        return
    context.error(
        codes.RESERVED_NAME,
        f"the name `{name.text}` is taken: it is {what}",
        name.span,
        help="choose another name",
    )


def _unused_lets(context: Context, rule: syntax.Rule) -> None:
    """Bind the lets on their own, so that a mistake in one that is not used is found too."""
    context.holes = None
    for let in rule.lets:
        inside = context.inside(let.name.text)
        if isinstance(let.value, syntax.CONDITIONS):
            bind_condition(inside, let.value)
        else:
            bind_value(inside, let.value)


def _severity(rule: syntax.Rule) -> Severity:
    """As the parser has checked it."""
    if rule.severity is None:
        return Severity.ERROR
    return Severity(rule.severity.text)


def _narrow_scope(
    context: Context, rule: syntax.Rule, conditions: tuple[typed.Condition, ...]
) -> None:
    """Leave out of the case what every reference pins; without references claims are grouped."""
    selections = [figure.selection for node in conditions for figure in every(node, typed.Figure)]
    if not selections:
        _group_claims(context, rule, conditions)
        return
    if any(holds_any(node, typed.Agreeing) for node in conditions):
        context.error(
            codes.METRIC_AMONG_CLAIMS,
            "`claims agree` and metrics by name stand in one rule",
            rule.check.span,
            help="write two rules: one about claims, one about figures",
        )
    context.scope = tuple(
        field for field in context.scope if any(joins(one, field) for one in selections)
    )


def _group_claims(
    context: Context, rule: syntax.Rule, conditions: tuple[typed.Condition, ...]
) -> None:
    if any(holds_any(node, typed.MembersAgreeing) for node in conditions):
        context.over_claims = True
        context.scope = ("entity",)
    elif not context.over_claims:
        if not any(holds_any(node, typed.Agreeing, typed.Counted) for node in conditions):
            context.error(
                codes.WRONG_KIND,
                "this rule asks nothing of any figure",
                rule.check.span,
                help="name a metric, or write `for each claim` to ask about fields",
            )
        context.over_claims = True


def _check_fields(
    context: Context, rule: syntax.Rule, where: Where, conditions: tuple[typed.Condition, ...]
) -> None:
    """Collect fields that are no longer part of the case, because every reference pins them."""
    for node in (*where.filters, *conditions):
        _check_counted(context, rule, node)
    if context.over_claims:
        return
    written = {name.text for name in rule.scope or ()} or set(DEFAULT_SCOPE)
    gone = (written | set(context.vocabulary.dimensions)) - set(context.scope)
    for node in (*where.filters, *conditions):
        for head in sorted(gone):
            _check_head(context, rule, node, head)
        for field in sorted(set(AXES.values()) - set(context.scope) - gone):
            _check_axes(context, rule, node, field)


def _check_counted(context: Context, rule: syntax.Rule, node: typed.Condition) -> None:
    """Collect counts of the members of an entity that the case does not have."""
    if {"entity", "claim"} & set(context.scope):
        return
    for counted in every(node, typed.Counted):
        if counted.what == "members":
            context.error(
                codes.NOT_IN_CASE,
                "there is no entity in the case whose members could be counted",
                counted.span or rule.check.span,
                help="name `entity` in `for each`, and let one reference join on it",
            )


def _check_head(context: Context, rule: syntax.Rule, node: typed.Condition, head: str) -> None:
    """Collect fields of the case, and folds over the parts of one, that every reference pins."""
    for field in asks_for(node, head):
        if isinstance(field, typed.Field):
            context.error(
                codes.NOT_IN_CASE,
                f"`{head}` is no part of the case: every reference pins it",
                field.span or rule.check.span,
                help="take it out, or let one reference join on it",
            )
    _check_axes(context, rule, node, head)


def _check_axes(context: Context, rule: syntax.Rule, node: typed.Condition, field: str) -> None:
    """Collect folds over the parts of something that the case does not have."""
    for fold in asks_for(node, field):
        if isinstance(fold, typed.Fold):
            axis = next(one for one in fold.axes if AXES[one] == field)
            context.error(
                codes.NOT_IN_CASE,
                f"there is no {field} in the case whose {axis} could be taken",
                fold.span or rule.check.span,
                help=f"name `{field}` in `for each`, or pin it: `[{field} = …]`",
            )
