"""The engine that brings claims into Spark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.budget import Budget
from factcheck.engines.engine import Loaded
from factcheck.engines.exact.loaded import ExactEngine
from factcheck.engines.limits import MOST_FINDINGS
from factcheck.engines.most import MOST, Most
from factcheck.engines.spark.csv import load_csv
from factcheck.engines.spark.door import Door, connected
from factcheck.engines.spark.parquet import load_parquet
from factcheck.engines.stored.loaded import Checked, checked, in_tables
from factcheck.inputs.notes import cannot_note
from factcheck.plan.model import RulePlan
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.resources import PARQUET


class SparkEngine:
    """Tables that one machine does not hold, checked and joined by the workers of a cluster."""

    def __init__(
        self,
        findings: int = MOST_FINDINGS,
        most: Most = MOST,
        *,
        shown: Budget | None = None,
        filtered: bool = True,
    ) -> None:
        self._findings = findings
        self._shown = shown
        self._most = most
        self._filtered = filtered

    @contextmanager
    def load(
        self, descriptor: Descriptor, vocabulary: Vocabulary, plans: Sequence[RulePlan]
    ) -> Iterator[tuple[Loaded | None, list[Diagnostic]]]:
        """The claims as tables of the workers, which go when the run ends."""
        cannot_note()  # Spark reads Parquet by itself
        with connected(self._most) as door:
            found = _checked(door, descriptor, vocabulary)
            if found is not None:
                yield in_tables(
                    found, plans, self._findings, shown=self._shown, filtered=self._filtered
                )
                return
        # What the engine cannot even take apart, the exact reader explains, or reads.
        with ExactEngine().load(descriptor, vocabulary, plans) as exact:
            yield exact


def _checked(door: Door, descriptor: Descriptor, vocabulary: Vocabulary) -> Checked | None:
    """The claims and what is wrong with them; None when their table cannot be taken apart."""
    if descriptor.taken:
        return None  # rows of several files, which the exact reader joins
    claims, limits = descriptor.resources["claims"], descriptor.limits
    if claims.path.suffix == PARQUET:
        return checked(load_parquet(door, claims.path, limits), descriptor, vocabulary)
    return checked(load_csv(door, claims, limits), descriptor, vocabulary)
