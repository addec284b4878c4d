"""The engine that brings claims into DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.database.connection import failures, version
from factcheck.database.limits import MEMORY
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.budget import Budget
from factcheck.engines.duck.door import Door, connect
from factcheck.engines.duck.failures import failures_told
from factcheck.engines.duck.recall import Recalling
from factcheck.engines.duck.tables import load, load_again
from factcheck.engines.engine import Loaded
from factcheck.engines.exact.loaded import ExactEngine
from factcheck.engines.kept import Memory
from factcheck.engines.limits import MOST_FINDINGS, Stage, nobody
from factcheck.engines.most import MOST, Most
from factcheck.engines.stored.loaded import Checked, checked, in_tables
from factcheck.engines.stored.raw import Raw
from factcheck.inputs.door import library
from factcheck.inputs.notes import cannot_note
from factcheck.inputs.unchanged import Watched, watched
from factcheck.plan.model import RulePlan
from factcheck.records import define
from factcheck.scratch import scratch
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary


class DuckEngine:
    """Tables of millions of rows, checked and joined by DuckDB."""

    def __init__(  # noqa: PLR0913 (one for each thing that a run asks for)
        self,
        memory: str = MEMORY,
        threads: int | None = None,
        findings: int = MOST_FINDINGS,
        kept: Memory | None = None,
        stage: Stage = nobody,
        *,
        shown: Budget | None = None,
        filtered: bool = True,
        most: Most = MOST,
    ) -> None:
        self._memory = memory
        self._threads = threads
        self._findings = findings
        self._shown = shown
        self._most = most
        self._filtered = filtered
        self._kept = kept
        self._stage = stage

    @contextmanager
    def load(
        self, descriptor: Descriptor, vocabulary: Vocabulary, plans: Sequence[RulePlan]
    ) -> Iterator[tuple[Loaded | None, list[Diagnostic]]]:
        """The claims in a database of their own, which goes when the run ends."""
        with scratch(sweeping=True) as folder:
            door = connect(folder, self._memory, self._threads, self._most)
            try:
                run = _Run(door, folder, descriptor, self._kept, self._stage)
                found = run.checked(vocabulary)
                if found is not None:
                    with failures_told(run.shown, run.own):
                        yield in_tables(
                            found,
                            plans,
                            self._findings,
                            shown=self._shown,
                            filtered=self._filtered,
                            stage=self._stage,
                        )
                    run.end()
                    return
            finally:
                door.connection.close()
        # What the engine cannot even take apart, the exact reader explains, or reads.
        with ExactEngine().load(descriptor, vocabulary, plans) as exact:
            yield exact


@define
class _Run:
    """One run over the claims of a package."""

    door: Door
    folder: Path
    descriptor: Descriptor
    memory: Memory | None
    stage: Stage
    watched: Watched | None = None
    recalling: Recalling | None = None

    @property
    def path(self) -> Path:
        """The file of the claims."""
        return self.descriptor.resources["claims"].path

    @property
    def shown(self) -> str:
        """What it is called in messages."""
        return self.descriptor.resources["claims"].shown

    @property
    def own(self) -> Path:
        """What DuckDB knows it as."""
        return self.folder / f"claims{self.path.suffix}"

    def checked(self, vocabulary: Vocabulary) -> Checked | None:
        """The claims and what is wrong with them; None when their table cannot be taken apart."""
        if self.descriptor.taken:
            return None  # rows of several files, which the exact reader joins
        path = self.path
        library("duckdb")
        self.stage("loading the claims")
        if self.memory is not None:
            try:
                self.watched = watched(path)
            except OSError:
                return None
            kept = self.memory.about(self.watched.digest, version())
            self.recalling = Recalling(self.door, kept)
        try:
            raw = self._raw(path)
            self.stage("checking the claims")
            found = checked(raw, self.descriptor, vocabulary)
        except failures():
            return None  # a damaged file: some part of it cannot be read
        if found is not None:
            folders = [self.recalling.kept.folder] if self.recalling else []
            self.door.lock([path, self.own], folders)
        return found

    def _raw(self, path: Path) -> Raw | None:
        limits = self.descriptor.limits
        if self.recalling is None:
            return load(self.door, path, self.folder, limits)
        return load_again(self.recalling, path, self.folder, limits)

    def end(self) -> None:
        """What was computed is kept for later runs, if the file stayed as it was meanwhile."""
        if self.watched is None or self.recalling is None:
            cannot_note()  # DuckDB read the table by itself
        elif self.watched.stayed():
            self.recalling.keep()
