"""What `factcheck test` prints, byte for byte."""

import json
from pathlib import Path

import pytest

from factcheck.report.trial_json import render_trials_json
from factcheck.report.trial_text import render_trials
from factcheck.trial.run import run_tests
from factcheck.verdicts.trial_result import TrialResult
from tests.report.snapshot import matches_snapshot
from tests.trial.bench import FOLDER, PACKAGE

SNAPSHOTS = FOLDER / "snapshots"


@pytest.fixture
def result(root: Path, monkeypatch: pytest.MonkeyPatch) -> TrialResult:
    monkeypatch.chdir(root)
    return run_tests(PACKAGE, ["tests/trial/failing.rules"])


def test_failures(result: TrialResult) -> None:
    matches_snapshot("failures", render_trials(result), SNAPSHOTS)


def test_failures_where_there_is_little_room(result: TrialResult) -> None:
    text = render_trials(result, columns=50)
    matches_snapshot("failures_50", text, SNAPSHOTS)
    assert max(map(len, text.splitlines())) <= 60


def test_quiet(result: TrialResult) -> None:
    matches_snapshot("quiet", render_trials(result, quiet=True), SNAPSHOTS)


def test_colour_changes_no_word(result: TrialResult) -> None:
    coloured = render_trials(result, colour=True)
    assert "\x1b[" in coloured
    assert len(coloured.splitlines()) == len(render_trials(result).splitlines())


def test_coverage(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    result = run_tests(PACKAGE, ["tests/trial/failing.rules"], coverage=True)
    matches_snapshot("coverage", render_trials(result), SNAPSHOTS)


def test_json(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    result = run_tests(PACKAGE, ["tests/trial/failing.rules"], coverage=True)
    text = render_trials_json(result)
    matches_snapshot("json", text, SNAPSHOTS)
    assert {"tests": 6, "passed": 2, "failed": 4, "rules": 4, "rules_without_tests": 1} | {
        "problems": 0
    } == json.loads(text)["summary"]


def test_problems(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("it.rules").write_text(
        "rule small check capex < 5 CNY\ntest small given cappex = 1 CNY expect holds\n", "utf-8"
    )
    result = run_tests(str(root / PACKAGE), ["it.rules"])
    matches_snapshot("problems", render_trials(result), SNAPSHOTS)
