"""Notes of looks: what was asked of which path, and what the answer was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from factcheck.digest import sha256

Question: TypeAlias = tuple[str, ...]
"""The kind of a look, and what was looked at."""
CONTENT: Final = "content"
"""The kind of a look at what a file holds, unless it holds rules."""
DIGEST: Final = "digest"
"""The same of a file that something else reads."""
LIBRARY: Final = "library"
"""The kind of a look at which version of a library there is."""
Answer: TypeAlias = bool | str | list[str]
A = TypeVar("A", bound=Answer)


class Notes:
    """What was seen while a piece of work was done."""

    def __init__(self) -> None:
        self.seen: dict[Question, Answer] = {}
        self.whole = True
        """False once something was looked at that cannot be noted, or that changed meanwhile."""


_NOTES: Final[ContextVar[Notes | None]] = ContextVar("notes", default=None)


@contextmanager
def noted() -> Iterator[Notes]:
    """Note every look inside."""
    notes = Notes()
    token = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(token)


def note(kind: str, about: str | Path, answer: A, *more: str) -> A:
    """The answer, noted if somebody takes notes."""
    notes = _NOTES.get()
    if notes is not None and notes.seen.setdefault((kind, str(about), *more), answer) != answer:
        notes.whole = False
    return answer


def note_content(kind: str, path: str | Path, data: bytes | None, most: int) -> None:
    """Note what the beginning of a file holds, by its digest."""
    if _NOTES.get() is not None:
        note(kind, path, digest(data), str(most))


def cannot_note() -> None:
    """Something is looked at that nobody could look at again."""
    notes = _NOTES.get()
    if notes is not None:
        notes.whole = False


def digest(data: bytes | None) -> str:
    """What tells contents apart; empty for what is no regular file."""
    return "" if data is None else sha256(data)
