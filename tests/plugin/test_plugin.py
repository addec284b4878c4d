"""`pytest --factcheck PACKAGE`, in a process of its own as its users start it."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.package import write_small

OVER = "acme,spent,2025,150,USD"
"""Within the budget of 100 EUR after conversion, or not."""
RULES = """\
rule within_budget "Nobody spends more than the budget"
  tags money
  check spent <= budget

rule staffed
  check staff >= 1

rule careful
  severity warning
  check staff < 10

rule grows
  check budget >= budget[previous year]
"""
PASSED, FAILED, INTERRUPTED, USAGE = 0, 1, 2, 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a package in it, and a test of its own."""
    small = write_small(tmp_path, "claims")
    (small.folder / "rules" / "money.rules").write_text(RULES, encoding="utf-8")
    (tmp_path / "test_own.py").write_text("def test_own():\n    pass\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, plugins: str = "") -> tuple[int, str]:
    """The exit status and the output of pytest, with no plug-in but ours."""
    environment = {
        **os.environ,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONPATH": str(ROOT),
        "PYTEST_ADDOPTS": "-p factcheck.plugin.hooks -p no:cacheprovider " + plugins,
        "COLUMNS": "100",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "INTERNALERROR" not in ran.stdout + ran.stderr, ran.stdout
    return ran.returncode, ran.stdout + ran.stderr


def test_each_rule_is_a_test_beside_those_of_the_project(folder: Path) -> None:
    status, told = run(folder, "--factcheck", "claims", "-v")
    name = "claims/datapackage.json"
    assert FAILED == status
    for rule, word in (
        ("package", "PASSED"),
        ("within_budget", "FAILED"),
        ("staffed", "PASSED"),
        ("careful", "PASSED"),
        ("grows", "SKIPPED"),
    ):
        assert f"{name}::{rule} {word}" in told
    assert "test_own.py::test_own PASSED" in told
    assert "1 failed, 4 passed, 1 skipped, 1 warning" in told


def test_a_failure_shows_the_finding_and_no_traceback(folder: Path) -> None:
    _, told = run(folder, "--factcheck", "claims", "-k", "within_budget")
    assert "claims/data/claims.csv:3" in told
    assert "“150 dollars”" in told
    assert "Traceback" not in told
    assert "items.py" not in told
    (summary,) = [line for line in told.splitlines() if line.startswith("FAILED")]
    assert "within_budget - " in summary


def test_a_project_without_the_option_notices_nothing(folder: Path) -> None:
    status, told = run(folder)
    assert PASSED == status
    assert "1 passed" in told


def test_names_and_markers_and_tags_choose(folder: Path) -> None:
    assert (PASSED, True) == chosen(folder, 1, "-k", "staffed")
    assert (FAILED, True) == chosen(folder, 1, "-k", "money")
    assert (FAILED, True) == chosen(folder, 5, "-m", "factcheck")
    assert (PASSED, True) == chosen(folder, 1, "-m", "not factcheck")
    assert (PASSED, True) == chosen(folder, 1, "claims/datapackage.json::staffed")


def chosen(folder: Path, number: int, *arguments: str) -> tuple[int, bool]:
    status, told = run(folder, "--factcheck", "claims", "-v", *arguments)
    lines = [line for line in told.splitlines() if " [" in line and "::" in line]
    return status, number == len(lines)


def test_the_first_failure_can_stop_the_run(folder: Path) -> None:
    status, told = run(folder, "-x", "claims/datapackage.json", "--factcheck", "claims")
    assert FAILED == status
    assert "stopping after 1 failures" in told


def test_more_can_be_asked_for(folder: Path) -> None:
    _, told = run(folder, "--factcheck", "claims", "--factcheck-fail-on", "not_exercised")
    assert "::grows" in told
    assert "FAILED claims/datapackage.json::within_budget" not in told
    _, told = run(folder, "--factcheck", "claims", "--factcheck-strict")
    for rule in ("within_budget", "careful", "grows"):
        assert f"FAILED claims/datapackage.json::{rule}" in told


def test_other_rules_can_be_named(folder: Path) -> None:
    (folder / "one.rules").write_text("rule one\n  check staff >= 1\n", encoding="utf-8")
    status, told = run(folder, "--factcheck", "claims", "--factcheck-rules", "one.rules", "-v")
    assert PASSED == status
    assert "::one PASSED" in told
    assert "::staffed" not in told


def test_what_is_waived_is_expected_to_fail(folder: Path) -> None:
    header = "rule,case,fingerprint,reason,by,expires"
    waiver = "within_budget,entity=acme;period=2025,,The dollar was weak,Jane,2999-01-01"
    (folder / "claims" / "waivers.csv").write_text(f"{header}\n{waiver}\n", encoding="utf-8")
    status, told = run(folder, "--factcheck", "claims", "-rx")
    assert PASSED == status, told
    assert "The dollar was weak" in told


def test_an_archive_is_a_package_too(folder: Path) -> None:
    with zipfile.ZipFile(folder / "claims.zip", "w") as archive:
        for path in sorted((folder / "claims").rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder / "claims").as_posix())
    status, told = run(folder, "--factcheck", "claims.zip", "-v", "-k", "staffed")
    assert PASSED == status
    assert "claims.zip::staffed PASSED" in told


def test_two_packages_are_two_files(folder: Path) -> None:
    write_small(folder, "others")
    status, told = run(
        folder, "--factcheck", "claims", "--factcheck", "others", "-v", "-k", "staff"
    )
    assert PASSED == status
    assert "claims/datapackage.json::staffed" in told
    assert "others/datapackage.json::staffed" in told


def test_a_broken_package_is_an_error_of_collection(folder: Path) -> None:
    claims = folder / "claims" / "data" / "claims.csv"
    claims.write_text(claims.read_text("utf-8").replace("2025,100,", "2025,a hundred,"), "utf-8")
    status, told = run(folder, "--factcheck", "claims")
    assert INTERRUPTED == status
    assert "P215" in told
    assert "claims/data/claims.csv:2" in told
    assert "Traceback" not in told


def test_a_broken_rule_is_one_too(folder: Path) -> None:
    (folder / "claims" / "rules" / "money.rules").write_text("rule\n", encoding="utf-8")
    status, told = run(folder, "--factcheck", "claims")
    assert INTERRUPTED == status
    assert "money.rules:1" in told


def test_a_package_that_is_not_there_is_bad_usage(folder: Path) -> None:
    status, told = run(folder, "--factcheck", "nowhere")
    assert USAGE == status
    assert "nowhere" in told


def test_junit_has_the_rules_with_their_files(folder: Path) -> None:
    arguments = ("--junitxml", "out.xml", "-o", "junit_family=xunit1")
    run(folder, "--factcheck", "claims", *arguments)
    cases = {case.attrib["name"]: case for case in ET.parse(folder / "out.xml").iter("testcase")}  # noqa: S314 (pytest's own)
    case = cases["within_budget"]
    assert "claims/rules/money.rules" == case.attrib["file"]
    assert "0" == case.attrib["line"]
    failure = case.find("failure")
    assert failure is not None
    assert "claims/data/claims.csv:3" in str(failure.text)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("xdist") is None, reason="pytest-xdist is not installed")
def test_workers_share_the_rules(folder: Path) -> None:
    status, told = run(folder, "--factcheck", "claims", "-n", "2", plugins="-p xdist.plugin")
    assert FAILED == status
    assert "1 failed, 4 passed, 1 skipped" in told


def test_nothing_of_factcheck_is_loaded_before_it_is_asked_for(folder: Path) -> None:
    (folder / "test_own.py").write_text(
        "import sys\ndef test_own():\n"
        "    loaded = {name for name in sys.modules if name.startswith('factcheck.')}\n"
        "    assert {'factcheck.plugin', 'factcheck.plugin.hooks'} == loaded\n",
        encoding="utf-8",
    )
    status, told = run(folder)
    assert PASSED == status, told
