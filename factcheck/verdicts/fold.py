"""Readings folded into the verdict of their case: the worst of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import Final

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, Figure, RuleRows, every_part
from factcheck.plan import model
from factcheck.values.truth import Truth
from factcheck.verdicts.agreement import agree, narrowed
from factcheck.verdicts.explain import explain
from factcheck.verdicts.hulls import of_each, speaks_for_each
from factcheck.verdicts.judged import Folded, Judged, judge_reading
from factcheck.verdicts.passing import asked_of, passing
from factcheck.verdicts.reading import Converted, Reading
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict

MANY_READINGS: Final = 16
"""Of more readings than this the hull is tried first: what it decides, it decides for all."""


def judge_rule(package: Package, rows: RuleRows, max_readings: int) -> RuleVerdict:
    """The verdicts of all cases of a rule; rows in which nothing is asked are no cases."""
    cases = [judge_case(package, rows.plan, row, max_readings) for row in rows.cases]
    kept = tuple(case for case in cases if case is not None)
    return RuleVerdict(rows.plan, kept, rows.unmatched, rows.nearest_miss, rows.decided)


def judge_case(
    package: Package, plan: model.RulePlan, row: CaseRow, max_readings: int
) -> CaseVerdict | None:
    """The verdict of one case; None when every reading drops out."""
    left = passing(package, plan, row)
    if left is None:
        return None
    if isinstance(plan.check, model.Agreement) and len(left.claims) == 1:
        return None  # nothing was compared
    row = narrowed(package, plan, left)
    folded = fold_readings(package, plan, row, max_readings)
    if folded is None:
        return None
    worst, truth = folded.worst, folded.worst.outcome.truth
    holds = truth is Truth.HOLDS
    claims = worst.reading.row.claims
    return CaseVerdict(
        row.key,
        truth,
        folded.deciding,
        folded.total,
        folded.on_hull,
        claims,
        tuple(claim for claim in claims if claim.id in folded.decisive),
        tuple(sorted(worst.reading.conversions, key=lambda one: (one[0], one[1].rows))),
        None if holds else explain(worst.reading, worst.outcome, on_hull=folded.on_hull),
        None if holds else folded,
    )


def fold_readings(
    package: Package, plan: model.RulePlan, row: CaseRow, max_readings: int
) -> Folded | None:
    """All readings of one case judged; None when every one of them drops out."""
    left = passing(package, plan, row)
    if left is None:
        return None
    row = asked_of(plan, left)
    number = prod(len(figures) for figures in row.figures.values() if figures)
    on_hull = number > max_readings
    if MANY_READINGS < number <= max_readings:
        decided = _decided_by_hull(package, plan, row, number)
        if decided is not None:
            return decided
    worst: Judged | None = None
    total = deciding = 0
    common: set[str] = set()
    for judged in _judged(package, plan, row, on_hull=on_hull):
        total += 1
        if worst is None or judged.outcome.truth < worst.outcome.truth:
            worst, deciding, common = judged, 1, _ids(judged.reading)
        elif judged.outcome.truth is worst.outcome.truth:
            deciding += 1
            common &= _ids(judged.reading)
    if worst is None:
        return None
    if plan.groups is None:
        common.update(claim.id for claim in _in_parts(row))
    return Folded(worst, deciding, total, on_hull, frozenset(common))


def _judged(
    package: Package, plan: model.RulePlan, row: CaseRow, *, on_hull: bool
) -> Iterator[Judged]:
    """The readings that do not drop out, one by one; each figure is converted once for all."""
    converted: dict[tuple[Figure, str, str | None], Converted] = {}
    for chosen in _choices(row, on_hull=on_hull):
        judged = judge_reading(Reading(package, plan, row, chosen, converted), row)
        if judged is not None:
            yield of_each(judged, plan, row) if on_hull else judged


def _decided_by_hull(
    package: Package, plan: model.RulePlan, row: CaseRow, number: int
) -> Folded | None:
    """The verdict that all readings share because the hulls of their figures have it already."""
    if plan.premises or not speaks_for_each(plan, row):
        return None  # a premise may drop readings
    hull = judge_reading(Reading(package, plan, row, dict(row.figures)), row)
    if hull is None or hull.outcome.truth is Truth.UNDETERMINED:
        return None
    first = judge_reading(Reading(package, plan, row, next(_choices(row, on_hull=False))), row)
    if first is None or first.outcome.truth is not hull.outcome.truth:
        return None
    single = [figures[0] for figures in row.figures.values() if len(figures) == 1]
    decisive = {claim.id for figure in single for claim in figure.claims}
    decisive |= {claim.id for claim in _in_parts(row)}
    return Folded(first, number, number, on_hull=False, decisive=frozenset(decisive))


def _choices(row: CaseRow, *, on_hull: bool) -> Iterator[dict[int, tuple[Figure, ...]]]:
    """One figure for every reference, in all combinations; or all figures, as their hull."""
    if on_hull:
        yield dict(row.figures)
        return
    places = [place for place, figures in row.figures.items() if figures]
    for choice in product(*(row.figures[place] for place in places)):
        yield {place: (figure,) for place, figure in zip(places, choice, strict=True)}


def _ids(reading: Reading) -> set[str]:
    """The claims that stand in one reading, beside those in the parts of folds."""
    if reading.plan.groups is not None:
        test = reading.plan.check
        agreed = agree(reading, test) if isinstance(test, model.Agreement) else None
        return {claim.id for claim in (agreed.decisive if agreed else reading.row.claims)}
    return {
        claim.id for figures in reading.chosen.values() for one in figures for claim in one.claims
    }


def _in_parts(row: CaseRow) -> list[Claim]:
    """The claims in the parts of folds: they stand in every reading."""
    return [
        claim
        for _, part in every_part(row)
        for figures in part.figures.values()
        for one in figures
        for claim in one.claims
    ]
