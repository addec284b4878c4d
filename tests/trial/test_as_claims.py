"""Givens that leave nothing open are claims: a rule comes to the same on both."""

from itertools import chain, combinations
from pathlib import Path

import pytest
from attrs import evolve

from factcheck.claims.model import Claim, Claims
from factcheck.claims.read import read_claims
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.plan.model import RulePlan
from factcheck.plan.prepare import prepare
from factcheck.trial.given import with_bounds
from factcheck.trial.run import run_tests
from factcheck.values.truth import word
from factcheck.verdicts.fold import judge_rule
from factcheck.vocabulary.exchange import Exchange
from tests.trial.bench import FOLDER

PACKAGE = str(FOLDER / "package")
RULES = FOLDER.parent / "explain" / "explained.rules"
RELATIONS = {"gt": "more than ", "ge": "at least ", "lt": "less than ", "le": "at most ", "eq": ""}

READY = prepare(PACKAGE, [str(RULES)])
assert READY.descriptor is not None
assert READY.vocabulary is not None
VOCABULARY = READY.vocabulary
READ, _ = read_claims(READY.descriptor, VOCABULARY)
assert READ is not None
CLAIMS = [
    with_bounds(VOCABULARY, evolve(claim, decimals=None))
    for claim in READ.rows
    if claim.converts is None
]
PLANS = [plan for plan in READY.plans if plan.id != "one_rate"]


def given(claim: Claim) -> str:
    """A claim as a given that fixes every field; without a period it is left open."""
    fixed = {"entity": claim.entity, "source": claim.source, "status": claim.status}
    fixed["region"] = claim.dimensions[0]
    if claim.period is not None:
        fixed["period"] = claim.period.text
    pins = ", ".join(f"{field} = {value}" for field, value in fixed.items())
    words = RELATIONS[claim.relation] + (f"{claim.hedge} " if claim.hedge else "")
    return f"{claim.metric}[{pins}] = {words}{claim.value_text} `{claim.unit.text}`"


def status(plan: RulePlan, claims: list[Claim]) -> str:
    """What the rule comes to on a package with these claims alone."""
    over = Package(VOCABULARY, Claims("", tuple(claims)), Exchange(VOCABULARY.rates))
    found = judge_rule(over, run(over, plan), 10_000).status()
    return "not exercised" if found is None else word(found)


def some_claims() -> list[list[Claim]]:
    """All claims, and those of each source, entity and pair of entities."""
    sources = [[one for one in CLAIMS if one.source == name] for name in ("wire", "daily", "paper")]
    names = sorted({one.entity for one in CLAIMS})
    groups = chain(((name,) for name in names), combinations(names, 2))
    entities = [[one for one in CLAIMS if one.entity in group] for group in groups]
    return [CLAIMS, *sources, *entities]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_a_rule_comes_to_the_same(tmp_path: Path, plan: RulePlan) -> None:
    lists = some_claims()
    tests = [
        f"test {plan.id} given {', '.join(map(given, claims))} expect {status(plan, claims)}\n"
        for claims in lists
    ]
    path = tmp_path / "it.rules"
    path.write_text(RULES.read_text("utf-8") + "".join(tests), "utf-8")
    result = run_tests(PACKAGE, [str(path)], select=[plan.id])
    assert [] == [one.message for one in result.diagnostics if one.is_error]
    assert len(lists) == len(result.tests)
    assert [] == [(one.given, one.expected, one.got) for one in result.tests if not one.passed]
