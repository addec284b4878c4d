"""`where`: what chooses cases, what chooses claims, and what is a premise on figures."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.condition import bind_condition
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.walk import every, heads, holds_any
from factcheck.records import Record, evolve, frozen


@frozen
class Where(Record):
    """The conjuncts of a `where`, in the order written."""

    filters: tuple[typed.Condition, ...]
    """On fields only."""
    premises: tuple[typed.Condition, ...]
    """On figures."""

    def on_cases(self, scope: tuple[str, ...]) -> tuple[typed.Condition, ...]:
        """Those on fields of the case alone."""
        return tuple(one for one in self.filters if heads(one) <= set(scope))

    def on_claims(self, scope: tuple[str, ...]) -> tuple[typed.Condition, ...]:
        """Those that ask for another field of the claims."""
        return tuple(one for one in self.filters if not heads(one) <= set(scope))


def bind_where(context: Context, where: syntax.Operand | None) -> Where | None:
    """The conjuncts bound and told apart; None when one is wrong, and collected."""
    filters: list[typed.Condition] = []
    premises: list[typed.Condition] = []
    right = True
    sight = evolve(context, every_field=True, holes=None)
    for conjunct in conjuncts(where):
        condition = bind_condition(sight, conjunct)
        if condition is None or not _of_one_kind(context, condition):
            right = False
        elif _asks_of_numbers(condition):
            premises.append(condition)
        else:
            filters.append(condition)
    return Where(tuple(filters), tuple(premises)) if right else None


def _asks_of_numbers(condition: typed.Condition) -> bool:
    numbers = (field.kind == "number" for field in every(condition, typed.Field))
    return any(numbers) or holds_any(condition, typed.Figure, typed.Counted, typed.Compare)


def _of_one_kind(context: Context, condition: typed.Condition) -> bool:
    """Whether it asks of single claims or of the figures of a case, and not of both."""
    numbers = [field for field in every(condition, typed.Field) if field.kind == "number"]
    if "claim" in context.scope or not numbers:
        return True
    if not holds_any(condition, typed.Figure, typed.Counted):
        return True
    span = numbers[0].span
    assert span is not None  # noqa: S101 (a field that was written has its place)
    context.error(
        codes.NOT_IN_CASE,
        f"`{numbers[0].path}` is a number of single claims, and stands beside figures of the case",
        span,
        help="ask of the claims in one part of `where` and of the figures in another, with `and`",
    )
    return False


def conjuncts(where: syntax.Operand | None) -> Iterator[syntax.Operand]:
    """The parts that `and` joins at the top."""
    if where is None:
        return
    if isinstance(where, syntax.Logical) and where.operator == "and":
        for part in where.parts:
            yield from conjuncts(part)
    else:
        yield where


def metrics_named(where: syntax.Operand | None) -> list[str]:
    """The metrics that a conjunct `metric = x` or `metric in {x, y}` leaves."""
    for conjunct in conjuncts(where):
        if isinstance(conjunct, syntax.Comparison) and conjunct.operator == "=":
            operand, items = conjunct.left, [conjunct.right]
        elif isinstance(conjunct, syntax.InSet):
            operand, items = conjunct.operand, list(conjunct.items)
        else:
            continue
        if isinstance(operand, syntax.Name) and operand.text == "metric":
            return [item.text for item in items if isinstance(item, syntax.Name)]
    return []
