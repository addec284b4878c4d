"""A rule made wrong in one place: a sign turned round, a factor of ten, a selector left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from factcheck.lang.typed import Selection
from factcheck.plan import model
from factcheck.records import evolve, names_of
from factcheck.values import rational
from factcheck.verdicts.written_leaves import constant_text

_TURNED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "!=", "!=": "="}
_SIGNS: Final = {"<=": "≤", ">=": "≥", "!=": "≠", "~=": "≈", "consistent": "consistent with"}
_OTHER: Final = {
    "multiply": ("divide", "×", "÷"),
    "divide": ("multiply", "÷", "×"),
    "add": ("subtract", "+", "−"),
    "subtract": ("add", "−", "+"),
}
_TEN: Final = (10, 1)
_MOST: Final = (99, 100)
"""A relative tolerance stays below everything."""

Wrong = tuple[str, Any]


def wrong_rules(plan: model.RulePlan) -> Iterator[tuple[str, model.RulePlan]]:
    """The plan with one mistake each, and what the mistake is; each mistake once."""
    seen: set[str] = set()
    for what, wrong in _all(plan):
        if what not in seen:
            seen.add(what)
            yield what, wrong


def _all(plan: model.RulePlan) -> Iterator[tuple[str, model.RulePlan]]:
    for what, check in _variants(plan.check):
        yield what, evolve(plan, check=check)
    for what, folds in _variants(plan.folds):
        yield what, evolve(plan, folds=folds)
    for what, references in _variants(plan.references):
        yield what, evolve(plan, references=references)
    if plan.premises:
        yield "what follows `if` or `where` left out", evolve(plan, premises=())
    for what, premises in _variants(plan.premises):
        yield f"{what} in the premise", evolve(plan, premises=premises)
    for what, tests in _variants(plan.claim_tests):
        yield f"{what} in `where`", evolve(plan, claim_tests=tests)
    scans = [one.scan for one in plan.references] + ([plan.groups] if plan.groups else [])
    filtered = plan.case_filters or plan.claim_tests or any(scan.filters for scan in scans)
    if filtered:
        yield "`where` left out", _without_filters(plan)


def _without_filters(plan: model.RulePlan) -> model.RulePlan:
    return evolve(
        plan,
        case_filters=(),
        claim_tests=(),
        groups=plan.groups and evolve(plan.groups, filters=()),
        references=tuple(evolve(one, scan=evolve(one.scan, filters=())) for one in plan.references),
    )


def _variants(node: object) -> Iterator[Wrong]:
    """The node with one mistake in it or below."""
    if isinstance(node, tuple):
        for place, child in enumerate(node):
            for what, wrong in _variants(child):
                yield what, (*node[:place], wrong, *node[place + 1 :])
        return
    yield from _own(node)
    if type(node).__module__ != model.__name__ or isinstance(node, model.Scan):
        return
    for name in names_of(type(node)):
        if name in ("amount", "base"):
            continue
        for what, wrong in _variants(getattr(node, name)):
            yield what, evolve(node, **{name: wrong})  # type: ignore[misc]


def _own(node: object) -> Iterator[Wrong]:
    if isinstance(node, model.Comparison):
        yield from _of_comparison(node)
    elif isinstance(node, model.KeyComparison):
        turned = _TURNED[node.operator]
        yield _read_as(node.operator, turned), evolve(node, operator=turned)
    elif isinstance(node, model.Agreement):
        yield "agreement turned round", model.Negated(node)
        yield from _of_tolerance(node)
    elif isinstance(node, model.OneOf | model.Holding | model.FigureStated | model.FieldStated):
        yield "the condition turned round", model.Negated(node)
    elif isinstance(node, model.Calculation) and node.operator in _OTHER:
        other, sign, read = _OTHER[node.operator]
        yield f"`{sign}` read as `{read}`", evolve(node, operator=other)
    elif isinstance(node, model.Constant) and node.value[0]:
        wrong = evolve(node, value=rational.multiply(node.value, _TEN))
        yield f"ten times {constant_text(node)}", wrong
    elif isinstance(node, model.Fold):
        other = "max" if node.function != "max" else "sum"
        yield f"`{node.function}` read as `{other}`", evolve(node, function=other)
    elif isinstance(node, model.JoinOn) and node.how in ("previous", "ago"):
        step = f"previous {node.kind or ''}".strip() if node.how == "previous" else "… ago"
        yield f"`[{step}]` left out", evolve(node, how="same", kind=None, months=0)
    elif isinstance(node, model.Scan) and node.pins is not None:
        yield from _of_pins(node, node.pins)


def _of_comparison(node: model.Comparison) -> Iterator[Wrong]:
    turned = _TURNED.get(node.operator)
    if turned is not None:
        yield _read_as(node.operator, turned), evolve(node, operator=turned)
    else:
        sign = _SIGNS[node.operator]
        yield f"`{sign}` turned round", model.Negated(node)
    if not _is_zero(node.right):
        left = model.Calculation("multiply", (model.Constant(_TEN), node.left))
        yield "the left side ten times as large", evolve(node, left=left)
    yield from _of_tolerance(node)


def _is_zero(node: object) -> bool:
    """Whether nothing changes beside it when the other side is ten times as large."""
    return isinstance(node, model.Constant) and not node.value[0]


def _of_tolerance(node: model.Comparison | model.Agreement) -> Iterator[Wrong]:
    if not isinstance(node.amount, model.Constant) or not node.amount.value[0]:
        return
    wide = rational.multiply(node.amount.value, _TEN)
    if node.tolerance == "relative":
        wide = rational.minimum(wide, _MOST)
    tight = rational.multiply(node.amount.value, (1, 10))
    yield "ten times the tolerance", evolve(node, amount=evolve(node.amount, value=wide))
    yield "a tenth of the tolerance", evolve(node, amount=evolve(node.amount, value=tight))


def _of_pins(scan: model.Scan, selection: Selection) -> Iterator[Wrong]:
    for pin in selection.pins:
        values = ", ".join(getattr(value, "text", str(value)) for value in pin.values)
        values = f"= {values}" if len(pin.values) == 1 else f"in {{{values}}}"
        kept = tuple(other for other in selection.pins if other is not pin)
        wrong = evolve(scan, pins=evolve(selection, pins=kept))
        yield f"`[{pin.field} {values}]` left out", wrong


def _read_as(operator: str, other: str) -> str:
    return f"`{_SIGNS.get(operator, operator)}` read as `{_SIGNS.get(other, other)}`"
