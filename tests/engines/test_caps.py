"""What comes back from an engine of tables is limited: beyond the limits it counts, and says so."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from factcheck.check import check
from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.most import Most
from factcheck.engines.sql import lowering
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.values.truth import Truth
from factcheck.verdicts.result import CheckResult
from tests.conformance.package import write_case
from tests.conformance.reader import Case
from tests.engines import generated
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()


def run(package: Path, **limits: int) -> CheckResult:
    findings = limits.pop("findings", 10**6)
    return check(str(package), engine=DuckEngine(findings=findings, most=Most(**limits)))


def codes(result: CheckResult) -> list[str]:
    return [one.code.id for one in result.diagnostics if one.code.id.startswith("V")]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with rules of many shapes."""
    random, folder = Random(1), tmp_path_factory.mktemp("drawn")  # noqa: S311 (no secret)
    text = generated.rules(random, 10)
    generated.write(folder, random, 150, text, generated.LONG_NUMBERS)
    return folder


@pytest.fixture(scope="module")
def whole(drawn: Path) -> CheckResult:
    """What is said of it without any limit."""
    return run(drawn)


LIMITS = [
    {"open_cases": 10, "fewest_open": 1},
    {"open_cases": 0, "fewest_open": 0},
    {"claims": 30},
    {"claims": 4},
    {"findings": 2, "claims": 12},
]


@pytest.mark.slow
@pytest.mark.parametrize("limits", LIMITS, ids=str)
def test_what_is_left_is_undetermined_and_said(
    drawn: Path, whole: CheckResult, limits: dict[str, int]
) -> None:
    found = run(drawn, **limits)
    assert [] == codes(whole)
    left = []
    for expected, part in zip(whole.verdicts, found.verdicts, strict=True):
        truths = {case.key: case.truth for case in expected.cases}
        assert {} == {
            case.key: case.truth for case in part.cases if truths[case.key] is not case.truth
        }
        numbers = [(expected.number(truth), part.number(truth)) for truth in Truth]
        if part.decided.left:
            left.append(part.plan.id)
            for truth, (all_, some) in zip(Truth, numbers, strict=True):
                assert (some > 0) if truth is Truth.UNDETERMINED else some <= all_
        else:
            assert [] == [pair for pair in numbers if pair[0] != pair[1]]
    said = [one.message.partition(":")[0] for one in found.diagnostics if one.code.id == "V108"]
    assert sorted(left) == sorted(said)


@pytest.mark.slow
def test_this_package_has_something_left(drawn: Path) -> None:
    result = run(drawn, open_cases=0, fewest_open=0)
    assert "V108" in codes(result)


def written(folder: Path, claims: str, rules: str) -> Path:
    """A package of the suite's vocabulary with these claims and rules."""
    write_case(Case("caps", "", (("claims", claims),), (rules,), ()), folder)
    return folder


RULE = "rule whole check capex <= budget\n"
CLAIMS = "metric,value,entity\ncapex,5,acme\nbudget,6,acme\nbudget,7,bolt\n"


def test_a_rule_that_no_query_says_is_undetermined_where_its_claims_do_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lowering, "lower", unsupported)
    package = written(tmp_path, CLAIMS, RULE)
    (expected,) = run(package, claims=3).verdicts
    assert expected.decided.left == ""
    result = run(package, claims=2)
    (verdict,) = result.verdicts
    assert (Truth.UNDETERMINED, ()) == (verdict.status(), verdict.cases)
    (told,) = [one for one in result.diagnostics if one.code.id == "V108"]
    assert (
        "whole: it is undetermined: no query says a shape of tests, and of its 3 claims "
        "no more than 2 may be in memory at once" == told.message
    )
    assert (verdict.plan.span.path, 1) == (told.span.path, told.span.line)


def unsupported(*_: object, **__: object) -> None:
    raise UnsupportedError("a shape of tests")


def test_too_many_different_texts_stop_the_run(tmp_path: Path) -> None:
    result = run(written(tmp_path, CLAIMS, RULE), rows=1)
    assert ["V107"] == codes(result)
    assert () == result.verdicts


BROKEN = CLAIMS + "capex,-,bolt\ncapex,x,corp\ncapex,y,trio\n"


def test_of_many_odd_rows_the_first_are_read(tmp_path: Path) -> None:
    package = written(tmp_path, BROKEN, RULE)
    whole, part = run(package), run(package, odd_rows=2)
    wrong = [one for one in whole.diagnostics if one.is_error]
    told = [one for one in part.diagnostics if one.is_error]
    assert len(told) < len(wrong)
    assert [one.message for one in wrong[: len(told)]] == [one.message for one in told]
    assert "more than 2 rows look odd, and the others were not read" in told[-1].notes


def test_odd_rows_without_a_mistake_are_not_taken_for_right(tmp_path: Path) -> None:
    odd = "metric,value,value_to,entity\n" + "".join(
        f"capex,0.3,0.3{'0' * 40}{number + 1},acme\n" for number in range(3)
    )
    package = written(tmp_path, odd, RULE)
    assert [] == codes(run(package))
    assert ["V107"] == codes(run(package, odd_rows=2))


def test_quotes_beyond_the_limit_are_counted(tmp_path: Path) -> None:
    quoted = "metric,value,entity,quote\n" + "".join(
        f"capex,5,acme,capex of {number}\n" for number in range(5)
    )
    package = written(tmp_path, quoted, "rule some check capex > 1 CNY\n")
    (told,) = [one for one in run(package, quotes=2).diagnostics if one.code.id == "V108"]
    assert "3 quotes after the first 2 were not looked up" == told.message
