"""Entries on disk: whole or absent, checked when they are read, never more than fits."""

from __future__ import annotations

import json
import os
import re
import stat
import time
from pathlib import Path
from typing import Any, Final

from factcheck.cache.place import is_own
from factcheck.digest import sha256
from factcheck.records import Record, frozen

MAX_ENTRY_BYTES: Final = 16 * 1024 * 1024
"""A larger result is made anew each time."""
MAX_STORE_BYTES: Final = 64 * 1024 * 1024
MAX_ENTRIES: Final = 1_000
"""Beyond these two the entries go that were not used for the longest time."""
MAX_TABLES_BYTES: Final = 2 * 1024 * 1024 * 1024
"""Of the files of tables, beside the entries that know their digests."""
_ABANDONED_SECONDS: Final = 3_600
_ENTRY: Final = re.compile(r"[a-z]+-[0-9a-f]{64}\.json")
_TABLE: Final = re.compile(r"table-[0-9a-f]{64}[.]parquet")
_HALF: Final = re.compile(r"[0-9a-f]{32}\.half")
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def key_of(kind: str, *parts: object) -> str:
    """The name for what rests on these parts: values with a text, in this order."""
    said = json.dumps(parts, sort_keys=True, default=str)
    return f"{kind}-{sha256(said.encode())}"


@frozen
class Store(Record):
    """The entries of a folder. No trouble with the disk is told: an entry is then not there."""

    folder: Path

    def get(self, key: str) -> Any:  # noqa: ANN401 (any JSON)
        """What was put under the key; None where it is not there, not whole or not ours."""
        path = self.folder / f"{key}.json"
        try:
            data = _read(path)
            if data is None:
                return None
            seal, _, body = data.partition(b"\n")
            if seal.decode("ascii") != _seal(key, body):
                return None
            value = json.loads(body)
            os.utime(path)
        except (OSError, ValueError, RecursionError):
            return None
        return value

    def put(self, key: str, value: object) -> None:
        """Keep a JSON value under the key, and let go of what no longer fits."""
        half = self.folder / f"{os.urandom(16).hex()}.half"
        try:
            body = json.dumps(value, separators=(",", ":")).encode()
            data = _seal(key, body).encode() + b"\n" + body
            if len(data) <= MAX_ENTRY_BYTES:
                _write(self.folder / f"{key}.json", half, data)
            self._make_room()
        except (OSError, ValueError, RecursionError):
            return

    def _make_room(self) -> None:
        """Remove what was abandoned half-written, and the oldest files beyond the limits."""
        entries, tables = [], []
        for file in os.scandir(self.folder):
            status = file.stat(follow_symlinks=False)
            if _ENTRY.fullmatch(file.name):
                entries.append((status.st_mtime, status.st_size, file.path))
            elif _TABLE.fullmatch(file.name):
                tables.append((status.st_mtime, status.st_size, file.path))
            elif _HALF.fullmatch(file.name) and time.time() - status.st_mtime > _ABANDONED_SECONDS:
                Path(file.path).unlink(missing_ok=True)
        _let_go(entries, MAX_STORE_BYTES)
        _let_go(tables, MAX_TABLES_BYTES)


def _let_go(files: list[tuple[float, int, str]], most: int) -> None:
    """Remove the files that were not used for the longest time, beyond so many bytes."""
    size = 0
    for number, (_, length, path) in enumerate(sorted(files, reverse=True), start=1):
        size += length
        if number > MAX_ENTRIES or size > most:
            Path(path).unlink(missing_ok=True)


def _seal(key: str, body: bytes) -> str:
    """What only the whole body under its own key has in front of it."""
    return sha256(key.encode() + body)


def _write(path: Path, half: Path, data: bytes) -> None:
    """Write a file aside and move it into its place, or leave nothing."""
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
        raise


def _read(path: Path) -> bytes | None:
    """The bytes of an entry, if it is a regular file of the user's own."""
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or not is_own(status):
            return None
        return file.read(MAX_ENTRY_BYTES) if status.st_size <= MAX_ENTRY_BYTES else None
