"""What the engine of large tables was answered, and the tables it made, by the claims' digest."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from factcheck.cache.store import MAX_ENTRY_BYTES, Store, key_of
from factcheck.digest import sha256
from factcheck.engines.kept import Kept
from factcheck.records import Factory, define

MAX_ANSWER_BYTES: Final = 4 * 1024 * 1024
"""A longer answer is asked for again each time."""
MAX_ANSWERS_BYTES: Final = MAX_ENTRY_BYTES // 2
"""Of all answers over the same claims; the oldest go first."""


@define
class Tables:
    """What is kept of large tables; `state` is that of the program."""

    store: Store
    state: object
    asked: bool = False
    """Whether something kept may have been made use of."""

    def about(self, digest: str, engine: str) -> Kept:
        """What is kept about these claims, as this version of an engine had it."""
        self.asked = True
        key = key_of("tables", self.state, digest, engine)
        return KeptTables(self.store, key, *_parts(self.store.get(key)))


@define
class KeptTables:
    """Answers as texts of JSON, and the digests of files."""

    store: Store
    key: str
    answers: dict[str, str]
    files: dict[str, str]
    used: dict[str, str] = Factory(dict)
    whole: dict[str, Path] = Factory(dict)
    """The files that were looked at in this run."""
    is_new: bool = False

    @property
    def folder(self) -> Path:
        """Where tables are kept, and where they are written aside."""
        return self.store.folder.resolve()

    def answer(self, question: str) -> list[Any] | None:
        """The rows that answer a question, where they are known."""
        text = self.used.get(question) or self.answers.get(question)
        if text is None:
            return None
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if not isinstance(found, list) or not all(isinstance(row, list) for row in found):
            return None
        self.used[question] = text
        return found

    def tell(self, question: str, rows: Sequence[Sequence[Any]]) -> None:
        """Keep an answer: rows of texts, numbers, truths and nothing."""
        try:
            text = json.dumps([list(row) for row in rows], separators=(",", ":"))
        except TypeError:
            return
        if len(text) <= MAX_ANSWER_BYTES:
            self.used[question], self.is_new = text, True

    def table(self, name: str) -> Path | None:
        """The file of a table in Parquet, whole and as it was written, where there is one."""
        if name in self.whole:
            return self.whole[name]
        path = self._file(name)
        try:
            if self.files.get(name) != _digest(path):
                return None
            os.utime(path)
        except OSError:
            return None
        self.whole[name] = path
        return path

    def keep(self, name: str, half: Path) -> None:
        """Keep a table that was written aside."""
        try:
            half.chmod(0o600)
            digest = _digest(half)
            half.replace(self._file(name))
        except OSError:
            half.unlink(missing_ok=True)
            return
        self.files[name], self.is_new = digest, True

    def save(self) -> None:
        """The run went well: what it told may be used by others."""
        if not self.is_new:
            return
        kept: dict[str, str] = {}
        size = 0
        older = reversed([item for item in self.answers.items() if item[0] not in self.used])
        for question, text in [*reversed(self.used.items()), *older]:
            size += len(question) + len(text)
            if size > MAX_ANSWERS_BYTES:
                break
            kept[question] = text
        files = {name: own for name, own in self.files.items() if self._file(name).is_file()}
        self.store.put(self.key, [dict(reversed(kept.items())), files])

    def _file(self, name: str) -> Path:
        digest = sha256(f"{self.key} {name}".encode())
        return self.folder / f"table-{digest}.parquet"


def _parts(entry: Any) -> tuple[dict[str, str], dict[str, str]]:  # noqa: ANN401 (any JSON)
    """The answers and files of an entry; of what is none, none."""
    if isinstance(entry, list) and all(_is_texts(part) for part in entry):
        match entry:
            case [answers, files]:
                return answers, files
    return {}, {}


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
