"""Findings and problems as results of SARIF."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.report.cases import written_case
from factcheck.report.derivation import claim_text, derivation
from factcheck.report.escape import for_terminal
from factcheck.report.escape_sarif import for_sarif, uri_of
from factcheck.report.levels import level_of_problem
from factcheck.report.limits import TEXT_SHOWN
from factcheck.report.model import Finding, Waived
from factcheck.report.places import is_whole_line, primary_place
from factcheck.report.sarif_limits import LOCATIONS, STEPS
from factcheck.report.width import shorten

Json = dict[str, object]

_KINDS: Final = {"violated": "fail", "undetermined": "open", "not_exercised": "notApplicable"}
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_NO_LEVEL: Final = "none"
"""What SARIF asks for where nothing failed."""


def result_of_finding(finding: Finding, rule_index: int, *, waiving: bool) -> Json:
    """A finding: where to look, what it rests on, and how it comes about."""
    failed = finding.verdict == "violated"
    result: Json = {
        "ruleId": for_terminal(finding.rule),
        "ruleIndex": rule_index,
        "kind": _KINDS[finding.verdict],
        "level": _LEVELS[finding.severity] if failed else _NO_LEVEL,
        "message": {"text": _message(finding)},
        "locations": [_location(primary_place(finding))],
        "relatedLocations": [
            _location(found.location, claim_text(found), number)
            for number, found in enumerate(finding.claims[:LOCATIONS])
        ],
        "codeFlows": [{"threadFlows": [{"locations": _steps(finding)}]}],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "factcheckFinding/v1": finding.fingerprint,
            "factcheckFigures/v1": finding.figures,
        },
        "properties": _properties(finding),
    }
    if waiving:
        result["suppressions"] = [_suppression(finding.waived)] if finding.waived else []
    if finding.baseline:
        result["baselineState"] = finding.baseline
    return result


def result_of_problem(problem: Diagnostic, rule_index: int) -> Json:
    """What is wrong with the files, at its place, with the others that belong to it."""
    told = "; ".join(filter(None, (problem.message, *problem.notes, problem.help)))
    return {
        "ruleId": problem.code.id,
        "ruleIndex": rule_index,
        "level": level_of_problem(problem),
        "message": {"text": _shown(told)},
        "locations": [_location(problem.span)],
        "relatedLocations": [
            _location(label.span, label.text, number)
            for number, label in enumerate(problem.labels[:LOCATIONS])
        ],
    }


def _shown(text: str) -> str:
    return for_sarif(shorten(text, TEXT_SHOWN))


def _message(finding: Finding) -> str:
    """What is wrong, in which case, by how much or what would settle it, and what is left out."""
    more = len(finding.claims) - LOCATIONS
    parts = (
        finding.message,
        f"case {written_case(finding.case)}" if finding.case else "",
        finding.margin,
        finding.settle,
        f"{more} more claims are left out here" if more > 0 else "",
    )
    return "; ".join(_shown(part) for part in parts if part)


def _properties(finding: Finding) -> Json:
    """What has no place of its own in the format."""
    return {
        "verdict": finding.verdict,
        "severity": finding.severity,
        "case": {for_terminal(name): for_terminal(value) for name, value in finding.case},
    }


def _steps(finding: Finding) -> list[Json]:
    """The derivation, a location a step; of too many the last, which has the verdict, is kept."""
    steps = list(derivation(finding))
    steps = [*steps[: STEPS - 1], steps[-1]] if len(steps) > STEPS else steps
    return [
        {"location": _location(step.location, step.text), "executionOrder": number}
        for number, step in enumerate(steps, start=1)
    ]


def _location(span: Span, text: str | None = None, number: int | None = None) -> Json:
    """A place in a file, relative to where factcheck ran."""
    uri = uri_of(span.path)
    artifact: Json = {"uri": uri}
    if ":" not in uri:
        artifact["uriBaseId"] = "%SRCROOT%"
    found: Json = {} if number is None else {"id": number}
    found["physicalLocation"] = {
        "artifactLocation": artifact,
        "region": _region(span),
    }
    if text is not None:
        found["message"] = {"text": _shown(text)}
    return found


def _region(span: Span) -> Json:
    if is_whole_line(span):
        return {"startLine": span.line}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _suppression(waived: Waived) -> Json:
    until = f", until {waived.expires}" if waived.expires else ""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": _shown(f"{waived.reason} ({waived.by}{until})"),
    }
