"""One reading judged: its premises first, then the check, then what empty fields take back."""

from __future__ import annotations

from factcheck.engines.rows import CaseRow, every_part
from factcheck.plan import model
from factcheck.records import evolve, frozen
from factcheck.values.truth import Truth
from factcheck.verdicts.judge import judge
from factcheck.verdicts.outcome import NoCaseError, Outcome
from factcheck.verdicts.reading import Reading


@frozen
class Judged:
    """One reading with its outcome."""

    reading: Reading
    outcome: Outcome


@frozen
class Folded:
    """All readings of one case: the first of the worst, and how many share its verdict."""

    worst: Judged
    deciding: int
    total: int
    on_hull: bool
    decisive: frozenset[str]
    """The ids of the claims that stand in all the readings that decide."""


def judge_reading(reading: Reading, row: CaseRow) -> Judged | None:
    """The outcome of a reading; None when its premise is violated, or nothing is asked."""
    plan = reading.plan
    reading.settle_currencies(*plan.premises, plan.check)
    try:
        premise = [_weakened(reading, row, judge(reading, test)) for test in plan.premises]
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
    met = 0
    for place, one in enumerate(plan.references):
        if not any(on.field == field and not on.part for on in one.on):
            continue
        if one.fold is None:
            met += bool(row.figures.get(place))
        else:
            met += sum(bool(part.figures.get(place)) for _, part in every_part(row))
    return met > 1
