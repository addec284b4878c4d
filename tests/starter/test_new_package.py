"""What `factcheck init` writes is a package that validates at once and that others accept."""

import json
from datetime import date
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.lang.format.files import format_files
from factcheck.lang.lint.files import lint_files
from factcheck.starter.files import new_files
from factcheck.starter.start import start
from factcheck.trial.run import run_tests
from factcheck.values.truth import Truth
from factcheck.vocabulary.columns import SHAPES

FILES = new_files("budget-claims", date(2026, 1, 31), "factcheck==0.1.0")


@pytest.fixture
def package(tmp_path: Path) -> str:
    assert not start(str(tmp_path / "new"), "budget-claims", FILES).refused
    return str(tmp_path / "new")


def test_it_validates_without_a_word(package: str) -> None:
    result = check(package)
    assert () == result.diagnostics
    assert [Truth.HOLDS] == [verdict.status() for verdict in result.verdicts]
    assert result.claims
    assert result.vocabulary
    assert (2, 1) == (len(result.claims.rows), len(result.vocabulary.sources))


def test_its_tests_pass_and_notice_every_wrong_rule(package: str) -> None:
    result = run_tests(package, coverage=True)
    assert () == result.diagnostics
    expected = {"holds", "violated", "undetermined", "not exercised"}
    assert expected == {test.expected for test in result.tests if test.passed}
    assert 5 == len(result.tests)
    tried = [one for rule in result.rules for one in (*rule.wrong_rules, *rule.wrong_figures)]
    assert [] == [one.what for one in tried if not one.noticed]


def test_a_reader_who_follows_the_readme_sees_a_slip_refused_then_a_violation(
    package: str,
) -> None:
    path = Path(package, "data", "claims.csv")
    path.write_text(path.read_text().replace("3400000", "34000000"))
    assert ["Q801"] == [one.code.id for one in check(package).diagnostics]
    path.write_text(path.read_text().replace("3.4 million euros", "34.0 million euros"))
    assert [Truth.VIOLATED] == [verdict.status() for verdict in check(package).verdicts]


def test_its_rules_are_in_the_layout_and_get_no_advice(package: str) -> None:
    rules = str(Path(package, "rules"))
    assert [False] == [file.changes for file in format_files([rules]).files]
    assert () == lint_files([rules], package).problems


def test_every_column_is_there_and_in_its_place() -> None:
    headers = {
        path.removeprefix("data/").removesuffix(".csv"): text.partition("\n")[0]
        for path, text in FILES.items()
        if path.endswith(".csv")
    }
    assert {name: ",".join(SHAPES[name].columns) for name in headers} == headers
    required = {name for name, shape in SHAPES.items() if not shape.optional}
    assert required == set(headers)


def test_every_column_of_claims_is_explained() -> None:
    readme = FILES["README.md"]
    assert [] == [name for name in SHAPES["claims"].columns if f"`{name}`" not in readme]


def test_nothing_is_left_to_fill_in() -> None:
    for path, text in FILES.items():
        assert "@NAME@" not in text, path
        assert "@TODAY@" not in text, path
        assert "@REQUIREMENT@" not in text, path
    descriptor = json.loads(FILES["datapackage.json"])
    assert ("budget-claims", "2026-01-31T00:00:00Z") == (descriptor["name"], descriptor["created"])


def test_the_workflow_runs_what_the_package_is_checked_with() -> None:
    workflow = FILES[".github/workflows/factcheck.yml"]
    steps = [line.strip() for line in workflow.splitlines() if "run:" in line]
    assert [
        '- run: pip install "factcheck==0.1.0"',
        "- run: factcheck test",
        "- run: factcheck validate --format text --format json:findings.json",
    ] == steps


def test_frictionless_accepts_it(package: str) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(Path(package, "datapackage.json")))
    assert [] == report.flatten(["type", "message"])
    assert report.valid
