"""References to metrics: what their selectors select."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.context import Bound, Context, known_names
from factcheck.lang.bind.habits import FIELDS
from factcheck.lang.bind.keys import bind_key, group_members

_LOOSENED: Final = {"group": "entity", "longer": "period", "earlier": "period"}
UNPINNABLE: Final = (
    "metric",
    "value",
    "claim",
    "lower",
    "upper",
    "quote",
    "implied_rate",
    "decimals",
)


def bind_reference(context: Context, reference: syntax.Reference | syntax.Name) -> Bound | None:
    """The figures that a metric's name and its selectors stand for."""
    name = reference if isinstance(reference, syntax.Name) else reference.name
    metric = context.vocabulary.metrics[name.text]
    if context.over_claims:
        _speaks_of_claims(context, name)
        return None
    selectors = reference.selectors if isinstance(reference, syntax.Reference) else ()
    pins: dict[str, typed.Pinned] = {}
    moves: dict[str, typed.Move] = {}
    before = len(context.diagnostics)
    for selector in selectors:
        _select(context, selector, pins, moves)
    if len(context.diagnostics) > before:
        return None
    selection = typed.Selection(
        name.text,
        tuple(pins[field] for field in sorted(pins)),
        tuple(moves[field] for field in sorted(moves)),
    )
    node = typed.Figure(selection, reference.span)
    return Bound(node, "number", metric.unit.dimension, metric.unit.text, reference)


def _speaks_of_claims(context: Context, name: syntax.Name) -> None:
    context.error(
        codes.METRIC_AMONG_CLAIMS,
        f"`{name.text}` is a metric, but this rule speaks of claims",
        name.span,
        label="a metric by name",
        help="its `for each` names metric, value or claim: write `claims agree`, or fields such as"
        f" `value`; to compare figures of `{name.text}`, take that field out of `for each`",
    )


def _select(
    context: Context,
    selector: syntax.Selector,
    pins: dict[str, typed.Pinned],
    moves: dict[str, typed.Move],
) -> bool:
    """Put one selector among the pins or the moves; False when it is wrong, and collected."""
    field = _field_of(selector)
    if field in pins or field in moves:
        context.error(
            codes.SELECTOR,
            f"`{field}` is selected twice",
            selector.span,
            help=f"one selector for each field; a set takes several values: `{field} in {{…}}`",
        )
        return False
    if isinstance(selector, syntax.Pin):
        return _pin(context, selector, pins)
    if isinstance(selector, syntax.Shift):
        how = "previous" if selector.months is None else "ago"
        moves["period"] = typed.Move("period", how, selector.kind, selector.months or 0)
        return True
    return _loosen(context, selector, field, moves)


def _field_of(selector: syntax.Selector) -> str:
    if isinstance(selector, syntax.Pin):
        field = selector.field
        return field.text if isinstance(field, syntax.Name) else field.head.text
    if isinstance(selector, syntax.Shift):
        return "period"
    return _LOOSENED.get(selector.how, selector.field.text)


def _loosen(
    context: Context, selector: syntax.Loosen, field: str, moves: dict[str, typed.Move]
) -> bool:
    if not _selectable(context, selector.field, field):
        return False
    if selector.how == "other" and field != "entity":
        context.error(
            codes.SELECTOR,
            f"`other` goes with `entity`, not with `{field}`",
            selector.span,
            help=f"`[any {field}]` takes all",
        )
        return False
    moves[field] = typed.Move(field, selector.how)
    return True


def _pin(context: Context, selector: syntax.Pin, pins: dict[str, typed.Pinned]) -> bool:
    if isinstance(selector.field, syntax.Path):
        context.error(
            codes.SELECTOR,
            "a selector names a field, not a field of a field",
            selector.field.span,
            help=f"filter the claims with `where {selector.field.head.text}."
            f"{selector.field.attribute.text} = …`",
        )
        return False
    field = selector.field.text
    if not _selectable(context, selector.field, field):
        return False
    if selector.group is not None:
        members = group_members(context, selector.group)
        if members is not None:
            pins[field] = typed.Pinned(field, members)
        return members is not None
    keys = [bind_key(context, field, value) for value in selector.values]
    known = tuple(key for key in keys if key is not None)
    pins[field] = typed.Pinned(field, known)
    return len(known) == len(keys)


def _selectable(context: Context, name: syntax.Name, field: str) -> bool:
    if context.field_kind(field) is not None and field not in UNPINNABLE:
        return True
    known = ["entity", "period", "status", "source", *context.vocabulary.dimensions]
    if context.field_kind(field) is not None:
        context.error(
            codes.UNKNOWN_FIELD,
            f"figures are not selected by `{field}`",
            name.span,
            help=known_names("selectors", known),
        )
    else:
        meant = FIELDS.get(field.casefold())
        help_ = f"did you mean `{meant}`?" if meant in known else None
        context.unknown(codes.UNKNOWN_FIELD, "dimension", name, known, help_)
    return False
