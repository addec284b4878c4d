"""The steps of a case: they come to its verdict, and their parts to their bounds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.explain import explain_case
from factcheck.values.truth import Truth
from factcheck.verdicts.steps import NumberStep, TruthStep

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = str(ROOT / "tests" / "trial" / "package")
RULES = [str(ROOT / "tests" / "explain" / "explained.rules")]
VERDICTS = check(PACKAGE, RULES).verdicts


def numbers(step: TruthStep) -> Iterator[NumberStep]:
    waiting = list(step.numbers)
    for part in step.parts:
        yield from numbers(part)
    while waiting:
        number = waiting.pop()
        yield number
        waiting += number.parts


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: verdict.plan.id)
def test_each_case_is_explained_with_the_verdict_of_the_run(verdict: object) -> None:
    judged = next(one for one in VERDICTS if one is verdict)
    told = explain_case(PACKAGE, judged.plan.id, {}, RULES)
    assert sorted((case.truth, str(case.key)) for case in judged.cases) == sorted(
        (truth, str(key)) for key, truth in told.cases
    )
    assert judged.nearest_miss == told.nearest_miss
    assert judged.status() == (told.steps.truth if told.steps else None)
    for case in judged.cases:
        wanted = dict(zip(judged.plan.scope, map(_text, case.key), strict=True))
        steps = explain_case(PACKAGE, judged.plan.id, wanted, RULES).steps
        assert steps is not None
        assert (case.truth, case.deciding, case.total) == (
            steps.truth,
            steps.deciding,
            steps.total,
        )
        assert steps.check.truth is case.truth
        assert [] == [one for one in numbers(steps.check) if not one.unit]


def _text(value: object) -> str:
    return "" if value is None else str(getattr(value, "text", value))


def test_the_worst_case_is_picked() -> None:
    told = explain_case(PACKAGE, "one_figure", {}, RULES)
    assert told.steps is not None
    assert Truth.VIOLATED is told.steps.truth


def test_what_would_settle_it_is_tried() -> None:
    steps = explain_case(PACKAGE, "half", {"entity": "acme"}, RULES).steps
    assert steps is not None
    assert [
        ("capex (a_capex_other) were exactly 200 billion CNY", Truth.VIOLATED),
    ] == [
        (one.what, one.truth)
        for one in steps.settling
        if one.truth is not Truth.UNDETERMINED and not one.together
    ]


@pytest.mark.parametrize(
    ("rule", "wanted", "said"),
    [
        ("halff", {}, "there is no rule `halff`: did you mean `half`?"),
        ("half", {"entty": "acme"}, "no part of a case of `half`: did you mean `entity`?"),
        ("half", {"x": "acme"}, "its cases differ in `entity`, `period`, `region`"),
    ],
)
def test_what_cannot_be_meant(rule: str, wanted: dict[str, str], said: str) -> None:
    assert said in explain_case(PACKAGE, rule, wanted, RULES).misused


def test_a_period_may_be_written_in_another_way() -> None:
    told = explain_case(PACKAGE, "half", {"period": "2026-01/2026-12", "entity": "acme"}, RULES)
    assert 1 == len(told.matching)
