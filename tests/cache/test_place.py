"""Where results are kept, and where not."""

import os
from pathlib import Path

import pytest

from factcheck.cache import place
from tests.cache.world import World


def test_the_usual_place(tmp_path: Path) -> None:
    assert tmp_path / "factcheck" == place.folder({"XDG_CACHE_HOME": str(tmp_path)})
    assert (tmp_path / "factcheck").stat().st_mode & 0o777 == 0o700


def test_a_relative_base_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path / ".cache" / "factcheck" == place.folder({"XDG_CACHE_HOME": "here"})


def test_a_relative_home_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be another one in each folder, perhaps that of a package."""
    monkeypatch.setattr(Path, "home", lambda: Path("here"))
    assert place.folder({}) is None


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    assert tmp_path / "mine" == place.folder({"FACTCHECK_CACHE": str(tmp_path / "mine")})


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ({}, True),
        ({"FACTCHECK_CACHE": "0"}, False),
        ({"CI": "true"}, False),
        ({"CI": "1"}, False),
        ({"CI": "false"}, True),
        ({"CI": ""}, True),
        ({"CI": "true", "FACTCHECK_CACHE": "1"}, True),
    ],
)
def test_in_ci_nothing_is_kept_unless_asked(
    tmp_path: Path, settings: dict[str, str], *, kept: bool
) -> None:
    found = place.folder({"XDG_CACHE_HOME": str(tmp_path), **settings})
    assert kept is (found is not None)


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert place.folder({"FACTCHECK_CACHE": str(tmp_path)}) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 12345)
    assert place.folder({"FACTCHECK_CACHE": str(tmp_path)}) is None


def test_where_no_folder_can_be_nothing_is_kept(world: World) -> None:
    world.cache.write_text("a file")
    assert world.validate() == world.validate()
    assert world.runs == 2


def test_an_entry_that_others_can_write_to_is_none(world: World) -> None:
    world.validate()
    (entry,) = world.entries()
    entry.chmod(0o666)
    world.validate()
    assert world.runs == 2


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"])
def test_an_entry_that_is_no_file_is_none(world: World, kind: str) -> None:
    first = world.validate()
    (entry,) = world.entries()
    elsewhere = entry.rename(world.folder / "elsewhere")
    if kind == "folder":
        entry.mkdir()
    elif kind == "link":
        entry.symlink_to(elsewhere)
    else:
        os.mkfifo(entry)
    assert first == world.validate()
    assert world.runs == 2
