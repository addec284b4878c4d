"""What a run writes aside goes with it; of a killed run with a later one, and nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time

import pytest

from factcheck import scratch as module
from factcheck.scratch import FILES, HELD, NEW, OLD, scratch, sweep

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no such locks")

HOLDS = """
from factcheck.scratch import scratch
with scratch() as folder:
    (folder / "inner").mkdir()
    (folder / "inner" / "spilled").write_text("much")
    print(folder.parent.name, flush=True)
    input()
"""


@contextmanager
def living(place: Path) -> Iterator[Path]:
    """The folder of a run that lives, and is killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS],
        env={**os.environ, "TMPDIR": str(place), "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            yield place / process.stdout.readline().strip()
        finally:
            process.kill()


def dead(place: Path, name: str = "factcheck-00000000") -> Path:
    """The folder of a run that was killed."""
    folder = place / name
    (folder / FILES).mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    (folder / HELD).touch()
    return folder


def test_a_folder_goes_with_its_run_and_with_the_next_where_that_was_killed(
    tmp_path: Path,
) -> None:
    with living(tmp_path) as folder:
        sweep(str(tmp_path))
        assert (folder / FILES / "inner" / "spilled").is_file()
    assert folder.is_dir()
    sweep(str(tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_a_run_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    old = dead(tmp_path)
    with scratch() as folder:
        (folder / "file").touch()
        assert old.is_dir()
    with scratch(sweeping=True) as folder:
        assert [folder.parent] == list(tmp_path.iterdir())
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("inside", [[], [NEW]])
def test_an_old_folder_of_a_run_killed_before_it_held_its_lock_goes(
    tmp_path: Path, inside: list[str]
) -> None:
    folder = tmp_path / "factcheck-00000000"
    folder.mkdir(mode=0o700)
    for name in inside:
        (folder / name).touch()
    sweep(str(tmp_path))
    assert folder.is_dir()  # it may have just begun
    aged(folder)
    sweep(str(tmp_path))
    assert [] == list(tmp_path.iterdir())


def aged(folder: Path) -> None:
    then = time() - OLD - 1
    os.utime(folder, (then, then))


def without_lock(folder: Path) -> None:
    """As where the system has no locks."""
    (folder / HELD).unlink()
    aged(folder)


def folder_for_lock(folder: Path) -> None:
    """Nothing else is in it, and no run of ours made this."""
    (folder / HELD).unlink()
    (folder / FILES).rename(folder / NEW)
    aged(folder)


def link_for_lock(folder: Path) -> None:
    (folder / HELD).unlink()
    (folder / HELD).symlink_to(folder / FILES)


def pipe_for_lock(folder: Path) -> None:
    (folder / HELD).unlink()
    os.mkfifo(folder / HELD)


def open_to_others(folder: Path) -> None:
    folder.chmod(0o755)


def another_name(folder: Path) -> None:
    folder.rename(folder.with_name("factcheck-mine"))


def link_to_it(folder: Path) -> None:
    """A link with a name of ours leads to what has another name."""
    elsewhere = folder.rename(folder.with_name("kept"))
    folder.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "change",
    [
        *(without_lock, folder_for_lock, link_for_lock, pipe_for_lock),
        *(open_to_others, another_name, link_to_it),
    ],
    ids=lambda change: change.__name__,
)
def test_what_is_not_surely_dead_stays(tmp_path: Path, change: Callable[[Path], None]) -> None:
    change(dead(tmp_path))
    before = sorted(tmp_path.rglob("*"))
    sweep(str(tmp_path))
    assert before == sorted(tmp_path.rglob("*"))


def test_links_inside_are_removed_and_not_followed(tmp_path: Path) -> None:
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "gold").touch()
    folder = dead(tmp_path)
    (folder / "link").symlink_to(treasure)
    (folder / FILES / "link").symlink_to(treasure)
    (folder / "line\nend").touch()
    sweep(str(tmp_path))
    assert [treasure, treasure / "gold"] == sorted(tmp_path.rglob("*"))


def test_so_many_go_at_once_and_the_others_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_SWEPT", 2)
    for number in range(3):
        dead(tmp_path, f"factcheck-0000000{number}")
    left = []
    for _ in range(2):
        sweep(str(tmp_path))
        left.append(len(list(tmp_path.iterdir())))
    assert [1, 0] == left
