"""Writes a new package into a folder that is not there or is empty: all of it, or nothing."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from factcheck.records import Record, frozen

NAME: Final = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
"""What a Data Package may be named."""
NAMELESS: Final = "claims"


@frozen
class Started(Record):
    """What was written, or why nothing was."""

    name: str
    files: tuple[str, ...]
    refused: str = ""


def name_of(directory: str) -> str:
    """The name of a folder in the letters that a package's name may have."""
    folder = Path(os.path.abspath(directory)).name  # noqa: PTH100 (a link keeps its own name)
    return "-".join(re.findall(r"[a-z0-9]+", folder.lower())) or NAMELESS


def start(directory: str, name: str, files: Mapping[str, str]) -> Started:
    """Write the files, by their paths with `/`, so that a reader sees all of them or none."""
    try:
        target = Path(directory).resolve()
        refused = _refuse(target, name)
    except (OSError, RuntimeError) as error:  # too long a name, or links in a circle
        return Started(name, (), getattr(error, "strerror", "") or "its links go round")
    if refused:
        return Started(name, (), refused)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.factcheck.tmp")
    try:
        _write(temporary, files)
        if target.is_dir():
            _fill(target, temporary)
        else:
            temporary.rename(target)
    except OSError as error:
        return Started(name, (), error.strerror or type(error).__name__)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return Started(name, tuple(files))


def _refuse(target: Path, name: str) -> str:
    if not NAME.fullmatch(name):
        return f"{name!r} is no name of a package: small letters and digits, with - . _ between"
    if target.exists() and not target.is_dir():
        return "it is a file"
    if target.is_dir() and any(target.iterdir()):
        return "the folder is not empty"
    return "" if target.parent.is_dir() else "the folder that it would be in is not there"


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _fill(target: Path, temporary: Path) -> None:
    """Move everything into a folder that is there, and may be the one somebody stands in.

    What was moved is taken back when the rest cannot follow.
    """
    paths = sorted(temporary.iterdir())
    try:
        for path in paths:
            path.rename(target / path.name)
    except BaseException:
        for path in paths:
            if not path.exists():
                (target / path.name).rename(path)
        raise
