"""A typed rule lowered to its relational plan."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import typed
from factcheck.lang.bind.folds import AXES
from factcheck.lang.bind.walk import every, heads, joins
from factcheck.plan import model
from factcheck.plan.conditions import lower_test
from factcheck.plan.currency import Components
from factcheck.plan.numbers import Slots
from factcheck.vocabulary.model import Vocabulary


def lower(rule: typed.TypedRule, vocabulary: Vocabulary) -> tuple[model.RulePlan, list[Diagnostic]]:
    """The plan of a rule, and what is wrong with how its money meets."""
    components = Components()
    slots = Slots(vocabulary.metrics, components, {}, [], {}, set())
    check = lower_test(slots, rule.check)
    premises = tuple(lower_test(slots, premise) for premise in rule.premises)
    required = frozenset(slots.required)
    shown = _shown(slots, rule.shown)
    message = _shown(slots, rule.message) if rule.message else None
    case_filters = tuple(lower_test(slots, one) for one in rule.case_filters)
    alone = rule.scope == ("claim",)
    of_claims = [not alone and _is_of_claims(premise) for premise in rule.premises]
    both = list(zip(premises, of_claims, strict=True))
    plan = model.RulePlan(
        rule.id,
        rule.title,
        rule.because,
        rule.severity,
        rule.span,
        rule.tags,
        rule.may_be_empty,
        rule.scope,
        _groups(slots, rule) if rule.over_claims else None,
        tuple(
            _reference(slots, rule, selection, fold, optional=index not in required)
            for (selection, fold), index in slots.references.items()
        ),
        tuple(slots.folds),
        components.listed(),
        case_filters,
        tuple(test for test, of in both if of),
        tuple(test for test, of in both if not of),
        check,
        shown,
        message,
    )
    return plan, components.diagnostics


def _groups(slots: Slots, rule: typed.TypedRule) -> model.Scan:
    """The scan of a rule about claims."""
    filters = tuple(lower_test(slots, one) for one in rule.claim_filters)
    on_values = any(
        not agreeing.fields or any(field.path == "value" for field in agreeing.fields)
        for agreeing in every(rule.check, typed.Agreeing)
    )
    return model.Scan(None, None, filters, norms=True, restatements=not on_values)


def _is_of_claims(premise: typed.Condition) -> bool:
    return any(field.kind == "number" for field in every(premise, typed.Field))


def _reference(
    slots: Slots,
    rule: typed.TypedRule,
    selection: typed.Selection,
    fold: int | None,
    *,
    optional: bool,
) -> model.Reference:
    filters = tuple(
        lower_test(slots, one)
        for one in rule.claim_filters
        if not any(selection.pin(field) for field in heads(one))
    )
    norms = rule.takes_norms or selection.pin("status") is not None
    axes = _moving_axes(slots, selection, fold)
    pins = tuple(pin for pin in selection.pins if pin.field not in axes)
    kept = typed.Selection(selection.metric, pins, selection.moves)
    scan = model.Scan(selection.metric, kept, filters, norms=norms, restatements=False)
    named = [*rule.scope, *(field for field in sorted(axes) if field not in rule.scope)]
    on = [_join(selection, field, axes.get(field, 0)) for field in named]
    joined = tuple(join for join in on if join is not None)
    return model.Reference(scan, joined, optional=optional, fold=fold)


def _moving_axes(slots: Slots, selection: typed.Selection, fold: int | None) -> dict[str, int]:
    """The fields on which a reference takes parts of folds, and how many of them in one another."""
    found: dict[str, int] = {}
    ended: set[str] = set()
    while fold is not None:
        one = slots.folds[fold]
        roots = dict(one.roots)
        for field in {AXES[axis] for axis in one.axes} - ended:
            if field in found or selection.pin(field) is None or field in roots:
                found[field] = found.get(field, 0) + 1
            if field in roots or field not in found:
                ended.add(field)
        fold = one.outer
    return found


def _join(selection: typed.Selection, field: str, levels: int) -> model.JoinOn | None:
    """How a column meets the case's, or the part that lies so many steps below it."""
    part = levels > 0
    if not part and not joins(selection, field):
        return None
    move = selection.move(field)
    if move is None or move.how == "any":
        rooted = selection.pin(field) is not None
        return model.JoinOn(field, part=part, rooted=rooted, levels=max(levels, 1))
    return model.JoinOn(field, move.how, move.kind, move.months, part, levels=max(levels, 1))


def _shown(slots: Slots, template: typed.Template) -> model.Shown:
    """A text with its values; they meet no money of the check."""
    places: list[tuple[int, int, model.Number | model.Path]] = []
    for hole in template.holes:
        if isinstance(hole.value, typed.Field) and hole.value.kind != "number":
            places.append((hole.start, hole.end, model.Path(hole.value.path)))
        elif isinstance(hole.value, typed.TextValue | typed.TimeValue):
            continue
        else:
            places.append((hole.start, hole.end, slots.number(hole.value).number))
    return model.Shown(template.text, tuple(places))
