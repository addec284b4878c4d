"""A reference of a rule as figures: which claims it takes, and which currencies they meet."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engines.sql.expression import Column, all_of
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.figures import UNSTATED_CURRENCY, Figures
from factcheck.engines.sql.filters import UnsupportedError, heads_of, pinned
from factcheck.engines.sql.key_tests import KeyTests
from factcheck.engines.sql.pairs import MET
from factcheck.engines.sql.scans import row_tests, scanned
from factcheck.engines.sql.steps import bound_by
from factcheck.engines.sql.truth import HOLDS
from factcheck.plan import model
from factcheck.plan.money import components_of_references, target_currency
from factcheck.plan.walk import every
from factcheck.records import evolve


def figures(
    plan: model.RulePlan, facts: Facts, place: int, parts: Mapping[str, str] | None = None
) -> Figures:
    """A reference as queries; UnsupportedError where they cannot say it.

    `parts` are the tables that lead from the parts that it takes in a fold to the case, by field.
    """
    reference = plan.references[place]
    scan = reference.scan
    binding = None
    if any(on.how in MET for on in reference.on) and reference.fold is None:
        saying = evolve(reference, on=tuple(on for on in reference.on if on.how not in MET))
        listed = (*plan.references[:place], saying, *plan.references[place + 1 :])
        binding = figures(evolve(plan, references=listed), facts, place)
    if scan.metric is None or (reference.fold is not None and parts is None):
        raise UnsupportedError("a figure of several metrics")
    fields, bound, joins = bound_by(plan, facts, reference, parts)
    tests = row_tests(facts)
    where = [scanned(scan, tests)]
    pins = scan.pins.pins if scan.pins else ()
    where += [pinned(facts, pin.field, pin.values, CLAIMS) for pin in pins]
    of_cases = KeyTests(facts, dict(zip(fields, bound, strict=True)).__getitem__, "case_")
    where += [
        of_cases.truth(test).equals(HOLDS)
        for test in plan.case_filters
        if heads_of(test) <= set(fields)
    ]
    meets, target = _money(plan, facts, place)
    asked = list(every((*plan.premises, plan.check), model.FigureStated))
    if target is not None and any(one.reference == place for one in asked):
        raise UnsupportedError(f"`{scan.metric} is stated` beside its amounts in currencies")
    metric = facts.metric(scan.metric)
    unstated = UNSTATED_CURRENCY in metric.currencies
    return Figures(
        place,
        fields,
        tuple(f"key_{plan.scope.index(field)}" for field in fields),
        bound,
        (*joins, *tests.joins.values(), *of_cases.joins.values()),
        all_of(*where),
        metric.non_negative,
        target,
        sum(exponent for _, exponent in metric.money) if target else 0,
        meets,
        facts.codes["currency"][UNSTATED_CURRENCY] if unstated else None,
        binding,
        reference.optional,
        any(one.reference == place for one in asked),
        all(isinstance(one, Column) and _stands_in_rows(facts, one) for one in bound),
        target is not None and _of_one_day(plan, facts),
    )


def _of_one_day(plan: model.RulePlan, facts: Facts) -> bool:
    """Whether the amounts of each case are converted at the rates of the same days."""
    listed = [plan.references[place] for place in components_of_references(plan)]
    if "source" in facts.columns or any(one.fold is not None for one in listed):
        return False  # a plan is converted on the day of its source
    return len({facts.metric(one.scan.metric or "").is_stock for one in listed}) == 1 and all(
        any(on.field == "period" and on.how == "same" and not on.part for on in one.on)
        for one in listed
    )


def _stands_in_rows(facts: Facts, column: Column) -> bool:
    return column.of == CLAIMS and column.name in facts.columns


def _money(
    plan: model.RulePlan, facts: Facts, place: int
) -> tuple[tuple[tuple[int, int | None], ...], int | None]:
    """The groups in which a reference meets other currencies, and the one it is brought to."""
    groups = components_of_references(plan)
    found: dict[int, int | None] = {}
    targets: set[str | None] = set()
    codes = facts.codes["currency"]
    for group in sorted(groups.get(place, ())):
        component = plan.components[group]
        met = {component.currency} - {None, UNSTATED_CURRENCY}
        for other, theirs in groups.items():
            if group in theirs:
                met |= facts.metric(plan.references[other].scan.metric or "").currencies
        if len(met - {UNSTATED_CURRENCY}) < 2:  # noqa: PLR2004 (one currency meets no other)
            continue
        literal = component.currency
        found[group] = None if literal is None else codes[literal]
        targets.add(target_currency(facts.vocabulary, component))
    if not found:
        return (), None
    money = facts.metric(plan.references[place].scan.metric or "").money
    simple = len(money) == 1 and money[0][1] in (1, -1)
    target = targets.pop() if len(targets) == 1 else None
    if target is None or not simple:
        raise UnsupportedError(
            f"`{plan.references[place].scan.metric}` in several currencies beside other amounts"
        )
    return tuple(found.items()), codes[target]
