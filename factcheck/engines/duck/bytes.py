"""The bytes of a table before any engine sees them: whether they are plain, and how many lines."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from factcheck.database.parquet import linked
from factcheck.records import Record, frozen
from factcheck.vocabulary.csv_record import BrokenRecord, read_record

_CHUNK: Final = 1 << 24
_HEADER: Final = 1 << 20
"""A header longer than this is left to the exact reader."""
_STRANGE: Final = bytes(set(range(32)) - {9, 10, 13}) + b"\x7f"


@frozen
class Scanned(Record):
    """A CSV file that is plain: its columns, and its lines but for empty ones at the end."""

    columns: tuple[str, ...]
    lines: int
    header_lines: int
    windows: bool
    """Whether some lines end in CR LF."""
    quotes: bool
    """Whether there is a double quote anywhere."""


def scan(path: Path, most: int) -> Scanned | None:
    """What a file holds; None when its bytes need the exact reader to say what is wrong."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        return None
    lines, windows, quotes, empty, head = 0, False, False, 0, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if not head:
                head = chunk[:_HEADER]
            if chunk.endswith((b"\r", b"\xc2")):
                chunk += file.read(1)
            if _is_strange(chunk):
                return None
            windows = windows or b"\r" in chunk
            quotes = quotes or b'"' in chunk
            lines += chunk.count(b"\n")
            stripped = chunk.rstrip(b"\r\n")
            ending = chunk[len(stripped) :].count(b"\n")
            empty = empty + ending if not stripped else ending
    header = _header(head)
    if header is None:
        return None
    columns, header_lines = header
    return Scanned(columns, lines - empty + 1, header_lines, windows, quotes)


def _is_strange(chunk: bytes) -> bool:
    """Whether there are bytes that no table has: control characters, or a lone CR."""
    if len(chunk.translate(None, _STRANGE)) != len(chunk):
        return True
    if b"\r" in chunk and chunk.count(b"\r") != chunk.count(b"\r\n"):
        return True
    return b"\xc2" in chunk and any(bytes((0xC2, low)) in chunk for low in range(0x80, 0xA0))


def _header(head: bytes) -> tuple[tuple[str, ...], int] | None:
    """The names of the columns and how many lines they take; None if they are not in order."""
    end = head.rfind(b"\n")
    if end < 0 or head.startswith(b"\xef\xbb\xbf"):
        return None
    try:
        text = head[:end].decode("utf-8").replace("\r\n", "\n").removesuffix("\r")
    except UnicodeDecodeError:
        return None
    record = read_record(text.split("\n"), 0)
    if isinstance(record, BrokenRecord):
        return None
    columns, after = record
    good = all(name.strip() for name in columns) and len(set(columns)) == len(columns)
    return (tuple(columns), after) if good else None


def at_hand(path: Path, folder: Path, scanned: Scanned) -> Path:
    """The file under a name of our own, since an engine reads `*` and `[` in a name as patterns."""
    own = folder / "claims.csv"
    if scanned.windows:
        with path.open("rb") as source, own.open("wb") as target:
            while chunk := source.read(_CHUNK):
                whole = chunk + source.read(1) if chunk.endswith(b"\r") else chunk
                target.write(whole.replace(b"\r\n", b"\n"))
        return own
    return linked(path, own)
