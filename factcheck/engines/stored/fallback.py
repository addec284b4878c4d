"""Rules that no query expresses: the exact engine runs them on the claims that they scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.claims.model import Claims
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import Decided, RuleRows
from factcheck.engines.sql.expression import Column, Expression, one_of
from factcheck.engines.sql.query import Select, Table, first
from factcheck.engines.sql.used import USED
from factcheck.engines.stored.check import names
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.raw import RAW, ROW, count_rows
from factcheck.engines.stored.words import Words
from factcheck.plan.model import RulePlan
from factcheck.records import define
from factcheck.vocabulary.exchange import Exchange


@define
class Fallback:
    """The claims that some plans scan, in memory once the first of them is run."""

    reader: Reader
    words: Words
    plans: Sequence[RulePlan]
    unsaid: Mapping[str, str]
    """By rule, what it has that no query says."""
    package: Package | None = None

    apart: bool = False
    """Whether all of them together are more than fit."""

    def run(self, plan: RulePlan) -> tuple[Package, RuleRows]:
        """All cases of a rule; where its claims are more than fit, it is undetermined."""
        if self.package is None and not self.apart:
            self.package = self._read(self.plans)
            self.apart = self.package is None
        package = self.package or self._read((plan,))
        if package is None:
            return package_of(self.reader, ()), self._left(plan)
        return package, run(package, plan)

    def _read(self, plans: Sequence[RulePlan]) -> Package | None:
        """The claims that some plans scan; None when they are too many."""
        door = self.reader.raw.door
        scanned = Select({ROW: Column(ROW)}, Table(RAW), where=self._scanned(plans))
        most = door.most.claims
        rows = door.rows(first(scanned, most + 1), most + 1)
        return None if len(rows) > most else package_of(self.reader, [row for (row,) in rows])

    def _scanned(self, plans: Sequence[RulePlan]) -> Expression | None:
        metrics = metrics_of(plans)
        if metrics is None:
            return None
        texts = self.words.right("metric_id")
        listed = tuple(text for text, metric in texts.items() if metric.id in metrics)
        return one_of(Column(names(self.reader.raw)["metric_id"]), listed)

    def _left(self, plan: RulePlan) -> RuleRows:
        """A rule that nobody looked at: its claims are in no case that could be told apart."""
        door, where = self.reader.raw.door, self._scanned((plan,))
        number = count_rows(door, where)
        door.insert(USED, Select({ROW: Column(ROW)}, Table(RAW), where=where))
        words = (
            f"it is undetermined: no query says {self.unsaid[plan.id]}, "
            f"and of its {number:,} claims "
            f"no more than {door.most.claims:,} may be in memory at once"
        )
        return RuleRows(plan, (), 0, "", Decided(undetermined=1, left=words))


def package_of(reader: Reader, rows: Sequence[int]) -> Package:
    """Some claims as a package of their own."""
    claims = reader.claims(rows)
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
