"""One case put together step by step, through the reading that decides it."""

from __future__ import annotations

from factcheck.engines.package import Package
from factcheck.plan import model
from factcheck.values.truth import Truth
from factcheck.verdicts.explain import explain
from factcheck.verdicts.judged import Folded
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.settling import settlings
from factcheck.verdicts.shown import filled
from factcheck.verdicts.step_drawn import drawn_figures
from factcheck.verdicts.step_figures import claim_steps, figure_steps, rate_steps
from factcheck.verdicts.step_truths import truth_step
from factcheck.verdicts.steps import CaseSteps
from factcheck.verdicts.written import writer


def case_steps(package: Package, plan: model.RulePlan, folded: Folded) -> CaseSteps:
    """The steps of a case whose readings have been judged."""
    judged, truth = folded.worst, folded.worst.outcome.truth
    row = judged.reading.row
    reading = Reading(package, plan, row, judged.reading.chosen)
    reading.settle_currencies(*plan.premises, plan.check)
    told = explain(judged.reading, judged.outcome, on_hull=folded.on_hull)
    pen = writer(plan)
    premises = tuple(truth_step(reading, pen, one) for one in plan.premises)
    check = truth_step(reading, pen, plan.check)
    holds = truth is Truth.HOLDS
    claims = claim_steps(reading, folded.decisive)
    return CaseSteps(
        row.key,
        truth,
        folded.deciding,
        folded.total,
        folded.on_hull,
        figure_steps(reading),
        claims,
        rate_steps(reading, row),
        premises,
        check,
        "" if holds else told.message,
        filled(judged.reading, plan.shown),
        told.margin,
        "" if holds else told.settle,
        settlings(judged),
        (*told.notes, *_aside(reading, len(claims))),
        drawn_figures(reading),
    )


def _aside(reading: Reading, compared: int) -> tuple[str, ...]:
    """How many claims of a group state nothing that is compared."""
    if reading.plan.groups is None or compared == len(reading.row.claims):
        return ()
    return (f"{len(reading.row.claims) - compared} claims of the case state none of this",)
