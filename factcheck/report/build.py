"""Verdicts and diagnostics told as a report."""

from __future__ import annotations

from typing import Final

from factcheck.engines.engine import Coverage
from factcheck.report.excerpts import excerpts
from factcheck.report.findings import finding_of_case, finding_of_silence, rate_sources
from factcheck.report.model import Finding, Report, RuleResult, Verdict
from factcheck.report.shown import room
from factcheck.values.truth import Truth, word
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.told import case_of
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict

NOT_EXERCISED: Final = "not_exercised"


def build_report(result: CheckResult) -> Report:
    """The report of a run, in the order of the rules and of their cases."""
    findings: list[Finding] = []
    sources = rate_sources(result)
    told = [_told(verdict) for verdict in result.verdicts]
    rules = list(map(_rule, result.verdicts, map(len, told)))
    most = None if result.shown is None else room(result.shown, rules)
    for verdict, cases in zip(result.verdicts, told, strict=True):
        shown = cases[:most]
        findings.extend(finding_of_case(result, verdict.plan, case, sources) for case in shown)
        if verdict.status() is None:
            findings.append(finding_of_silence(verdict))
    rows = result.claims.rows if result.claims else ()
    coverage = result.coverage or Coverage(len(rows), {})
    reasons = coverage.unused
    return Report(
        result.vocabulary.name if result.vocabulary else _name(result),
        result.vocabulary.version if result.vocabulary else "",
        result.path,
        coverage.claims,
        sum(reasons.values()),
        tuple(sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
        tuple(rules),
        tuple(findings),
        result.diagnostics,
        excerpts(result.diagnostics, dict(result.texts)),
        tuple(row for verdict in result.verdicts for row in _verdicts(verdict)),
        result.grounding,
    )


def _verdicts(verdict: RuleVerdict) -> list[Verdict]:
    return [
        Verdict(
            verdict.plan.id,
            case_of(verdict.plan, case.key),
            word(case.truth),
            case.deciding,
            case.total,
            tuple(claim.id for claim in case.claims),
        )
        for case in verdict.cases
    ]


def _name(result: CheckResult) -> str:
    return result.descriptor.name if result.descriptor else ""


def _rule(verdict: RuleVerdict, told: int) -> RuleResult:
    plan, status = verdict.plan, verdict.status()
    return RuleResult(
        plan.id,
        plan.title,
        plan.severity.value,
        plan.span,
        NOT_EXERCISED if status is None else word(status),
        verdict.unmatched,
        verdict.nearest_miss,
        verdict.number(Truth.HOLDS),
        verdict.number(Truth.VIOLATED),
        verdict.number(Truth.UNDETERMINED),
        plan.may_be_empty,
        plan.tags,
        told + verdict.decided.aside,
    )


def _told(verdict: RuleVerdict) -> list[CaseVerdict]:
    """The cases that are findings, in their order."""
    return [
        case
        for truth in (Truth.VIOLATED, Truth.UNDETERMINED)
        for case in verdict.cases
        if case.truth is truth
    ]
