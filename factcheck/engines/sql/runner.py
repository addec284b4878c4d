"""All rules of a run over the working table: those that queries can say, batch by batch."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engines.budget import Budget
from factcheck.engines.limits import FEWEST_FINDINGS, MOST_FINDINGS
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.engines.sql.agreement import Groups
from factcheck.engines.sql.batch import Batch, Fetch
from factcheck.engines.sql.claim_batch import ClaimBatch
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.lowering import Lowering
from factcheck.engines.sql.rule import GroupShape, Lowered, Shape
from factcheck.engines.sql.used import Used, nothing_used
from factcheck.engines.sql.working import Working
from factcheck.plan.asks import may_drop
from factcheck.plan.model import RulePlan
from factcheck.records import Factory, define, evolve


@define
class Runner:
    """Runs each shape of rules once, whichever of its rules is asked for first."""

    door: Door
    working: Working
    fetch: Fetch
    lowered: dict[str, Lowered]
    plans: dict[str, RulePlan]
    used: Used
    most: int
    """Of findings of a run."""
    shown: Budget | None
    """As many of them are looked at as it has room for; None for all."""
    ids: str
    """The column of the table `raw` that has the ids of claims."""
    unsaid: dict[str, str]
    """By rule, what it has that no query says."""
    done: dict[str, tuple[Package, RuleRows]] = Factory(dict)

    def run(self, plan: RulePlan) -> tuple[Package, RuleRows] | None:
        """The rows of a rule; None for one that no query says."""
        if plan.id not in self.lowered:
            return None
        if plan.id not in self.done:
            own = self.lowered[plan.id]
            same = [name for name, other in self.lowered.items() if other.is_like(own)]
            plans = [self.plans[name] for name in same]
            of_kind = (self.most + 1) // 2
            most = max(min(FEWEST_FINDINGS, of_kind), of_kind // len(self.plans))
            limits = self.door.most
            open_ = max(limits.fewest_open, limits.open_cases // len(self.plans))
            lowered = [self.lowered[name] for name in same]
            inputs = self.door, self.working, self.fetch, plans, lowered, self.used, most, open_
            batch = (
                ClaimBatch(*inputs, shown=self.shown, ids=self.ids)
                if plan.scope == ("claim",)
                else Batch(*inputs, shown=self.shown)
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
    shown: Budget | None = None,
    ids: str,
    filtered: bool = True,
) -> Runner:
    """A runner of those of the rules that queries can say; see `rule.lower`."""
    lowering = Lowering(working.facts, max_readings, filtered)
    found: dict[str, Lowered] = {}
    unsaid: dict[str, str] = {}
    shapes: list[Lowered] = []
    for plan in plans:
        try:
            one = lowering.lower(plan)
        except UnsupportedError as error:
            unsaid[plan.id] = str(error)
            continue
        # Of one shape there is one object, so that whoever asks whether rules are alike knows soon.
        like = next((other for other in shapes if one.is_like(other)), None)
        if like is None:
            shapes.append(one)
        found[plan.id] = one if like is None else evolve(one, shape=like.shape)
    working.facts.side.fill(door)
    by_row = any(plan.id not in found or _asks_for_rows(plan) for plan in plans)
    used = nothing_used(door, by_row=by_row or _overlap(list(found.values())))
    by_id = {plan.id: plan for plan in plans}
    return Runner(door, working, fetch, found, by_id, used, most, shown, ids, unsaid)


def _asks_for_rows(plan: RulePlan) -> bool:
    """Whether it takes not all that a query finds, or also what restates a claim."""
    scans = (plan.groups, *(reference.scan for reference in plan.references))
    return may_drop(plan) or any(scan is not None and scan.restatements for scan in scans)


def _overlap(lowered: Sequence[Lowered]) -> bool:
    """Whether a claim may be in the cases of several shapes, or in several places of a case."""
    shapes: list[Lowered] = []
    taken: dict[str, tuple[int, int]] = {}
    for one in lowered:
        like = next((n for n, other in enumerate(shapes) if one.is_like(other)), len(shapes))
        shapes += [one] if like == len(shapes) else []
        for place, metric in enumerate(one.metrics):
            if taken.setdefault(metric, (like, place)) != (like, place):
                return True
    return any(_may_overlap(one.shape, len(shapes)) for one in shapes)


def _may_overlap(shape: Shape | GroupShape, number: int) -> bool:
    if isinstance(shape, GroupShape):
        return number > 1 or not isinstance(shape.groups, Groups)
    return any(not isinstance(one, Figures) or one.joins for one in shape.figures)
