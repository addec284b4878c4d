"""A file that something else reads while its digest is known: whether it stayed as it was."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

from factcheck.inputs import door
from factcheck.inputs.notes import cannot_note
from factcheck.records import frozen
from factcheck.records.record import Record

_FRESH_NANOSECONDS: Final = 2_000_000_000
"""A file that was changed so shortly before may change again with the same times."""


@frozen
class Watched(Record):
    """The digest of a file, and what the system said of it before."""

    path: Path
    digest: str
    marks: tuple[int, ...]
    is_fresh: bool

    def stayed(self) -> bool:
        """Whether it is still the same; if not, the run rests on what nobody can look at again."""
        try:
            same = _marks(self.path) == self.marks
            if same and self.is_fresh:
                same = door.whole(self.path) == self.digest
        except OSError:
            same = False
        if not same:
            cannot_note()
        return same


def watched(path: Path) -> Watched:
    """The digest of a file, to be asked afterwards whether it stayed; raises OSError."""
    now, marks = time.time_ns(), _marks(path)
    is_fresh = now - max(marks[-2:]) < _FRESH_NANOSECONDS
    return Watched(path, door.whole(path), marks, is_fresh)


def _marks(path: Path) -> tuple[int, ...]:
    status = os.stat(path)  # noqa: PTH116 (as the other looks)
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
