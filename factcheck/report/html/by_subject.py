"""What the findings are about: how many for each entity and metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from factcheck.records import Record, frozen
from factcheck.report.html.groups import kind_of
from factcheck.report.html.names import Names
from factcheck.report.model import Finding

SUBJECTS_LISTED: Final = 200


@frozen
class SubjectRow(Record):
    """An entity, or a metric of one, with its findings."""

    entity: str
    metric: str
    """Both as they are called."""
    entity_id: str
    metric_id: str
    violated: int
    undetermined: int
    waived: int


@frozen
class Subjects(Record):
    """Entities with their metrics; `more` rows are left out."""

    rows: tuple[SubjectRow, ...]
    more: int


def by_subject(findings: Iterable[Finding], names: Names) -> Subjects:
    """Entity by entity, those with most contradictions first."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    totals: dict[str, Counter[str]] = {}
    for finding in findings:
        about = {(found.claim.entity, found.claim.metric) for found in finding.claims}
        for pair in about:
            counts.setdefault(pair, Counter())[kind_of(finding)] += 1
        for entity in {entity for entity, _ in about}:
            totals.setdefault(entity, Counter())[kind_of(finding)] += 1
    order = sorted(
        counts,
        key=lambda pair: (*_rank(totals[pair[0]]), pair[0], *_rank(counts[pair]), pair[1]),
    )
    shown = order[:SUBJECTS_LISTED]
    rows = [
        SubjectRow(
            names.entity(entity),
            names.metric(metric),
            entity,
            metric,
            counts[entity, metric]["violated"],
            counts[entity, metric]["undetermined"],
            counts[entity, metric]["waived"],
        )
        for entity, metric in shown
    ]
    return Subjects(tuple(rows), len(order) - len(shown))


def _rank(count: Counter[str]) -> tuple[int, int]:
    return -count["violated"], -count["undetermined"]
