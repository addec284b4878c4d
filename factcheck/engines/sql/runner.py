"""All rules of a run over the working table: those that queries can say, batch by batch."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Factory, define

from factcheck.engines.limits import FEWEST_FINDINGS, MOST_FINDINGS
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.engines.sql.batch import Batch, Fetch
from factcheck.engines.sql.claim_batch import ClaimBatch
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.rule import Lowered, lower
from factcheck.engines.sql.working import Working
from factcheck.plan.model import RulePlan


@define(eq=False)
class Runner:
    """Runs each shape of rules once, whichever of its rules is asked for first."""

    door: Door
    working: Working
    fetch: Fetch
    lowered: dict[str, Lowered]
    plans: dict[str, RulePlan]
    most: int
    """Of findings of a run."""
    ids: str
    """The column of the table `raw` that has the ids of claims."""
    done: dict[str, tuple[Package, RuleRows]] = Factory(dict)

    def run(self, plan: RulePlan) -> tuple[Package, RuleRows] | None:
        """The rows of a rule; None for one that no query says."""
        if plan.id not in self.lowered:
            return None
        if plan.id not in self.done:
            own = self.lowered[plan.id]
            same = [
                name
                for name, other in self.lowered.items()
                if other.target == own.target and other.shape == own.shape
            ]
            plans = [self.plans[name] for name in same]
            of_kind = (self.most + 1) // 2
            most = max(min(FEWEST_FINDINGS, of_kind), of_kind // len(self.plans))
            limits = self.door.most
            open_ = max(limits.fewest_open, limits.open_cases // len(self.plans))
            lowered = [self.lowered[name] for name in same]
            inputs = self.door, self.working, self.fetch, plans, lowered, most, open_
            batch = (
                ClaimBatch(*inputs, ids=self.ids) if plan.scope == ("claim",) else Batch(*inputs)
            )
            self.done |= dict(zip(same, batch.run(), strict=True))
        return self.done.pop(plan.id)


def runner(  # noqa: PLR0913 (one for each thing that a run knows)
    door: Door,
    working: Working,
    fetch: Fetch,
    plans: Sequence[RulePlan],
    max_readings: int,
    most: int = MOST_FINDINGS,
    *,
    ids: str,
    filtered: bool = True,
) -> Runner:
    """A runner of those of the rules that queries can say; see `lower`."""
    found = {}
    for plan in plans:
        try:
            found[plan.id] = lower(plan, working.facts, max_readings, filtered=filtered)
        except UnsupportedError:
            continue
    working.facts.side.fill(door)
    return Runner(door, working, fetch, found, {plan.id: plan for plan in plans}, most, ids)
