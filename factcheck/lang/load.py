"""Rule files: where they are, read in a stable order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from factcheck.diagnostics.binding_codes import NO_RULES, RULES_UNREADABLE
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.lang.parser import parse
from factcheck.lang.source import MAX_BYTES, decode
from factcheck.lang.syntax import Program

ENDING: Final = ".rules"
FOLDER: Final = "rules"
MAX_FILES: Final = 1_000
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def load_rules(
    paths: Sequence[str], own: str | None, folder: str
) -> tuple[list[Program], list[Diagnostic]]:
    """The programs of a run.

    Those that `paths` name; else what the package itself names, `own`, which has to lie inside its
    `folder`; else the folder `rules` in it or beside it.
    """
    found: list[Diagnostic] = []
    programs: list[Program] = []
    seen: set[str] = set()
    for path, root in _places(paths, own, folder):
        for file in _files(path, root, found):
            real = os.path.realpath(file)
            if real in seen:
                continue
            seen.add(real)
            text, wrong = _read(file)
            found += wrong
            if text is not None:
                program, wrong = parse(text, _shown(file))
                programs.append(program)
                found += wrong
    return programs, found


def _shown(path: Path) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


def _places(
    paths: Sequence[str], own: str | None, folder: str
) -> Iterator[tuple[Path, str | None]]:
    """Files and folders to look at, each with the folder that it must not leave."""
    if paths:
        for path in paths:
            yield Path(path), None
        return
    if own is not None:
        yield Path(folder) / own, folder
        return
    inside, beside = Path(folder) / FOLDER, Path(folder) / os.pardir / FOLDER
    if inside.is_dir():
        yield inside, folder
    elif beside.is_dir():
        yield beside, str(Path(folder) / os.pardir)


def _files(path: Path, root: str | None, found: list[Diagnostic]) -> list[Path]:
    """The rule files at a place, sorted; links that lead out of `root` are refused."""
    if not _exists(path):
        _wrong(found, path, f"there is no file or folder `{_shown(path)}`")
        return []
    files = [path]
    if path.is_dir():
        files = sorted(
            Path(base) / name
            for base, _, names in os.walk(path)
            for name in names
            if name.endswith(ENDING)
        )
        if not files:
            message = f"the folder holds no file that ends in {ENDING}"
            found.append(Diagnostic(NO_RULES, message, at(_shown(path))))
        if len(files) > MAX_FILES:
            _wrong(found, path, f"the folder holds more than {MAX_FILES} files of rules")
            return []
    kept = [file for file in files if root is None or _is_inside(file, root)]
    for file in files:
        if file not in kept:
            _wrong(found, file, "the file lies outside the package")
    return kept


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_inside(file: Path, root: str) -> bool:
    real = os.path.realpath(root)
    return os.path.commonpath([real, os.path.realpath(file)]) == real


def _read(path: Path) -> tuple[str | None, list[Diagnostic]]:
    """The text of a regular file."""
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None, [_diagnostic(path, "this is not a regular file")]
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                data = file.read(MAX_BYTES + 1)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is no path"
        return None, [_diagnostic(path, f"the file cannot be read: {reason}")]
    return decode(data, _shown(path))


def _wrong(found: list[Diagnostic], path: Path, message: str) -> None:
    found.append(_diagnostic(path, message))


def _diagnostic(path: Path, message: str) -> Diagnostic:
    return Diagnostic(
        RULES_UNREADABLE, message, at(_shown(path)), help="name a file or folder of rules"
    )
