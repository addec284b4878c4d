"""A published form that is already there: whether it is one, and what it holds."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from factcheck.diagnostics.publish_codes import NOT_OURS
from factcheck.publish.archive import SUMS
from factcheck.vocabulary.find import FILE_NAME
from factcheck.vocabulary.json_text import parse_json
from factcheck.vocabulary.limits import DEFAULT_LIMITS
from factcheck.vocabulary.wrong import Wrong

_LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")
_HELP: Final = "name another folder with --out, or move this one away"


def refusal(folder: Path) -> Wrong | None:
    """Why a folder must not be replaced; None when it is not there, or a published form alone."""
    try:
        return _refusal(folder)
    except OSError as error:  # such as a name that is too long
        return Wrong(NOT_OURS, error.strerror or type(error).__name__, _HELP)


def _refusal(folder: Path) -> Wrong | None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return Wrong(NOT_OURS, "it is no folder", _HELP)
    if not folder.exists() or not any(folder.iterdir()):
        return None
    sums = checksums(folder)
    if sums is None or "factcheck" not in descriptor(folder):
        return Wrong(NOT_OURS, "it holds files, and is no published form of a package", _HELP)
    others = sorted(path for path in contents(folder) if path not in {*sums, SUMS})
    if others:
        message = f"it holds a file that is not of the published form: {others[0]}"
        return Wrong(NOT_OURS, message, _HELP)
    return None


def checksums(folder: Path) -> Mapping[str, str] | None:
    """The checksums that a form names, by path; None where there are none."""
    try:
        text = (folder / SUMS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    lines = [_LINE.fullmatch(line) for line in text.splitlines()]
    return {line[2]: line[1] for line in lines if line} if all(lines) and lines else None


def descriptor(folder: Path) -> Mapping[str, object]:
    """The descriptor of a form; empty when it cannot be read."""
    try:
        text = (folder / FILE_NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    value, wrong = parse_json(text, FILE_NAME, DEFAULT_LIMITS)
    return value if isinstance(value, dict) and not wrong else {}


def contents(folder: Path) -> Mapping[str, str]:
    """The checksum of every file that is really there, by path; links are named, not followed."""
    return {path.relative_to(folder).as_posix(): _sum(path) for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(base) / name).is_symlink()]
        yield from (Path(base) / name for name in (*names, *links))


def _sum(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    return sha256(path.read_bytes()).hexdigest()
