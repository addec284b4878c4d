"""What tells one state of the program from another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from factcheck import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


def code_state() -> list[object]:
    """The versions of the program and of Python, and a mark of each file of the program.

    Reading a few hundred files would take as long as a small run: a file is known by its length and
    by the times of its last changes, the second of which nobody can set. Raises OSError where there
    are no such files to look at.
    """
    beside = _PACKAGE.parent / "grammar"
    folders = (_PACKAGE, beside) if beside.is_dir() else (_PACKAGE,)
    files = sorted(mark for folder in folders for mark in _marks(str(folder)))
    return [__version__, sys.version, files]


def _marks(folder: str) -> Iterator[tuple[str, int, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _marks(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns
