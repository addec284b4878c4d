"""The claims that take part in a case: those known to pass `where`, and that its rule asks of."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, Figure, Part
from factcheck.plan import model
from factcheck.plan.asks import asks_for_lists_alone
from factcheck.records import evolve
from factcheck.values.truth import Truth
from factcheck.verdicts.judge import judge
from factcheck.verdicts.reading import Reading


def passing(package: Package, plan: model.RulePlan, row: CaseRow) -> CaseRow | None:
    """The case without the claims that do not pass; None when it is a case no more."""
    if not plan.claim_tests:
        return row
    single = evolve(plan, scope=("claim",))
    kept = {claim.id for claim in row.claims if _passes(package, single, row, claim)}
    claims = tuple(claim for claim in row.claims if claim.id in kept)
    if plan.groups is not None:
        return evolve(row, claims=claims) if claims else None
    figures = {place: _kept(found, kept) for place, found in row.figures.items()}
    if any(not found and not plan.references[place].optional for place, found in figures.items()):
        return None
    parts = {
        number: _kept_parts(plan, number, listed, kept) for number, listed in row.parts.items()
    }
    gone = (listed and not any(part.stated for part in listed) for listed in parts.values())
    if any(gone):
        return None
    return CaseRow(row.key, figures, parts, claims, row.too_many)


def asked_of(plan: model.RulePlan, row: CaseRow) -> CaseRow:
    """The case without its claims where the rule compares lists alone: it says nothing of them."""
    return evolve(row, claims=()) if row.claims and asks_for_lists_alone(plan) else row


def _passes(package: Package, plan: model.RulePlan, row: CaseRow, claim: Claim) -> bool:
    reading = Reading(package, plan, evolve(row, claims=(claim,)), {})
    return all(judge(reading, test).truth is Truth.HOLDS for test in plan.claim_tests)


def _kept(figures: tuple[Figure, ...], kept: set[str]) -> tuple[Figure, ...]:
    """The figures with the claims that pass; without those that no such claim states."""
    left = [
        (figure, tuple(claim for claim in figure.claims if claim.id in kept)) for figure in figures
    ]
    return tuple(Figure(figure.bounds, figure.unit, claims) for figure, claims in left if claims)


def _kept_parts(
    plan: model.RulePlan, number: int, parts: tuple[Part, ...], kept: set[str]
) -> tuple[Part, ...]:
    """The parts of a fold; all of them when none is stated any more."""
    left = tuple(
        evolve(
            part,
            figures={place: _kept(one, kept) for place, one in part.figures.items()},
            parts={inner: _kept_parts(plan, inner, own, kept) for inner, own in part.parts.items()},
        )
        for part in parts
    )
    stated = tuple(part for part in left if part.stated)
    return stated if plan.folds[number].known and stated else left
