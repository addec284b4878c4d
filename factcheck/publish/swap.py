"""A folder written beside the one that it replaces, and put in its place whole.

The order: the new form is written and reaches the disk; the old one is renamed aside; the new one
is renamed into its place; the old one is removed. A build that is killed before the second rename
leaves the old form, at its place or, between the two, aside, from where the next build brings it
back; one killed later leaves the new form. What it left beside them goes with the next build.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from factcheck.publish.form import Files


class BusyError(Exception):
    """Another build writes to the same place."""


def beside(out: Path, what: str) -> Path:
    """The folder `what`, new or old, of a place: next to it, so that a rename can move it."""
    return out.with_name(f".{out.name}.factcheck-{what}")


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """An empty folder beside `out` that is gone afterwards, unless it was put in place.

    Raises OSError when it cannot be made, BusyError when another build has it.
    """
    new = beside(out, "new")
    new.mkdir(parents=True, exist_ok=True)
    lock = _lock(new)
    try:
        recover(out)
        _empty(new)
        yield new
    finally:
        if lock is not None:
            os.close(lock)
        shutil.rmtree(new, ignore_errors=True)


def recover(out: Path) -> None:
    """What a build left that was killed: its old form goes back where there is none, else away."""
    old = beside(out, "old")
    if not old.exists():
        return
    if out.exists():
        shutil.rmtree(old)
    else:
        old.rename(out)


def write(folder: Path, files: Files) -> None:
    """Every file, on the disk and not only on its way there."""
    for path, data in files.items():
        place = folder / PurePosixPath(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    for base, _, _ in os.walk(folder):
        _sync(Path(base))


def put_in_place(new: Path, out: Path) -> None:
    """Two renames; when the second fails, the old form is put back."""
    old = beside(out, "old")
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    _sync(out.parent)
    shutil.rmtree(old, ignore_errors=True)


def _lock(folder: Path) -> int | None:
    """Hold the folder for this process, where the system has locks; they end with the process."""
    try:
        import fcntl  # noqa: PLC0415 (not on every system)
    except ImportError:
        return None
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        raise BusyError from error
    return held


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _sync(folder: Path) -> None:
    """The names in a folder on the disk, where the system can be asked for it."""
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(held)
    except OSError:
        pass
    finally:
        os.close(held)
