"""`factcheck fmt`: what is written, what is told, and the exit status."""

from pathlib import Path

import pytest

from factcheck.cli import main

UNTIDY = 'rule a "T" check x<=y # why\r\n'
TIDY = 'rule a "T"\n  check x ≤ y  # why\n'
WRONG = "rule a check\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command is started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **texts: str) -> None:
    (folder / "rules").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / "rules" / f"{name}.rules").write_bytes(text.encode())


def read(folder: Path, name: str) -> str:
    return (folder / "rules" / f"{name}.rules").read_bytes().decode()


Capture = pytest.CaptureFixture[str]


def test_files_in_the_usual_folder_are_written(folder: Path, capsys: Capture) -> None:
    write(folder, a=UNTIDY.replace("\r", ""), b=TIDY)
    assert 0 == main(["fmt"])
    assert (TIDY, TIDY) == (read(folder, "a"), read(folder, "b"))
    expected = "rules/a.rules: formatted\n1 file formatted, 1 file in order\n"
    assert (expected, "") == capsys.readouterr()
    assert 0 == main(["fmt"])
    assert "2 files in order\n" == capsys.readouterr().out


def test_ends_of_lines_stay_those_of_the_file(folder: Path) -> None:
    write(folder, a=UNTIDY)
    assert 0 == main(["fmt"])
    assert TIDY.replace("\n", "\r\n") == read(folder, "a")


def test_check_writes_nothing(folder: Path, capsys: Capture) -> None:
    write(folder, a=UNTIDY, b=TIDY)
    assert 1 == main(["fmt", "--check", "rules"])
    assert UNTIDY == read(folder, "a")
    assert "rules/a.rules: would be formatted" in capsys.readouterr().out
    assert 0 == main(["fmt", "--check", "rules/b.rules"])


def test_diff_shows_what_would_change_and_writes_nothing(folder: Path, capsys: Capture) -> None:
    write(folder, a=UNTIDY, b=TIDY)
    assert 1 == main(["fmt", "--diff"])
    assert UNTIDY == read(folder, "a")
    expected = """\
--- rules/a.rules
+++ rules/a.rules
@@ -1 +1,2 @@
-rule a "T" check x<=y # why
+rule a "T"
+  check x ≤ y  # why
"""
    assert expected == capsys.readouterr().out
    assert 0 == main(["fmt", "--diff", "rules/b.rules"])
    assert "" == capsys.readouterr().out


def test_a_diff_says_that_a_file_had_no_last_end_of_line(folder: Path, capsys: Capture) -> None:
    write(folder, a=TIDY.rstrip("\n"))
    assert 1 == main(["fmt", "--diff"])
    assert "\\ No newline at end of file\n" in capsys.readouterr().out


def test_a_file_with_mistakes_is_left_alone(folder: Path, capsys: Capture) -> None:
    write(folder, a=UNTIDY.replace("\r", ""), wrong=WRONG)
    assert 2 == main(["fmt"])
    assert (TIDY, WRONG) == (read(folder, "a"), read(folder, "wrong"))
    out, err = capsys.readouterr()
    assert "1 file formatted" in out
    assert "error[L122]" in err
    assert "rules/wrong.rules:1:8" in err


@pytest.mark.parametrize("arguments", [[], ["rules"], ["nowhere.rules"]])
def test_without_rules_there_is_nothing_to_do(
    folder: Path, capsys: Capture, arguments: list[str]
) -> None:
    if arguments == ["rules"]:
        write(folder)
    assert 2 == main(["fmt", *arguments])
    assert "error[N21" in capsys.readouterr().err


def test_permissions_stay(folder: Path) -> None:
    write(folder, a=UNTIDY)
    path = folder / "rules" / "a.rules"
    path.chmod(0o640)
    assert 0 == main(["fmt"])
    assert 0o640 == path.stat().st_mode & 0o777


def test_an_own_rule_file_is_in_the_layout(root: Path, capsys: Capture) -> None:
    assert 0 == main(["fmt", "--check", str(root / "rules")]), capsys.readouterr().out
