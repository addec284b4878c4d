"""Writing a report to a file: whole or not at all, and what is said when that fails."""

import os
from pathlib import Path

import click

from factcheck.report.escape import for_terminal


class CannotWrite(click.ClickException):
    """A report cannot be written; the run exits with 2, like one that could not start."""

    exit_code = 2

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"cannot write {for_terminal(path)}: {reason}")


def refuse_unwritable(path: str) -> None:
    """Raise before any work is done if a report could not be written to `path`."""
    target = Path(path)
    try:
        target.resolve().is_dir()
    except (OSError, RuntimeError) as error:  # too long a name, or links in a circle
        raise CannotWrite(path, getattr(error, "strerror", "") or "its links go round") from error
    if target.is_dir():
        raise CannotWrite(path, "it is a folder")
    if not target.parent.is_dir():
        raise CannotWrite(path, f"there is no folder {for_terminal(str(target.parent))}")


def write_file(path: str, text: str | bytes) -> None:
    """Write the whole of it or leave what was there; raises `CannotWrite` with the reason.

    A pipe or a device is written to as it is; a link stays, and what it leads to is replaced.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise CannotWrite(path, error.strerror or type(error).__name__) from error


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target and move over it, so that no reader sees half a file."""
    temporary = target.with_name(f".{os.getpid()}.factcheck.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
