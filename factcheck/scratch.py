"""Private folders for what a run writes aside: each goes with its run, or with a later one."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from time import time
from typing import Final

PREFIX: Final = "factcheck-"
HELD: Final = "held"
"""The file in each folder that is locked as long as its run lives."""
NEW: Final = "new"
"""Its name until it is locked."""
FILES: Final = "files"
MAX_NAMES: Final = 10_000
"""Of the folder for all programs, so many names are looked at."""
MAX_SWEPT: Final = 20
"""So many folders go at once: a run does not wait for more."""
OLD: Final = 24 * 60 * 60
"""In seconds: a folder that has had nothing in it for so long is no run's that just begins."""
_OURS: Final = re.compile(rf"{PREFIX}[a-z0-9_]{{8}}")
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@contextmanager
def scratch(*, sweeping: bool = False) -> Iterator[Path]:
    """A folder that goes when the block ends; before, those of killed runs where that is wanted."""
    if sweeping:
        sweep(gettempdir())
    lock: int | None = None
    try:
        with TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
            folder = Path(name).resolve()
            lock = _hold(folder)
            files = folder / FILES
            files.mkdir(mode=0o700)
            yield files
    finally:
        if lock is not None:
            os.close(lock)


def sweep(place: str) -> None:
    """Remove the folders of the user's own runs that are dead: their locks are free.

    A folder without a lock goes if it is old and empty, as one is whose run was killed before it
    held its lock; one with files in it stays, as nothing tells that its run is dead. Whatever is
    not surely one of those stays as it is, and no link is followed.
    """
    if not shutil.rmtree.avoids_symlink_attacks:
        return
    with suppress(OSError):
        root = os.open(place, _FOLDER)
        try:
            with os.scandir(root) as entries:
                names = [one.name for one in islice(entries, MAX_NAMES) if _is_ours(one.name)]
            swept = (name for name in names if _is_swept(root, name))
            for _ in islice(swept, MAX_SWEPT):
                pass
        finally:
            os.close(root)


def _hold(folder: Path) -> int | None:
    """The open file that is locked while the run lives; None where the system has no such locks.

    It has its name only once it is locked: no folder that has just been made looks dead.
    """
    new = folder / NEW
    try:
        descriptor = os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return None
    if _is_locked(descriptor):
        with suppress(OSError):
            new.rename(folder / HELD)
            return descriptor
    os.close(descriptor)
    return None


def _is_locked(descriptor: int) -> bool:
    """Lock a file for this process alone; False where another holds it, or there are no locks."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 (not on every system)

        flock(descriptor, LOCK_EX | LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def _is_ours(name: str) -> bool:
    return _OURS.fullmatch(name) is not None


def _is_swept(root: int, name: str) -> bool:
    """Remove one folder if its run is dead; whether it went."""
    try:
        folder = os.open(name, _FOLDER | _NO_LINK, dir_fd=root)
    except OSError:
        return False
    try:
        status = os.fstat(folder)
        if not _is_private(status):
            return False
        if status.st_mtime < time() - OLD and set(_inside(folder)) <= {(NEW, False)}:
            return _is_unused_removed(root, name, folder)
        held = os.open(HELD, os.O_RDWR | _NO_LINK, dir_fd=folder)
        try:
            is_dead = stat.S_ISREG(os.fstat(held).st_mode) and _is_locked(held)
            return is_dead and _is_removed(root, name, folder)
        finally:
            os.close(held)
    except OSError:
        return False
    finally:
        os.close(folder)


def _inside(folder: int) -> list[tuple[str, bool]]:
    """What is in an open folder, and whether it is a folder itself."""
    with os.scandir(folder) as entries:
        return [(one.name, one.is_dir(follow_symlinks=False)) for one in entries]


def _is_private(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS


def _is_unused_removed(root: int, name: str, folder: int) -> bool:
    """Remove a folder that has nothing in it; what comes into it meanwhile is kept."""
    with suppress(FileNotFoundError):
        os.unlink(NEW, dir_fd=folder)
    os.rmdir(name, dir_fd=root)
    return True


def _is_removed(root: int, name: str, folder: int) -> bool:
    """Remove what is in an open folder, its lock last, and then the folder."""
    for other, is_folder in _inside(folder):
        if is_folder:
            shutil.rmtree(other, ignore_errors=True, dir_fd=folder)
        elif other != HELD:
            os.unlink(other, dir_fd=folder)
    if os.listdir(folder) != [HELD]:
        return False
    os.unlink(HELD, dir_fd=folder)
    os.rmdir(name, dir_fd=root)
    return True
