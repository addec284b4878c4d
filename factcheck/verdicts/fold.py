"""Readings folded into the verdict of their case: the worst of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from attrs import evolve, frozen

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, Figure, RuleRows
from factcheck.plan import model
from factcheck.values.truth import Truth
from factcheck.verdicts.agreement import agree
from factcheck.verdicts.explain import explain
from factcheck.verdicts.judge import judge
from factcheck.verdicts.outcome import NoCaseError, Outcome
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict


@frozen(eq=False)
class Judged:
    """One reading with its outcome."""

    reading: Reading
    outcome: Outcome


def judge_rule(package: Package, rows: RuleRows, max_readings: int) -> RuleVerdict:
    """The verdicts of all cases of a rule; rows in which nothing is asked are no cases."""
    cases = [judge_case(package, rows.plan, row, max_readings) for row in rows.cases]
    kept = tuple(case for case in cases if case is not None)
    return RuleVerdict(rows.plan, kept, rows.unmatched, rows.nearest_miss)


def judge_case(
    package: Package, plan: model.RulePlan, row: CaseRow, max_readings: int
) -> CaseVerdict | None:
    """The verdict of one case; None when every reading drops out."""
    on_hull = prod(len(figures) for figures in row.figures.values() if figures) > max_readings
    worst: Judged | None = None
    total = deciding = 0
    decisive: set[str] = set()
    for chosen in _choices(row, on_hull=on_hull):
        judged = _judge_reading(Reading(package, plan, row, chosen), row)
        if judged is None:
            continue
        total += 1
        claims = {claim.id for claim in _claims_of(judged, row)}
        if worst is None or judged.outcome.truth < worst.outcome.truth:
            worst, deciding, decisive = judged, 1, claims
        elif judged.outcome.truth is worst.outcome.truth:
            deciding += 1
            decisive &= claims
    if worst is None:
        return None
    truth = worst.outcome.truth
    return CaseVerdict(
        row.key,
        truth,
        deciding,
        total,
        on_hull,
        row.claims,
        tuple(claim for claim in row.claims if claim.id in decisive),
        tuple(sorted(worst.reading.conversions, key=lambda one: (one[0], one[1].rows))),
        None if truth is Truth.HOLDS else explain(worst.reading, worst.outcome, on_hull=on_hull),
    )


def _choices(row: CaseRow, *, on_hull: bool) -> Iterator[dict[int, tuple[Figure, ...]]]:
    """One figure for every reference, in all combinations; or all figures, as their hull."""
    if on_hull:
        yield dict(row.figures)
        return
    places = [place for place, figures in row.figures.items() if figures]
    for choice in product(*(row.figures[place] for place in places)):
        yield {place: (figure,) for place, figure in zip(places, choice, strict=True)}


def _judge_reading(reading: Reading, row: CaseRow) -> Judged | None:
    """The outcome of a reading; None when its premise is violated, or nothing is asked."""
    plan = reading.plan
    reading.settle_currencies((*plan.premises, plan.check))
    try:
        premise = [judge(reading, test) for test in plan.premises]
        if any(one.truth is Truth.VIOLATED for one in premise):
            return None
        outcome = judge(reading, plan.check)
    except NoCaseError:
        return None
    doubtful = [one for one in premise if one.truth is Truth.UNDETERMINED]
    if doubtful and outcome.truth is not Truth.HOLDS:
        reasons = tuple(f"the premise is open: {text}" for one in doubtful for text in one.reasons)
        settle = tuple(text for one in doubtful for text in one.settle)
        compared = tuple(item for one in doubtful for item in one.compared)
        outcome = Outcome(Truth.UNDETERMINED, reasons or ("the premise is open",), settle, compared)
    return Judged(reading, _weakened(reading, row, outcome))


def _weakened(reading: Reading, row: CaseRow, outcome: Outcome) -> Outcome:
    """Figures that met through an empty field may hold but are never violated."""
    if outcome.truth is not Truth.VIOLATED:
        return outcome
    empty = [
        field
        for field, value in zip(reading.plan.scope, row.key, strict=True)
        if value is None and _meet_on(reading.plan, row, field)
    ]
    if not empty:
        return outcome
    reasons = tuple(f"{field} not stated" for field in empty)
    settle = tuple(f"state the {field} of these claims" for field in empty)
    return evolve(outcome, truth=Truth.UNDETERMINED, reasons=reasons, settle=settle)


def _meet_on(plan: model.RulePlan, row: CaseRow, field: str) -> bool:
    """Whether two figures or more stand in the case because they share a field."""
    if plan.groups is not None:
        return len(row.claims) > 1
    joined = [
        place
        for place, one in enumerate(plan.references)
        if one.fold is None and any(on.field == field for on in one.on) and row.figures.get(place)
    ]
    return len(joined) > 1


def _claims_of(judged: Judged, row: CaseRow) -> tuple[Claim, ...]:
    """The claims that stand in one reading."""
    reading = judged.reading
    if reading.plan.groups is not None:
        test = reading.plan.check
        agreed = agree(reading, test) if isinstance(test, model.Agreement) else None
        return agreed.decisive if agreed else row.claims
    chosen = [
        claim for figures in reading.chosen.values() for one in figures for claim in one.claims
    ]
    parts = [
        claim
        for listed in row.parts.values()
        for part in listed
        for figures in part.figures.values()
        for one in figures
        for claim in one.claims
    ]
    return (*chosen, *parts)
