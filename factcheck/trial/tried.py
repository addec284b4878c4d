"""What the tests of a rule would notice: the rule made wrong, and the figures made wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from factcheck.plan.model import RulePlan
from factcheck.trial.given import Figure
from factcheck.trial.status import Bench, status_of
from factcheck.trial.wrong_figures import wrong_figures
from factcheck.trial.wrong_rules import wrong_rules
from factcheck.verdicts.trial_result import Attempt, RuleCoverage
from factcheck.vocabulary.model import Source

Passing: TypeAlias = tuple[Sequence[Figure], Mapping[str, Source], str]
"""The figures, the sources and the expected word of a test that passes."""


def coverage_of(
    bench: Bench, plan: RulePlan, tests: int, passing: Sequence[Passing], *, tried: bool
) -> RuleCoverage:
    """How many tests a rule has, and what the passing ones would notice if it is to be tried."""
    done = RuleCoverage(plan.id, plan.title, plan.span, tests, len(passing))
    if not tried or not passing:
        return done
    return RuleCoverage(
        plan.id,
        plan.title,
        plan.span,
        tests,
        len(passing),
        tuple(_try_rule(bench, what, wrong, passing) for what, wrong in wrong_rules(plan)),
        _try_figures(bench, plan, passing),
    )


def _try_rule(bench: Bench, what: str, wrong: RulePlan, passing: Sequence[Passing]) -> Attempt:
    return Attempt(
        what,
        any(
            status_of(bench, wrong, figures, sources).word != expected
            for figures, sources, expected in passing
        ),
    )


def _try_figures(bench: Bench, plan: RulePlan, passing: Sequence[Passing]) -> tuple[Attempt, ...]:
    """Each kind of mistake in the figures of each metric, over all tests."""
    noticed: dict[str, bool] = {}
    for figures, sources, expected in passing:
        for place, figure in enumerate(figures):
            for what, claim in wrong_figures(bench.vocabulary, figure.claim):
                key = f"{figure.claim.metric}: {what}"
                if noticed.get(key):
                    continue
                changed = [*figures]
                changed[place] = Figure(claim, figure.open, figure.published, figure.given)
                noticed[key] = status_of(bench, plan, changed, sources).word != expected
    return tuple(Attempt(what, seen) for what, seen in noticed.items())
