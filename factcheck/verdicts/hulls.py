"""What the verdict over the hulls of figures says of each of their readings."""

from __future__ import annotations

from factcheck.engines.rows import CaseRow
from factcheck.plan import model
from factcheck.plan.asks import asks_for_ends, asks_for_overlap, is_overlap_alone
from factcheck.records import evolve
from factcheck.values.truth import Truth
from factcheck.verdicts.judged import Judged

_REASON = "too many readings: what is so of the hull of their figures need not be so of each"
_SETTLE = "allow more readings of a case"


def speaks_for_each(plan: model.RulePlan, row: CaseRow) -> bool:
    """Whether what hulls decide is decided for every figure in them.

    An end of a hull is no end of each figure, and sides that meet in it need not meet in each; and
    a reading in one currency is not converted, as the hull of figures in several is.
    """
    return not (_in_several_currencies(row) or asks_for_ends(plan) or asks_for_overlap(plan))


def of_each(judged: Judged, plan: model.RulePlan, row: CaseRow) -> Judged:
    """The outcome over hulls, undetermined where they do not speak for each reading."""
    truth = judged.outcome.truth
    if truth is Truth.UNDETERMINED or speaks_for_each(plan, row):
        return judged
    if truth is Truth.VIOLATED and is_overlap_alone(plan) and not _in_several_currencies(row):
        return judged  # no figure of either hull meets one of the other
    outcome = evolve(
        judged.outcome, truth=Truth.UNDETERMINED, reasons=(_REASON,), settle=(_SETTLE,)
    )
    return evolve(judged, outcome=outcome)


def _in_several_currencies(row: CaseRow) -> bool:
    return any(
        len({figure.unit.currencies for figure in figures}) > 1 for figures in row.figures.values()
    )
