"""What a rule comes to on the figures of one test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.claims.model import Claims
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, RuleRows
from factcheck.plan.model import RulePlan
from factcheck.records import evolve, frozen
from factcheck.trial.given import Figure
from factcheck.trial.specialise import specialised
from factcheck.trial.unnamed import EVERY_UNNAMED
from factcheck.values.truth import word
from factcheck.verdicts.fold import fold_readings
from factcheck.verdicts.judged import Folded
from factcheck.verdicts.limits import MAX_READINGS
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Source, Vocabulary

NOT_EXERCISED: Final = "not exercised"


@frozen
class Bench:
    """What the tests of a run share: the vocabulary, and the rates, looked up once."""

    vocabulary: Vocabulary
    exchange: Exchange


@frozen
class Status:
    """The worst case of a rule on some figures, and how many cases there are."""

    rows: RuleRows
    cases: tuple[tuple[CaseRow, Folded], ...]

    @property
    def worst(self) -> tuple[CaseRow, Folded] | None:
        """The first of the worst cases; None where no case came about."""
        return min(self.cases, key=lambda case: case[1].worst.outcome.truth, default=None)

    @property
    def word(self) -> str:
        """holds, violated, undetermined or not exercised."""
        worst = self.worst
        return word(worst[1].worst.outcome.truth) if worst else NOT_EXERCISED


def status_of(
    bench: Bench, plan: RulePlan, figures: Sequence[Figure], sources: Mapping[str, Source]
) -> Status:
    """The rule run on the figures alone, with the package's vocabulary, memberships and rates."""
    package = Package(
        evolve(bench.vocabulary, sources=sources),
        Claims("", tuple(figure.claim for figure in figures)),
        bench.exchange,
        EVERY_UNNAMED,
    )
    rows = run(package, specialised(plan, package, figures))
    folded = [(row, fold_readings(package, rows.plan, row, MAX_READINGS)) for row in rows.cases]
    return Status(rows, tuple((row, one) for row, one in folded if one is not None))
