"""Every verdict of a run as a row, for the formats that are tables; a problem is a row as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.report.cases import written_case
from factcheck.report.model import Finding, Report, RuleResult, Verdict
from factcheck.verdicts.told import fingerprint

COLUMNS: Final = (
    ("verdict", "string"),
    ("rule", "string"),
    ("title", "string"),
    ("severity", "string"),
    ("case", "string"),
    ("fingerprint", "string"),
    ("figures", "string"),
    ("message", "string"),
    ("check", "string"),
    ("numbers", "string"),
    ("margin", "string"),
    ("settle", "string"),
    ("readings_deciding", "integer"),
    ("readings_total", "integer"),
    ("claims", "string"),
    ("path", "string"),
    ("line", "integer"),
    ("column", "integer"),
    ("waived", "string"),
    ("waived_by", "string"),
    ("waived_until", "date"),
    ("baseline", "string"),
)
"""Their names and the types of a table schema; the first five and `figures` fit into waivers."""

PROBLEM: Final = "problem"
"""Stands in the first column of what is wrong with the files; `rule` is its code then."""

Row = dict[str, str]


def verdict_rows(report: Report) -> Iterator[Sequence[str]]:
    """Problems first, then the rules in their order with their cases in theirs; empty is absent."""
    for row in _rows(report):
        yield [row.get(name, "") for name, _ in COLUMNS]


def _rows(report: Report) -> Iterator[Row]:
    yield from map(_problem, report.problems)
    told = {(one.rule, one.verdict, one.case): one for one in report.findings}
    cases: dict[str, list[Verdict]] = {}
    for verdict in report.verdicts:
        cases.setdefault(verdict.rule, []).append(verdict)
    idle = {one.rule: one for one in report.findings if one.verdict == "not_exercised"}
    for rule in report.rules:
        for verdict in cases.get(rule.id, []):
            finding = told.get((verdict.rule, verdict.verdict, verdict.case))
            yield _case(rule, verdict, finding)
        if rule.id in idle:
            yield _rule(rule) | _finding(idle[rule.id])


def _case(rule: RuleResult, verdict: Verdict, finding: Finding | None) -> Row:
    row = _rule(rule) | {
        "verdict": verdict.verdict,
        "case": written_case(verdict.case),
        "fingerprint": fingerprint(rule.id, verdict.verdict, verdict.case),
        "claims": ";".join(dict.fromkeys(verdict.claims)),
    }
    if finding is not None:
        row |= _finding(finding)
    return row | {
        "readings_deciding": str(verdict.readings_deciding),
        "readings_total": str(verdict.readings_total),
    }


def _rule(rule: RuleResult) -> Row:
    place = rule.location
    return {
        "rule": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "path": place.path,
        "line": str(place.line),
        "column": str(place.column),
    }


def _finding(finding: Finding) -> Row:
    waived = finding.waived
    return {
        "verdict": finding.verdict,
        "case": written_case(finding.case),
        "fingerprint": finding.fingerprint,
        "figures": finding.figures,
        "message": finding.message,
        "check": finding.check,
        "numbers": finding.substituted,
        "margin": finding.margin,
        "settle": finding.settle,
        "waived": waived.reason if waived else "",
        "waived_by": waived.by if waived else "",
        "waived_until": waived.expires if waived else "",
        "baseline": finding.baseline,
    }


def _problem(problem: Diagnostic) -> Row:
    place = problem.span
    return {
        "verdict": PROBLEM,
        "rule": problem.code.id,
        "title": problem.code.title,
        "severity": problem.severity.value,
        "message": problem.message,
        "settle": problem.help or "",
        "path": place.path,
        "line": str(place.line),
        "column": str(place.column),
    }
