import json
from pathlib import Path

import pytest

from factcheck.report.trial_text import render_trials
from factcheck.trial.run import run_tests
from tests.cli.conftest import Run

PACKAGE = "tests/trial/package"
HALF = "rule half check budget ≈ half of capex within 10%\n"
PASSES = f"{HALF}test half given capex = 4 CNY, budget = 2 CNY expect holds\n"


@pytest.fixture(autouse=True)
def at_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def rules(folder: Path, text: str) -> tuple[str, str]:
    path = folder / "it.rules"
    path.write_text(text, "utf-8")
    return "--rules", str(path)


def test_failures_are_printed_and_exit_with_1(run: Run) -> None:
    expected = render_trials(run_tests(PACKAGE, ["tests/trial/failing.rules"]))
    assert (1, expected, "") == run("test", PACKAGE, "--rules", "tests/trial/failing.rules")


def test_passing_exits_with_0(run: Run, tmp_path: Path) -> None:
    status, out, err = run("test", PACKAGE, *rules(tmp_path, PASSES))
    assert (0, "1 test of 1 of 1 rule: 1 passes, 0 fail\n", "") == (status, out, err)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HALF, "E508"),
        (f"{HALF}test half given capex = 4 kg expect holds\n", "E502"),
        ("rule half check budgett > 1 CNY\n", "N201"),
    ],
)
def test_what_cannot_run_exits_with_2(run: Run, tmp_path: Path, text: str, code: str) -> None:
    status, out, _ = run("test", PACKAGE, *rules(tmp_path, text))
    assert 2 == status
    assert f"error[{code}]" in out
    assert out.endswith("1 error: nothing was tested\n")


def test_a_package_that_is_not_there_exits_with_2(run: Run) -> None:
    status, out, _ = run("test", "nowhere")
    assert (2, True) == (status, "error[P101]" in out)


def test_rules_are_selected(run: Run) -> None:
    arguments = ("test", PACKAGE, "--rules", "tests/trial/failing.rules", "--quiet")
    assert "3 tests of 1 of 1 rule:" in run(*arguments, "--select", "ha*")[1]
    assert "3 tests of 2 of 3 rules:" in run(*arguments, "--ignore", "half")[1]
    status, out, _ = run(*arguments, "--select", "nothing")
    assert (2, True) == (status, "no rule matches --select nothing" in out)


def test_selecting_a_rule_without_tests_is_not_silently_green(run: Run) -> None:
    status, out, _ = run(
        "test", PACKAGE, "--rules", "tests/trial/failing.rules", "--select", "alone"
    )
    assert (2, True) == (status, "error[E508]" in out)


def test_coverage_is_tried_when_asked(run: Run) -> None:
    arguments = ("test", PACKAGE, "--rules", "tests/trial/failing.rules")
    assert "wrong rules noticed" not in run(*arguments)[1]
    assert "wrong rules noticed" in run(*arguments, "--coverage")[1]


def test_json(run: Run) -> None:
    status, out, err = run(
        "test", PACKAGE, "--rules", "tests/trial/failing.rules", "--format", "json"
    )
    assert (1, "") == (status, err)
    assert 4 == json.loads(out)["summary"]["failed"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "yaml"], "'yaml' is not one of"),
        (["one", "two"], "unexpected extra argument"),
        (["--cover"], "No such option"),
    ],
)
def test_bad_usage_exits_with_2(run: Run, arguments: list[str], said: str) -> None:
    status, out, err = run("test", *arguments)
    assert (2, "") == (status, out)
    assert said in " ".join(err.split())


def test_help_tells_the_exit_statuses(run: Run) -> None:
    status, out, _ = run("test", "--help")
    assert 0 == status
    assert "2  could not run, or there are no tests" in out
