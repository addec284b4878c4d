"""Values that stand beside a field: `entity = bytedance`, `period = 2025-Q3`."""

from __future__ import annotations

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.literals import period_of, written
from factcheck.values.period import Period


def known_values(context: Context, field: str) -> list[str] | None:
    """The values a field can have, or None when any text may stand."""
    vocabulary = context.vocabulary
    tables: dict[str, list[str]] = {
        "entity": list(vocabulary.entities),
        "metric": list(vocabulary.metrics),
        "source": list(vocabulary.sources),
        "status": list(fields.STATUSES),
        "relation": list(fields.RELATIONS),
        "hedge": ["none", *vocabulary.hedges],
    }
    return tables.get(field)


def bind_key(context: Context, field: str, operand: syntax.Operand) -> typed.Key | None:
    """The value that `operand` names for a field; None when it is wrong, and collected."""
    if kind_of(context, field) == fields.TIME:
        return _bind_period(context, field, operand)
    if isinstance(operand, syntax.Text):
        return operand.value
    if not isinstance(operand, syntax.Name):
        context.error(
            codes.WRONG_KIND,
            f"`{field}` has names as values",
            operand.span,
            help="write a name, or a text in double quotes",
        )
        return None
    known = known_values(context, field)
    if field == "unit" or known is None or operand.text in known:
        return operand.text
    context.unknown(codes.UNKNOWN_VALUE, field, operand, known)
    return None


def kind_of(context: Context, path: str) -> str | None:
    """The kind of a field or of an attribute."""
    head, _, attribute = path.partition(".")
    return fields.kind_of_path(head, attribute) if attribute else context.field_kind(path)


def _bind_period(context: Context, field: str, operand: syntax.Operand) -> Period | None:
    period = period_of(operand)
    if period is None:
        from factcheck.lang.meant_period import meant_period  # noqa: PLC0415 (for mistakes alone)

        meant = meant_period(written(operand))
        context.error(
            codes.WRONG_KIND,
            f"`{field}` has periods as values",
            operand.span,
            help=f"write `{meant}`"
            if meant
            else "write a period: 2026, 2025-Q3, 2025-H1, 2025-10, 2025-12-23 or 2023/2025",
        )
    return period


def group_members(context: Context, name: syntax.Name) -> tuple[str, ...] | None:
    """The members of a group, those of member groups included; None when it is no group."""
    children: dict[str, list[str]] = {}
    for membership in context.vocabulary.memberships:
        children.setdefault(membership.group, []).append(membership.member)
    if name.text not in children:
        _no_group(context, name, children)
        return None
    found: dict[str, None] = {}
    waiting = list(children[name.text])
    while waiting:
        member = waiting.pop()
        if member not in found:
            found[member] = None
            waiting.extend(children.get(member, ()))
    return tuple(sorted(found))


def _no_group(context: Context, name: syntax.Name, children: dict[str, list[str]]) -> None:
    if name.text in context.vocabulary.entities:
        context.error(
            codes.UNKNOWN_VALUE,
            f"`{name.text}` is an entity without members",
            name.span,
            help="list its members in the table memberships",
        )
    else:
        context.unknown(codes.UNKNOWN_VALUE, "group", name, children)
