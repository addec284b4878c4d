"""Looks at the files of the user: a result rests on nothing else, and each look can be noted."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from factcheck.inputs.notes import CONTENT, DIGEST, LIBRARY, cannot_note, note, note_content

RULES: Final = "rules"
LIBRARIES: Final[dict[str, tuple[str, ...]]] = {"duckdb": ("_duckdb", "duckdb")}
"""The libraries that results rest on: the first of these modules that is there is the library."""
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe must not wait for its other end."""


def exists(path: str | Path) -> bool:
    """Whether there is something that can be looked at; False for what is no path at all."""
    return note("exists", path, os.path.exists(path))  # noqa: PTH110 (Path raises)


def is_folder(path: str | Path) -> bool:
    """Whether it is a folder, or leads to one."""
    return note("folder", path, os.path.isdir(path))  # noqa: PTH112 (as above)


def is_file(path: str | Path) -> bool:
    """Whether it is a regular file, or leads to one."""
    return note("file", path, os.path.isfile(path))  # noqa: PTH113 (as above)


def real(path: str | Path) -> str:
    """Where it leads when all links are followed; raises OSError or ValueError."""
    return note("real", path, os.path.realpath(path))


def files_below(folder: str | Path, ending: str) -> Sequence[Path]:
    """The files in a folder and inside it whose names end so, sorted; links are not entered."""
    found = sorted(
        Path(base) / name
        for base, _, names in os.walk(folder)
        for name in names
        if name.endswith(ending)
    )
    note("below", folder, [str(path) for path in found], ending)
    return found


def rules(path: str | Path, most: int) -> bytes | None:
    """As `content`, of a file of rules: what they say is known apart from what tables say."""
    return content(path, most, RULES)


def content(path: str | Path, most: int, kind: str = CONTENT) -> bytes | None:
    """At most so many bytes of a file; None when it is a folder, a pipe, a device or the like.

    Raises OSError or ValueError for what cannot be read.
    """
    try:
        data = _content(path, most)
    except (OSError, ValueError) as error:
        note(kind, path, told(error), str(most))
        raise
    note_content(kind, path, data, most)
    return data


def whole(path: str | Path) -> str:
    """The digest of all that a regular file holds, which is too long to be read at once.

    Raises OSError for what is none, or cannot be read.
    """
    from hashlib import file_digest  # noqa: PLC0415 (takes long to load, and is rarely asked)

    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise IsADirectoryError(str(path))
        found = file_digest(file, "sha256").hexdigest()
    return note(DIGEST, path, found)


def library(name: str) -> str:
    """What tells one installed version of a library from another, which takes no import of it.

    As the program's own files, it is known by its length and by the times of its last changes.
    """
    from importlib.util import find_spec  # noqa: PLC0415 (rarely asked)

    try:
        specs = map(find_spec, LIBRARIES.get(name, ()))
        origin = next(spec.origin for spec in specs if spec is not None) or ""
        status = os.stat(origin)  # noqa: PTH116 (as the other looks)
    except (OSError, StopIteration, ValueError):
        cannot_note()
        return ""
    mark = f"{origin} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
    return note(LIBRARY, name, mark)


def told(error: Exception) -> str:
    """What tells one reason why a file cannot be read from another."""
    return f"{type(error).__name__}: {error}"


def _content(path: str | Path, most: int) -> bytes | None:
    descriptor = os.open(path, _FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(descriptor)
