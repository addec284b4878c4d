"""A report with its details: the steps of each finding, the rules as written, names for people."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from factcheck.records import evolve
from factcheck.report.details import Details
from factcheck.report.model import Report
from factcheck.report.selection import drawn_in_full
from factcheck.report.written_rules import written_rules
from factcheck.values.truth import word
from factcheck.verdicts.case_steps import case_steps
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.steps import CaseSteps
from factcheck.verdicts.told import case_of, fingerprint
from factcheck.verdicts.verdict import RuleVerdict


def in_full(report: Report, result: CheckResult) -> Report:
    """The report of this result, with its details; with steps as far as they are drawn."""
    wanted = drawn_in_full(report.findings)
    entities = result.vocabulary.entities.values() if result.vocabulary else ()
    metrics = result.vocabulary.metrics.values() if result.vocabulary else ()
    sources = result.vocabulary.sources.values() if result.vocabulary else ()
    details = Details(
        result.descriptor.title if result.descriptor else "",
        {entity.id: entity.label for entity in entities if entity.label},
        {metric.id: metric.label for metric in metrics if metric.label},
        written_rules(dict(result.texts), {rule.id: rule.location for rule in report.rules}),
        {name: steps for verdict in result.verdicts for name, steps in _steps(verdict, wanted)},
        {source.id: source.publisher or source.title or source.id for source in sources},
    )
    return evolve(report, details=details)


def _steps(verdict: RuleVerdict, wanted: AbstractSet[str]) -> Iterator[tuple[str, CaseSteps]]:
    """The steps of the cases that are wanted, by the fingerprints of their findings."""
    plan = verdict.plan
    for case in verdict.cases:
        if case.folded is None:
            continue
        name = fingerprint(plan.id, word(case.truth), case_of(plan, case.key))
        if name in wanted:
            yield name, case_steps(case.folded.worst.reading.package, plan, case.folded)
