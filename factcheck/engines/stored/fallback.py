"""Rules that no query expresses: the exact engine runs them on the claims that they scan."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from factcheck.claims.model import Claims
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.engines.sql.expression import Column, one_of
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.stored.check import names
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.raw import RAW, ROW
from factcheck.engines.stored.words import Words
from factcheck.plan.model import RulePlan
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.mistakes import Mistakes


@define(eq=False)
class Fallback:
    """The claims that some plans scan, in memory once the first of them is run."""

    reader: Reader
    words: Words
    plans: Sequence[RulePlan]
    package: Package | None = None

    def run(self, plan: RulePlan) -> tuple[Package, RuleRows]:
        """All cases of a rule."""
        if self.package is None:
            self.package = self._read()
        return self.package, run(self.package, plan)

    def _read(self) -> Package:
        rows = self._rows(metrics_of(self.plans))
        return package_of(self.reader, rows)

    def _rows(self, metrics: frozenset[str] | None) -> list[int]:
        where = None
        if metrics is not None:
            texts = self.words.right("metric_id")
            listed = tuple(text for text, metric in texts.items() if metric.id in metrics)
            where = one_of(Column(names(self.reader.raw)["metric_id"]), listed)
        query = Select({ROW: Column(ROW)}, Table(RAW), where=where)
        return [row for (row,) in self.reader.raw.door.rows(query)]


def package_of(reader: Reader, rows: Sequence[int]) -> Package:
    """Some claims as a package of their own."""
    claims = reader.claims(rows, Mistakes(0))
    path = reader.descriptor.resources["claims"].shown
    vocabulary = reader.vocabulary
    return Package(vocabulary, Claims(path, claims), Exchange(vocabulary.rates))


def metrics_of(plans: Sequence[RulePlan]) -> frozenset[str] | None:
    """The metrics that some plans scan; None where they ask for all claims.

    They do when they group claims, and when a field of the scope is bound by no reference, so that
    every value that some claim states is a case.
    """
    found: set[str] = set()
    for plan in plans:
        bound = {
            on.field
            for reference in plan.references
            if not reference.optional
            for on in reference.on
            if on.how in ("same", "ago", "previous", "group") and not on.part
        }
        if plan.groups is not None or not set(plan.scope) <= bound:
            return None
        found.update(reference.scan.metric or "" for reference in plan.references)
    return frozenset(found)
