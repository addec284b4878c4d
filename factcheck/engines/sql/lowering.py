"""The rules of a run as queries, those that are like one another lowered once."""

from __future__ import annotations

from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.rule import Lowered, lower
from factcheck.engines.sql.slots import Slotted, slotted
from factcheck.engines.sql.tests import usable
from factcheck.plan.model import RulePlan
from factcheck.records import Factory, define, evolve


@define
class Lowering:
    """Lowers rules over one working table."""

    facts: Facts
    max_readings: int
    filtered: bool
    known: dict[Slotted, Lowered | None] = Factory(dict)
    """What is left of rules without metrics and literals, lowered; None for what no query says."""

    def lower(self, plan: RulePlan) -> Lowered:
        """As `rule.lower`."""
        if plan.groups is None:
            left, filled = slotted(plan, self.facts)
            like = self._like(left)
            if like is not None:
                constants = tuple(filled.literals.get(one, one) for one in like.constants)
                if all(map(usable, constants)):
                    return evolve(like, metrics=filled.metrics, constants=constants)
        # If queries do not say it, the error names its own metrics.
        return lower(plan, self.facts, self.max_readings, filtered=self.filtered)

    def _like(self, left: Slotted) -> Lowered | None:
        if left not in self.known:
            facts = left.facts(self.facts)
            try:
                found = lower(left.plan, facts, self.max_readings, filtered=self.filtered)
            except UnsupportedError:
                self.known[left] = None
            else:
                self.known[left] = found
        return self.known[left]
