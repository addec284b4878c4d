"""Which rules queries say, so that no claim of theirs is brought into memory to be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from attrs import frozen

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.engines.sql import key_tests
from factcheck.engines.sql.expression import Expression
from factcheck.engines.sql.key_tests import KeyTests
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
    "quarters of members": "check sum(part over members, quarters) ≤ whole",
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
    "other members": "check part ≥ part[other entity]",
    "groups": "check part ≤ part[any group, any longer period]",
    "earlier periods": "check part ≥ half of part[any earlier period]",
    "a freed figure": "check part ≤ whole[any entity, any period, any region]",
    "one case alone": "check whole[entity = e2, any period, any region] ≥ 100 CNY",
    "a figure that may be missing": "check if part > 50 CNY then whole is stated",
    "whatever is stated": "where entity in g0 check part is stated or gain is not stated",
    "claims of some size": "for each metric, entity where value > 50 CNY check claims agree",
    "sources": "for each metric, entity, period check count(sources) ≥ 2 or count(claims) = 1",
    "one number twice": "for each metric, entity, value check claims agree on period",
    "different numbers": "for each metric, entity check count(values) ≤ 2 or count(sources) > 2",
    "a power": "check (part / whole)^2 ≤ 0.5 or share^2 > 0.25",
    "an odd power": "check (gain / whole)^3 ≤ 1 or (share − 1)^-3 > 1",
    "ends of figures": "check upper(part) − lower(part) ≤ 10 CNY",
    "counted members": "for each metric, entity check count(claims) ≥ count(members)",
    "members beside a figure": "check share ≤ 1 / count(members)",
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
    claims, _ = draw(32, 900, 0)
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


LISTED = (
    "where region = north or status = plan check part ≤ whole",
    "where region = north or entity = e0 check part ≤ whole",
    "for each claim where source.language = en check status = plan or entity in g0",
    "for each metric, entity where hedge = none check count(claims) ≥ 2 or entity in g0",
)


def test_codes_of_which_there_are_many_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims, _ = draw(32, 300, 0)
    write(tmp_path, claims, "\n".join(f"rule r{n} {text}\n" for n, text in enumerate(LISTED)))
    expected = verdicts(tmp_path, "exact", 1000)
    looked_up: list[str] = []
    run = KeyTests.looked_up

    def noted(
        self: KeyTests, head: str, column: Expression, codes: Mapping[int, Sequence[int]]
    ) -> Expression:
        looked_up.append(head)
        return run(self, head, column, codes)

    monkeypatch.setattr(key_tests, "MOST_LISTED", 0)
    monkeypatch.setattr(KeyTests, "looked_up", noted)
    assert expected == verdicts(tmp_path, DuckEngine(findings=10**6), 1000)
    assert {"region", "status", "entity", "source", "hedge"} == set(looked_up)


def test_claims_in_no_case_are_counted(ran: Run) -> None:
    assert ran.expected[""] == ran.found[""]
