"""Which rules queries say, so that no claim of theirs is brought into memory to be judged."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import frozen

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.engines.stored.fallback import Fallback
from factcheck.plan.model import RulePlan
from tests.engines.drawn.package import write
from tests.engines.drawn.pairs import draw
from tests.engines.drawn.verdicts import Told, verdicts
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

LOWERED = {
    "two fields": "where period.end ≥ source.published check part ≤ whole",
    "either of two fields": "where region = north or status = plan check part ≤ whole",
    "two fields of the case": "where region = north or entity = e0 check part ≤ whole",
    "a premise": "check if part > 50 CNY then part ≤ whole",
    "a premise on a field": "check if entity.kind = company then part ≤ whole",
    "a field beside a figure": "check part ≤ whole or entity.kind = group",
    "the length of a period": "check part / days(period) ≤ whole / (10 day)",
    "members of a group": "check sum(part over members) ≤ part",
    "known members": "check sum(known part over members) ≤ part",
    "quarters of a year": "check sum(part over quarters) ≈ whole within 10%",
    "the mean of months": "check mean(made over months) ≤ made",
    "the least of years": "check min(part over years) ≤ max(part over years) or part < whole",
    "a time of a claim": "for each claim check period.end ≥ source.published",
    "the number of a claim": "for each claim check value > 50 CNY or metric.kind = ratio",
    "a bound of a claim": "for each claim check if value is stated then upper − lower ≤ 10 CNY",
    "a period of a claim": "for each claim check if days(period) ≥ 90 day then value ≥ 0.5",
    "status": "for each metric, entity, period check claims agree on status",
    "several fields": "for each metric, entity check claims agree on region, status",
    "periods within days": "for each metric check claims agree on period within 31 day",
    "an attribute": "for each metric, entity check claims agree on source.language",
    "an amount": "for each metric, entity check claims agree within 10 CNY",
    "the words of a claim": "for each claim check relation = eq or hedge = none or unit = USD",
    "the places of a claim": "for each claim check decimals + 1 ≥ 0",
    "who says a claim": 'for each claim check attributed_to contains "press"',
    "two texts of a claim": "for each claim check source.publisher = attributed_to",
    "a quote": 'for each claim where quote is stated check quote contains "about"',
    "numbers that are stated": "for each claim check lower is stated or implied_rate is stated",
    "pinned words": "check part[hedge = none, unit = CNY] ≤ whole[attributed_to = press]",
    "words that cases share": "for each entity, period, hedge check part ≤ whole",
    "words that agree": "for each metric, entity check claims agree on relation, attributed_to",
}


@frozen
class Run:
    """What both engines tell of all these rules, and which of them no query says."""

    expected: Mapping[str, Told]
    found: Mapping[str, Told]
    unsaid: Mapping[str, str]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("lowered")
    claims, _ = draw(7, 900, 0)
    rules = [f"rule r{number} {text}\n" for number, text in enumerate(LOWERED.values())]
    write(folder, claims, "\n".join(rules))
    expected = verdicts(folder, "exact", 1000)
    unsaid: dict[str, str] = {}
    run = Fallback.run

    def noted(self: Fallback, plan: RulePlan) -> tuple[Package, RuleRows]:
        unsaid[plan.id] = self.unsaid[plan.id]
        return run(self, plan)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fallback, "run", noted)
        found = verdicts(folder, DuckEngine(findings=10**6), 1000)
    return Run(expected, found, unsaid)


@pytest.mark.parametrize("number", range(len(LOWERED)), ids=LOWERED)
def test_a_rule_is_run_by_queries(number: int, ran: Run) -> None:
    name = f"r{number}"
    assert name not in ran.unsaid, ran.unsaid[name]
    assert ran.expected[name] == ran.found[name]
    assert sum(ran.expected[name].numbers)


def test_claims_in_no_case_are_counted(ran: Run) -> None:
    assert ran.expected[""] == ran.found[""]
