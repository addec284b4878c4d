"""`claims agree` and `members agree`: what they compare, and whether it can be compared."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.field import bind_field
from factcheck.lang.bind.tolerance import bind_days, bind_tolerance
from factcheck.records import evolve
from factcheck.values.unit import Dimension

_NUMBERS: Final = ("value", "lower", "upper", "implied_rate")


def bind_agreement(context: Context, agree: syntax.Agree) -> typed.Condition | None:
    """What the claims of a case agree on; None when it is wrong, and collected."""
    if agree.subject == "members":
        return typed.MembersAgreeing()
    all_fields = evolve(context, every_field=True, holes=None)
    bound = [bind_field(all_fields, name) for name in agree.fields]
    nodes = tuple(
        field.node for field in bound if field is not None and isinstance(field.node, typed.Field)
    )
    if len(nodes) != len(bound):
        return None
    tolerance = None
    if agree.tolerance is not None:
        if not _takes_tolerance(context, agree, nodes):
            return None
        if all(node.kind == fields.TIME for node in nodes) and nodes:
            tolerance = bind_days(context, agree.tolerance)
            return None if tolerance is None else typed.Agreeing(nodes, tolerance)
        rates = any(node.path == "implied_rate" for node in nodes)
        dimension = Dimension() if rates else context.claim_dimension
        tolerance = bind_tolerance(context, agree.tolerance, dimension, context.claim_unit)
        if tolerance is None:
            return None
    if not nodes and not _of_one_metric(context, agree):
        return None
    return typed.Agreeing(nodes, tolerance)


def _takes_tolerance(context: Context, agree: syntax.Agree, nodes: tuple[typed.Field, ...]) -> bool:
    if not nodes or any(node.path in _NUMBERS for node in nodes):
        return True
    if all(node.kind == fields.TIME for node in nodes):
        return True
    assert agree.tolerance is not None  # noqa: S101 (asked by the caller)
    context.error(
        codes.WRONG_KIND,
        "texts agree or they do not: a tolerance means nothing here",
        agree.tolerance.span,
        help="tolerances go with value, lower, upper, implied_rate, or no field at all",
    )
    return False


def _of_one_metric(context: Context, agree: syntax.Agree) -> bool:
    if "metric" in context.scope or context.claim_dimension is not None:
        return True
    if "value" in context.scope or "unit" in context.scope:
        return True
    context.error(
        codes.GROUPING,
        "a group would hold claims of several metrics, whose figures cannot agree",
        agree.span,
        help="name `metric` in `for each`, filter with `where metric = …`, or say `agree on FIELD`",
    )
    return False
