"""Packages in an archive, opened for the time of a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.inputs import door
from factcheck.inputs.notes import cannot_note
from factcheck.records import Record, frozen
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.wrong import Wrong

INSIDE: Final = "!"
"""Stands behind the name of an archive, before a path inside it: `x.zip!/data/claims.csv`."""
_ENDING: Final = ".zip"


@frozen
class Unpacked(Record):
    """The content of an archive, in a folder that goes when the run ends."""

    folder: Path
    archive: str
    """As messages show it."""

    def __str__(self) -> str:
        """The archive, as it was named."""
        return self.archive


Place: TypeAlias = str | Unpacked | Diagnostic | None
"""Where a package is: a path as the user gave it, or an archive that was unpacked, or why it could
not be; None for the usual places."""


@contextmanager
def opened(package: Place, limits: Limits = DEFAULT_LIMITS) -> Iterator[Place]:
    """Unpack the package if it is an archive, and remove what was unpacked at the end.

    Anything else is given back as it is.
    """
    if not isinstance(package, str) or not is_zip(package):
        yield package
        return
    cannot_note()
    from factcheck.scratch import scratch  # noqa: PLC0415 (only for an archive)
    from factcheck.vocabulary.archive import unpack  # noqa: PLC0415 (as above)

    with scratch() as folder:
        wrong = unpack(Path(package), folder, limits)
        yield wrong.at(at(package)) if wrong else Unpacked(folder, package)


def shown(package: Place) -> str:
    """How messages call a package in which no descriptor was found."""
    if isinstance(package, Diagnostic):
        return package.span.path
    return str(package or "")


def is_zip(package: str) -> bool:
    """Whether this is a file whose name says that it is a ZIP archive."""
    is_named = Path(package).suffix.lower() == _ENDING
    return is_named and door.exists(package) and not door.is_folder(package)


def text_inside(shown: str, most: int, limits: Limits = DEFAULT_LIMITS) -> str:
    """The text of a member that messages show as `shown`, once more; empty where there is none."""
    from factcheck.vocabulary.archive import broken, members_of  # noqa: PLC0415 (only for an archive)

    archive, _, name = shown.partition(f"{INSIDE}/")
    if not name or not is_zip(archive):
        return ""
    with members_of(Path(archive), limits) as found:
        if isinstance(found, Wrong):
            return ""
        file, members = found
        for member in members:
            if member.orig_filename == name and member.file_size <= most:
                try:
                    return file.read(member).decode("utf-8", "replace")
                except broken():
                    return ""
    return ""
