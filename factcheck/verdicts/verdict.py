"""Verdicts: what a rule came to, case by case."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.engines.rows import NOTHING, CaseKey, Decided
from factcheck.plan.model import RulePlan
from factcheck.records import Record, field, frozen
from factcheck.values.truth import Truth
from factcheck.verdicts.judged import Folded
from factcheck.verdicts.outcome import Listed
from factcheck.vocabulary.exchange import ExchangeRate


@frozen
class Explanation(Record):
    """A case put into words."""

    message: str
    """The rule's own message with its values, or one made from the check."""
    substituted: str
    """The check with the numbers put in."""
    margin: str
    settle: str
    notes: tuple[str, ...]
    lists: tuple[Listed, ...] = ()
    """The lists of members that it is about."""


@frozen
class CaseVerdict(Record):
    """One case judged: its worst reading decides."""

    key: CaseKey
    truth: Truth
    deciding: int
    """Readings with the verdict of the case."""
    total: int
    on_hull: bool
    claims: tuple[Claim, ...]
    decisive: tuple[Claim, ...]
    """The claims that stand in all the readings that decide."""
    conversions: tuple[tuple[str, ExchangeRate], ...]
    """Claim ids with the rate that was used."""
    explanation: Explanation | None
    """None for a case that holds."""
    folded: Folded | None = field(default=None, eq=False)
    """The readings of a case that does not hold, to be taken apart when somebody asks."""


@frozen
class RuleVerdict(Record):
    """One rule: its cases in a stable order, as far as they are told; its status is the worst."""

    plan: RulePlan
    cases: tuple[CaseVerdict, ...]
    unmatched: int
    nearest_miss: str
    decided: Decided = NOTHING
    """The cases that an engine judged and did not bring back."""

    def number(self, truth: Truth) -> int:
        """How many cases have a verdict."""
        own = sum(case.truth is truth for case in self.cases)
        return own + self.decided.number(truth)

    def status(self) -> Truth | None:
        """The worst verdict, or None for a rule that was not exercised."""
        return next((truth for truth in Truth if self.number(truth)), None)
