"""The exact engine as one of several: claims read by the reader of claims, and held in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from factcheck.claims.model import Claim, Claims
from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.engine import ALONE, NOT_NAMED, NOTHING_MET, RESTATES, Coverage, Loaded
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.plan.model import RulePlan
from factcheck.records import frozen
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Vocabulary


@frozen
class InMemory:
    """All claims, as the package holds them."""

    claims: Claims
    """In the order of their table."""
    package: Package

    def quoted(self) -> tuple[Claims, int]:
        """The claims that have a quote."""
        return Claims(self.claims.path, tuple(one for one in self.claims.rows if one.quote)), 0

    def run(self, plan: RulePlan, max_readings: int) -> tuple[Package, RuleRows]:  # noqa: ARG002 (every case is judged)
        """All cases of a rule."""
        return self.package, run(self.package, plan)

    def coverage(self, plans: Sequence[RulePlan], used: Collection[str]) -> Coverage:
        """What became of each claim."""
        named = {reference.scan.metric for plan in plans for reference in plan.references}
        grouped = any(plan.groups is not None for plan in plans)
        unused = Counter(
            reason_of(claim, named, grouped=grouped)
            for claim in self.claims.rows
            if claim.id not in used
        )
        return Coverage(len(self.claims.rows), unused if plans else {})


def reason_of(claim: Claim, named: Collection[str | None], *, grouped: bool) -> str:
    """Why a claim takes part in no case."""
    if claim.converts is not None:
        return RESTATES
    if claim.metric in named:
        return NOTHING_MET
    return ALONE if grouped else NOT_NAMED


class ExactEngine:
    """Plain Python on rational numbers: the reference."""

    @contextmanager
    def load(
        self,
        descriptor: Descriptor,
        vocabulary: Vocabulary,
        plans: Sequence[RulePlan],  # noqa: ARG002 (all claims are read)
    ) -> Iterator[tuple[Loaded | None, list[Diagnostic]]]:
        """All claims."""
        claims, found = read_claims(descriptor, vocabulary)
        if claims is None:
            yield None, found
            return
        yield InMemory(claims, Package(vocabulary, claims, Exchange(vocabulary.rates))), found
