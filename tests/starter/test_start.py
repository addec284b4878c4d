"""A new package is written whole or not at all."""

from pathlib import Path

import pytest

from factcheck.starter.origin import PINNED, requirement
from factcheck.starter.start import name_of, start

FILES = {"README.md": "# new\n", "data/claims.csv": "claim_id\n", "datapackage.json": "{}\n"}


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def tree(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


@pytest.mark.parametrize("there", [False, True])
def test_the_folder_is_new_or_empty(tmp_path: Path, there: bool) -> None:  # noqa: FBT001 (a case)
    target = tmp_path / "new"
    if there:
        target.mkdir()
    before = target.stat().st_ino if there else None
    started = start(str(target), "new", FILES)
    assert ("", tuple(FILES)) == (started.refused, started.files)
    assert FILES == tree(target)
    assert ["new"] == names(tmp_path)
    assert before in (None, target.stat().st_ino)


def test_the_folder_somebody_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    assert "" == start(".", "new", FILES).refused
    assert FILES == tree(Path.cwd())


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / ".keep").write_text("mine")
    assert "the folder is not empty" == start(str(tmp_path / "new"), "new", FILES).refused
    assert {"new/.keep": "mine"} == tree(tmp_path)


def test_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine")
    assert "it is a file" == start(str(tmp_path / "new"), "new", FILES).refused
    assert {"new": "mine"} == tree(tmp_path)


def test_no_folders_are_made_on_the_way(tmp_path: Path) -> None:
    assert "is not there" in start(str(tmp_path / "a" / "new"), "new", FILES).refused
    assert [] == names(tmp_path)


@pytest.mark.parametrize("name", ["", "My Claims", "-claims", "../claims", "claims\n", "é"])
def test_a_name_that_no_package_has(tmp_path: Path, name: str) -> None:
    assert "no name of a package" in start(str(tmp_path / "new"), name, FILES).refused
    assert [] == names(tmp_path)


@pytest.mark.parametrize("there", [False, True])
def test_a_write_that_fails_leaves_nothing(tmp_path: Path, there: bool) -> None:  # noqa: FBT001
    if there:
        (tmp_path / "new").mkdir()
    wrong = {**FILES, "data": "a file in the place of a folder"}
    assert start(str(tmp_path / "new"), "new", wrong).refused
    assert {} == tree(tmp_path)
    assert (["new"] if there else []) == names(tmp_path)


def test_a_stop_halfway_takes_back_what_was_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").mkdir()
    rename = Path.rename

    def stopped(path: Path, target: Path) -> Path:
        if target == tmp_path / "new" / "datapackage.json":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        start(str(tmp_path / "new"), "new", FILES)
    assert {} == tree(tmp_path)
    assert ["new"] == names(tmp_path)


@pytest.mark.parametrize(
    ("directory", "name"),
    [
        ("budget", "budget"),
        ("My Budget 2026", "my-budget-2026"),
        ("a/b/c_d.e/", "c-d-e"),
        ("预算", "claims"),
    ],
)
def test_the_name_of_a_folder(directory: str, name: str) -> None:
    assert name == name_of(directory)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (None, PINNED),
        ('{"url": "file:///somewhere", "dir_info": {"editable": true}}', None),
        ('{"url": "https://example.org/f.whl"}', "factcheck @ https://example.org/f.whl"),
        (
            '{"url": "https://example.org/f", "vcs_info": {"vcs": "git", "commit_id": "12ab"}}',
            "factcheck @ git+https://example.org/f@12ab",
        ),
        ('{"url": "https://me:secret@example.org/f.whl"}', None),
        ('{"url": "https://example.org/\\" && rm"}', None),
        ("[]", None),
        ("no json", None),
    ],
)
def test_what_pip_installs(record: str | None, expected: str | None) -> None:
    assert expected == requirement(record)
