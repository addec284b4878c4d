"""A package in a ZIP archive: all members are looked at before one byte of them is unpacked."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from factcheck.diagnostics.package_codes import ARCHIVE, NOT_READABLE, TOO_LARGE
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.members import check_members
from factcheck.vocabulary.wrong import Wrong

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_END: Final = struct.Struct("<4s4H2LH")
"""The record at the end of an archive: how many members there are, and how long their list is."""
_LOCATOR_BYTES: Final = 20
_CHUNK: Final = 1 << 16
_HELP: Final = "name a ZIP archive, or unpack it and name the folder"

Members = tuple["ZipFile", list["ZipInfo"]]


@contextmanager
def members_of(path: Path, limits: Limits) -> Iterator[Members | Wrong]:
    """The archive and those members that are files, all of them fit to be unpacked; or why not."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not a path"
        yield Wrong(NOT_READABLE, f"the archive cannot be read: {reason}")
        return
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            yield Wrong(NOT_READABLE, "the archive is not a regular file")
        else:
            yield _members(file, limits)


def _members(file: IO[bytes], limits: Limits) -> Members | Wrong:
    from zipfile import ZipFile  # noqa: PLC0415 (only for an archive)

    wrong = _check_end(file, limits)
    if wrong:
        return wrong
    try:
        archive = ZipFile(file)
    except broken() as error:
        return not_a_zip(error)
    found = check_members(archive.infolist(), limits)
    return found if isinstance(found, Wrong) else (archive, found)


def _check_end(file: IO[bytes], limits: Limits) -> Wrong | None:
    """What the end of the archive says is too much; it is found where `zipfile` finds it."""
    size = file.seek(0, os.SEEK_END)
    if size > limits.max_archive_bytes:
        return _too_large(f"has more than {limits.max_archive_bytes} bytes", "max_archive_bytes")
    start = file.seek(max(0, size - _LOCATOR_BYTES - _END.size - 0xFFFF))
    tail = file.read()
    place = len(tail) - _END.size
    if place < 0 or not (tail.startswith(b"PK\5\6", place) and tail.endswith(b"\0\0")):
        place = tail.rfind(b"PK\5\6", max(0, size - _END.size - 0xFFFF - start))
    if place < 0 or place + _END.size > len(tail):
        return Wrong(ARCHIVE, "this is not a ZIP archive, or its end is missing", _HELP)
    if tail[max(0, place - _LOCATOR_BYTES) : place].startswith(b"PK\6\7"):
        return Wrong(ARCHIVE, "archives in the form ZIP64 are not read", _HELP)
    _, _, _, _, number, directory, _, _ = _END.unpack_from(tail, place)
    if number > limits.max_members:
        return _too_large(f"has more than {limits.max_members} members", "max_members")
    if directory > limits.max_directory_bytes:
        most = f"lists its members in more than {limits.max_directory_bytes} bytes"
        return _too_large(most, "max_directory_bytes")
    return None


def _too_large(what: str, limit: str) -> Wrong:
    return Wrong(TOO_LARGE, f"the archive {what}", f"the limit is `{limit}`")


def broken() -> tuple[type[Exception], ...]:
    """What `zipfile` raises for archives that are damaged, or of a form that it does not read."""
    from zipfile import BadZipFile  # noqa: PLC0415 (only for an archive)
    from zlib import error  # noqa: PLC0415 (as above)

    return (
        *(BadZipFile, error, EOFError, NotImplementedError, OSError, RuntimeError),
        *(struct.error, UnicodeError, ValueError),
    )


def not_a_zip(error: Exception) -> Wrong:
    """The mistake that an error of `broken` tells."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Wrong(ARCHIVE, f"the archive cannot be read: {reason}", _HELP)


def unpack(path: Path, folder: Path, limits: Limits) -> Wrong | None:
    """Write every member into an empty folder, as a file for its owner alone; or say why not."""
    with members_of(path, limits) as found:
        if isinstance(found, Wrong):
            return found
        archive, members = found
        room = limits.max_unpacked_bytes
        for member in members:
            try:
                room -= _write(archive, member, folder / member.orig_filename, room)
            except broken() as error:
                return not_a_zip(error)
    return None


def _write(archive: ZipFile, member: ZipInfo, target: Path, room: int) -> int:
    """Write one member, and give its length; whatever the archive says, it fits into the room."""
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(member) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > room:
                raise ValueError("it is larger than it says")
            file.write(chunk)
    return written
