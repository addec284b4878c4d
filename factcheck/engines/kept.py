"""What an engine may know of earlier runs over the same claims: answers, and tables in files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol


class Kept(Protocol):
    """What is kept about the claims of one package, by names that say all that it rests on."""

    @property
    def folder(self) -> Path:
        """Where tables are kept, and where they are written aside."""

    def answer(self, question: str) -> list[Any] | None:
        """The rows that answer a question, where they are known."""

    def tell(self, question: str, rows: Sequence[Sequence[Any]]) -> None:
        """Keep an answer: rows of texts, numbers, truths and nothing."""

    def table(self, name: str) -> Path | None:
        """The file of a table in Parquet, whole and as it was written, where there is one."""

    def keep(self, name: str, half: Path) -> None:
        """Keep a table that was written aside."""

    def save(self) -> None:
        """The run went well: what it told may be used by others."""


class Memory(Protocol):
    """What is kept, by the digest of the claims' file and what judges them."""

    def about(self, digest: str, engine: str) -> Kept:
        """What is kept about these claims, as this version of an engine had it."""
