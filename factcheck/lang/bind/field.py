"""Fields as values: those of the case, and in `for each claim` those of the claim."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.context import Bound, Context, known_names
from factcheck.lang.bind.folds import AXES
from factcheck.lang.bind.habits import FIELDS
from factcheck.values.unit import Dimension

_DIMENSIONLESS = Dimension()
SOME_FIELDS = "fields are `entity`, `period`, `status`, `source`, `unit`, `metric`, `value`, …"


def is_field(context: Context, name: syntax.Name) -> bool:
    """Whether a name is that of a field of claims, in sight or not."""
    return not name.quoted and context.field_kind(name.text) is not None


def bind_field(context: Context, name: syntax.Name | syntax.Path) -> Bound | None:
    """The value of a field of the case or claim; None when it is not in sight, and collected."""
    head = name if isinstance(name, syntax.Name) else name.head
    attribute = None if isinstance(name, syntax.Name) else name.attribute
    if context.field_kind(head.text) is None:
        unknown_field(context, head)
        return None
    if not _in_sight(context, head.text):
        _not_in_case(context, head)
        return None
    if attribute is None:
        return _plain(context, head)
    if not _has_attribute(context, head, attribute):
        return None
    kind = fields.kind_of_path(head.text, attribute.text)
    path = f"{head.text}.{attribute.text}"
    return Bound(typed.Field(path, kind, span=name.span), kind, None, "", name)


def _plain(context: Context, name: syntax.Name) -> Bound:
    kind = context.field_kind(name.text) or fields.TEXT
    node = typed.Field(name.text, kind, span=name.span)
    if kind != fields.NUMBER:
        return Bound(node, kind, None, "", name)
    if name.text in ("implied_rate", "decimals"):
        return Bound(node, kind, _DIMENSIONLESS, "ratio", name)
    return Bound(node, kind, context.claim_dimension, context.claim_unit, name)


def _in_sight(context: Context, name: str) -> bool:
    if context.every_field or name in context.scope:
        return True
    return any(AXES[axis] == name for axis in context.axes)  # that of the part


def unknown_field(context: Context, name: syntax.Name) -> None:
    """Collect a name that no field of claims has."""
    known = [*fields.CLAIM_FIELDS, *context.vocabulary.dimensions]
    context.error(
        codes.UNKNOWN_FIELD,
        f"there is no field `{name.text}`",
        name.span,
        help=_meant(context, name.text) or did_you_mean(name.text, known) or SOME_FIELDS,
        label="not known",
    )


def _meant(context: Context, name: str) -> str | None:
    if name in context.vocabulary.metrics:
        return f"`{name}` is a metric: its figures are chosen in brackets, `{name}[entity = …]`"
    field = FIELDS.get(name.casefold())
    return f"did you mean `{field}`?" if field else None


def _not_in_case(context: Context, name: syntax.Name) -> None:
    if not context.scope_known:
        return  # what is unknown there may have been meant
    case = ", ".join(context.scope) or "nothing (every reference pins its dimensions)"
    context.error(
        codes.NOT_IN_CASE,
        f"`{name.text}` is no part of the case",
        name.span,
        label="not one value a case",
        notes=(f"a case of this rule is one combination of: {case}",),
        help=f"name it in `for each`, or filter the claims with `where {name.text} = …`",
    )


def _has_attribute(context: Context, head: syntax.Name, attribute: syntax.Name) -> bool:
    known = attributes_of(context, head.text)
    if attribute.text in known:
        return True
    if not known:
        context.error(
            codes.UNKNOWN_FIELD,
            f"`{head.text}` has no fields of its own",
            attribute.span,
            help="only `period`, `source`, `entity` and `metric` have",
        )
    else:
        context.error(
            codes.UNKNOWN_FIELD,
            f"`{head.text}` has no field `{attribute.text}`",
            attribute.span,
            help=did_you_mean(attribute.text, known) or known_names(f"`{head.text}`", known),
            label="not known",
        )
    return False


def attributes_of(context: Context, head: str) -> list[str]:
    """The columns of the table behind a field, the added ones included."""
    vocabulary = context.vocabulary
    if head == "period":
        return list(fields.PERIOD_PARTS)
    rows: dict[str, Iterable[object]] = {
        "source": vocabulary.sources.values(),
        "entity": vocabulary.entities.values(),
        "metric": vocabulary.metrics.values(),
    }
    first = next(iter(rows.get(head, ())), None)
    standard = {
        "source": ["publisher", "published", "accessed", "language", "author", "status", "title"],
        "entity": ["kind", "label"],
        "metric": ["kind", "label"],
    }.get(head, [])
    columns = getattr(first, "attributes", {})
    return [name for name in dict.fromkeys([*standard, *columns]) if not name.endswith("_id")]
