"""The engine that brings claims into DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.duck.csv import load_csv
from factcheck.engines.duck.door import MEMORY, Door, connect
from factcheck.engines.duck.parquet import load_parquet
from factcheck.engines.engine import Loaded
from factcheck.engines.exact.loaded import ExactEngine
from factcheck.engines.sql.runner import MOST_FINDINGS
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.loaded import InTables, checked
from factcheck.engines.stored.words import Words
from factcheck.inputs.notes import cannot_note
from factcheck.plan.model import RulePlan
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.resources import PARQUET


class DuckEngine:
    """Tables of millions of rows, checked and joined by DuckDB."""

    def __init__(
        self,
        memory: str = MEMORY,
        threads: int | None = None,
        findings: int = MOST_FINDINGS,
        *,
        filtered: bool = True,
    ) -> None:
        self._memory = memory
        self._threads = threads
        self._findings = findings
        self._filtered = filtered

    @contextmanager
    def load(
        self, descriptor: Descriptor, vocabulary: Vocabulary, plans: Sequence[RulePlan]
    ) -> Iterator[tuple[Loaded | None, list[Diagnostic]]]:
        """The claims in a database of their own, which goes when the run ends."""
        cannot_note()  # DuckDB reads the table by itself
        with TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as folder:
            door = connect(Path(folder), self._memory, self._threads)
            try:
                found = _checked(door, Path(folder), descriptor, vocabulary)
                if found is not None:
                    reader, words, told = found
                    right = not any(one.is_error for one in told)
                    tables = InTables(reader, words, plans, self._findings, self._filtered)
                    yield tables if right else None, told
                    return
            finally:
                door.connection.close()
        # What the engine cannot even take apart, the exact reader explains, or reads.
        with ExactEngine().load(descriptor, vocabulary, plans) as exact:
            yield exact


def _checked(
    door: Door,
    folder: Path,
    descriptor: Descriptor,
    vocabulary: Vocabulary,
) -> tuple[Reader, Words, list[Diagnostic]] | None:
    """The claims and what is wrong with them; None when their table cannot be taken apart."""
    if descriptor.taken:
        return None  # rows of several files, which the exact reader joins
    path = descriptor.resources["claims"].path
    load = load_parquet if path.suffix == PARQUET else load_csv
    found = checked(load(door, path, folder, descriptor.limits), descriptor, vocabulary)
    if found is not None:
        door.lock()
    return found
