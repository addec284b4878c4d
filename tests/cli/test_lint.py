"""`factcheck lint`: what is looked at, what is told, and the exit status."""

import json
from pathlib import Path

import pytest

from factcheck.cli import main

Capture = pytest.CaptureFixture[str]

GOOD = """\
rule a "AI is a part"
  check ai_capex ≤ capex
  because "A part does not exceed the whole."

test a
  given ai_capex = 3 CNY, capex = 2 CNY
  expect violated
"""
WARNING = GOOD.replace("  because", "  let unused = capex\n  because")
NOTE = GOOD.replace(' "AI is a part"', "")
UNKNOWN = GOOD.replace("≤ capex", "≤ capexx")
WRONG = "rule a check\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command is started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def package(root: Path) -> str:
    return str(root / "datapackage")


def write(folder: Path, text: str) -> None:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / "a.rules").write_text(text, "utf-8")


def test_good_rules_call_for_no_words(folder: Path, package: str, capsys: Capture) -> None:
    write(folder, GOOD)
    assert 0 == main(["lint", "--package", package, "rules"])
    assert ("1 rule: nothing to say\n", "") == capsys.readouterr()


def test_the_rules_of_the_usual_folder_are_found(folder: Path, capsys: Capture) -> None:
    write(folder, WARNING)
    assert 0 == main(["lint"])
    assert "warning[A404]: nothing in the rule uses `unused`" in capsys.readouterr().out


def test_rules_beside_a_folder_without_a_package_are_not_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    write(folder, GOOD)
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder / "empty")
    assert 2 == main(["lint"])
    assert "there are no rules here" in capsys.readouterr().out


def test_without_a_package_names_are_not_looked_up(folder: Path, capsys: Capture) -> None:
    write(folder, UNKNOWN)
    assert 0 == main(["lint"])
    expected = "1 rule: nothing to say; without a package, names and units were not looked up\n"
    assert expected == capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "plain", "strict"), [(GOOD, 0, 0), (NOTE, 0, 0), (WARNING, 0, 1), (UNKNOWN, 2, 2)]
)
def test_the_worst_that_is_said_decides_the_status(
    folder: Path, package: str, text: str, plain: int, strict: int
) -> None:
    write(folder, text)
    assert plain == main(["lint", "--package", package, "rules"])
    assert strict == main(["lint", "--package", package, "rules", "--strict"])


def test_mistakes_and_advice_stand_together(folder: Path, package: str, capsys: Capture) -> None:
    write(folder, WARNING.replace("ai_capex ≤", "ai_capexx ≤") + WRONG + "define b = 1\n")
    assert 2 == main(["lint", "rules", "--package", package])
    out, err = capsys.readouterr()
    assert "" == err
    assert [] == [code for code in ("N201", "L122", "A404") if f"[{code}]: " not in out]
    assert out.endswith("\n2 errors, 1 warning\n")


def test_what_broken_rules_may_use_is_not_called_unused(folder: Path, capsys: Capture) -> None:
    write(folder, NOTE.partition("test")[0] + "define b = 1\nrule c check b >\n")
    assert 2 == main(["lint"])
    out = capsys.readouterr().out
    assert [] == [code for code in ("A403", "A405") if code in out]
    assert "A401" in out


def test_json_has_the_problems_of_the_report(folder: Path, package: str, capsys: Capture) -> None:
    write(folder, NOTE)
    assert 0 == main(["lint", "rules", "--package", package, "--format", "json"])
    expected = {
        "version": 1,
        "problems": [
            {
                "code": "A401",
                "severity": "info",
                "message": "the rule `a` has no title",
                "location": {"path": "rules/a.rules", "line": 1, "column": 6},
            }
        ],
    }
    assert expected == json.loads(capsys.readouterr().out)


def test_json_of_good_rules_has_no_problems(folder: Path, package: str, capsys: Capture) -> None:
    write(folder, GOOD)
    assert 0 == main(["lint", "rules", "--package", package, "--format", "json"])
    assert {"version": 1, "problems": []} == json.loads(capsys.readouterr().out)


def test_a_named_package_has_to_be_there(folder: Path, capsys: Capture) -> None:
    write(folder, GOOD)
    assert 2 == main(["lint", "--package", "nowhere"])
    assert "error[P101]" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["nowhere.rules"], ["rules"]])
def test_without_rules_nothing_is_looked_at(
    folder: Path, capsys: Capture, arguments: list[str]
) -> None:
    if arguments == ["rules"]:
        (folder / "rules").mkdir()
    assert 2 == main(["lint", *arguments])
    assert "error[N21" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["fmt", "lint"])
def test_help_has_exit_status_and_examples(command: str, capsys: Capture) -> None:
    assert 0 == main([command, "--help"])
    out = capsys.readouterr().out
    assert out.startswith(f"Usage: factcheck {command} ")
    assert [] == [
        part for part in ("Exit status:", "Examples:", f"factcheck {command}\n") if part not in out
    ]
