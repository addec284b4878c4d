import json
from pathlib import Path

import pytest

from factcheck.explain import explain_case
from factcheck.report.explain_text import render_explained
from tests.cli.conftest import Run

PACKAGE, RULES = "tests/trial/package", "tests/explain/explained.rules"
OPTIONS = ("--package", PACKAGE, "--rules", RULES)


@pytest.fixture(autouse=True)
def at_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def test_a_case_is_printed(run: Run) -> None:
    expected = render_explained(explain_case(PACKAGE, "half", {"entity": "coil"}, [RULES]))
    assert (0, expected, "") == run("explain", "half", "entity=coil", *OPTIONS)


def test_a_violated_case_is_no_failure(run: Run) -> None:
    status, out, _ = run("explain", "one_figure", *OPTIONS)
    assert (0, True) == (status, "✗ violated" in out)


def test_no_case_is_no_failure(run: Run) -> None:
    assert 0 == run("explain", "never", *OPTIONS)[0]
    assert 0 == run("explain", "half", "entity=nobody", *OPTIONS)[0]


def test_json(run: Run) -> None:
    status, out, err = run("explain", "half", "entity=coil", *OPTIONS, "--format", "json")
    assert (0, "") == (status, err)
    assert {"entity": "coil", "period": "2025", "region": "north"} == json.loads(out)["case"]["key"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["halff", *OPTIONS], "there is no rule `halff`: did you mean `half`?"),
        (["half", "entty=acme", *OPTIONS], "did you mean `entity`?"),
        (["half", "acme", *OPTIONS], "'acme' is not KEY=VALUE"),
        (["half", "=acme", *OPTIONS], "is not KEY=VALUE"),
        (["half", "entity=acme", "entity=bolt", *OPTIONS], "'entity' is given twice"),
        ([], "Missing argument 'RULE'"),
        (["half", "--format", "yaml"], "'yaml' is not one of"),
    ],
)
def test_bad_usage_exits_with_2(run: Run, arguments: list[str], said: str) -> None:
    status, out, err = run("explain", *arguments)
    assert (2, "") == (status, out)
    assert said in " ".join(err.split())


def test_a_package_that_is_not_there_exits_with_2(run: Run) -> None:
    status, out, _ = run("explain", "half", "--package", "nowhere")
    assert (2, True) == (status, "error[P101]" in out)


def test_help_tells_the_exit_statuses(run: Run) -> None:
    status, out, _ = run("explain", "--help")
    assert 0 == status
    assert "0  the case was explained, or there is none" in out
