"""Limits of runs over large tables: what is not told is counted, and too little memory is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from factcheck.check import check
from factcheck.engines.budget import Budget
from factcheck.report.build import build_report
from factcheck.report.csv_report import render_csv
from factcheck.report.json_report import document
from factcheck.report.limits import SHOWN
from factcheck.report.model import Report
from factcheck.report.run_problems import with_run_problems
from factcheck.report.text import render_text
from tests.engines import generated
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("most")
    rules = "rule r check part ≈ half of whole within 1%\nrule s check part + gain = whole"
    generated.write(folder, Random(3), 600, rules)  # noqa: S311 (no secret)
    return folder


def reported(
    package: Path, most: int, engine: str = "duckdb", shown: Budget | None = None
) -> Report:
    result = check(str(package), engine=engine, max_findings=most, shown=shown)
    return with_run_problems(build_report(result))


def not_told(report: Report) -> int:
    return sum(rule.violated + rule.undetermined for rule in report.rules) - len(report.findings)


def test_the_exact_engine_tells_all(package: Path) -> None:
    report = reported(package, 1, "exact")
    assert 0 == not_told(report)
    assert [] == list(report.problems)


def test_fewer_are_told_and_all_are_counted(package: Path) -> None:
    whole = reported(package, 1, "exact")
    counts = [(rule.violated, rule.undetermined) for rule in whole.rules]
    told = []
    for most in (1, 10, 1000):
        report = reported(package, most)
        assert counts == [(rule.violated, rule.undetermined) for rule in report.rules]
        told.append(len(report.findings))
    assert told[0] < told[1] < told[2] == len(whole.findings)


def test_every_format_says_how_many_are_not_told(package: Path) -> None:
    report = reported(package, 2)
    number = not_told(report)
    assert number > 0
    (problem,) = report.problems
    assert ("V104", "info") == (problem.code.id, problem.severity.value)
    said = f"{number} more cases, violated or undetermined, are counted alone"
    assert said == problem.message
    assert said in render_text(report)
    assert said in render_csv(report)
    assert said in str(document(report))


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
@pytest.mark.parametrize(
    ("most", "budget"),
    [(20, SHOWN), (120, SHOWN), (1000, SHOWN), (1000, Budget(each=9, fewest=2, whole=14))],
)
def test_what_nobody_is_shown_is_left_out_and_the_text_stays(
    package: Path, engine: str, most: int, budget: Budget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.report.shown.SHOWN", budget)
    whole = reported(package, most, engine)
    left = reported(package, most, engine, budget)
    assert render_text(whole) == render_text(left)
    told = Counter(one.rule for one in whole.findings)
    kept = Counter(one.rule for one in left.findings)
    each = budget.of_each(told.values())
    assert {rule: min(number, each) for rule, number in told.items()} == kept
    assert told == {rule.id: rule.told for rule in left.rules}
    if most > 20:
        assert sum(kept.values()) < sum(told.values())


def test_too_little_memory_is_told(package: Path) -> None:
    result = check(str(package), engine="duckdb", max_memory="1KB")
    assert ["V105"] == [one.code.id for one in result.diagnostics if one.is_error]
