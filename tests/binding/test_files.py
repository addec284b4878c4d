"""What is said about files of rules that are not there, empty folders, and files outside."""

from pathlib import Path

import pytest

from factcheck.lang.load import load_rules


def _said(paths: list[str], own: str | None, folder: Path) -> list[tuple[str, str]]:
    _, found = load_rules(paths, own, str(folder))
    return [(one.code.id, one.message) for one in found]


def test_a_missing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = [("N217", "there is no file or folder `gone.rules`")]
    assert said == _said(["gone.rules"], None, tmp_path)


def test_a_folder_without_rules(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("rule a check x > 1", encoding="utf-8")
    said = [("N216", "the folder holds no file that ends in .rules")]
    assert said == _said([str(tmp_path)], None, tmp_path)


def test_rules_of_a_package_that_lead_out_of_it(tmp_path: Path) -> None:
    inside, outside = tmp_path / "package", tmp_path / "outside.rules"
    inside.mkdir()
    outside.write_text("rule a check x > 1", encoding="utf-8")
    (inside / "own.rules").symlink_to(outside)
    assert [("N217", "the file lies outside the package")] == _said([], "own.rules", inside)
