"""A build that is stopped anywhere leaves the old form or the new one, and no half of either."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.publish import swap
from tests.publish.package import Small, codes, held

pytestmark = pytest.mark.usefixtures("waved_through")


class KilledError(BaseException):
    """Stands for whatever stops a process that can still clean up."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def stop(*_: object, **__: object) -> None:
    raise KilledError


def raise_budget(small: Small) -> None:
    path = small.table("claims")
    path.write_text(path.read_text("utf-8").replace("100", "200"), encoding="utf-8")
    small.change(version="0.2.0")


STEPS = ["write", "put_in_place", "_sync"]


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_is_stopped_leaves_the_old_form(
    small: Small, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    small.publish()
    before, around = held(small.out), names(small.out.parent)
    raise_budget(small)
    monkeypatch.setattr(swap, step, stop)
    with pytest.raises(KilledError):
        small.publish()
    assert before == held(small.out)
    assert around == names(small.out.parent)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_build_that_is_stopped_at_a_rename_leaves_the_old_form(
    small: Small, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    small.publish()
    before, around = held(small.out), names(small.out.parent)
    raise_budget(small)
    renames: list[Path] = []
    rename = Path.rename

    def counted(self: Path, target: Path) -> Path:
        renames.append(self)
        if len(renames) == failing:
            raise KilledError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", counted)
    with pytest.raises(KilledError):
        small.publish()
    assert before == held(small.out)
    assert around == names(small.out.parent)


def _killed_while_writing(small: Small) -> None:
    new = swap.beside(small.out, "new")
    (new / "data").mkdir(parents=True)
    (new / "data" / "claims.csv").write_text("half", encoding="utf-8")


def _killed_between_the_renames(small: Small) -> None:
    _killed_while_writing(small)
    small.out.rename(swap.beside(small.out, "old"))


def _killed_before_the_old_form_was_removed(small: Small) -> None:
    shutil.copytree(small.out, swap.beside(small.out, "old"))


@pytest.mark.parametrize(
    "killed",
    [_killed_while_writing, _killed_between_the_renames, _killed_before_the_old_form_was_removed],
)
def test_the_next_build_brings_back_or_clears_what_a_kill_left(
    small: Small, killed: Callable[[Small], None]
) -> None:
    small.publish()
    around = names(small.out.parent)
    before = held(small.out)
    killed(small)
    swap.recover(small.out)
    assert before == held(small.out)
    killed_again = small.out.exists()
    assert killed_again
    raise_budget(small)
    assert () == small.publish().diagnostics
    assert around == names(small.out.parent)
    assert b'"version": "0.2.0"' in (small.out / "datapackage.json").read_bytes()


def test_two_builds_do_not_write_to_one_place(small: Small) -> None:
    pytest.importorskip("fcntl", reason="this system has no locks")
    with swap.staged(small.out):
        assert ["F609"] == codes(small.publish())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_place_that_cannot_be_written_is_told(small: Small) -> None:
    small.out.parent.chmod(0o500)
    try:
        assert ["F609"] == codes(small.publish())
    finally:
        small.out.parent.chmod(0o700)


def test_a_file_where_the_folder_should_be_made_is_told(small: Small) -> None:
    swap.beside(small.out, "new").write_text("", encoding="utf-8")
    assert ["F609"] == codes(small.publish())
