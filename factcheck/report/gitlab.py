"""Findings as GitLab's code quality report, which a merge request shows on its lines."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.report.cases import written_case
from factcheck.report.escape import for_json, for_terminal
from factcheck.report.indented import indented
from factcheck.report.levels import ERROR, NOTE, WARNING, level, level_of_problem
from factcheck.report.limits import TEXT_SHOWN
from factcheck.report.model import Finding, Report
from factcheck.report.places import primary_place
from factcheck.report.width import shorten
from factcheck.report.words import excuse

_SEVERITIES: Final = {ERROR: "critical", WARNING: "major", NOTE: "info"}
_OF_PROBLEMS: Final = {ERROR: "blocker", WARNING: "minor", NOTE: "info"}
_FINGERPRINT: Final = 32
"""Hexadecimal digits."""

Json = dict[str, object]


def render_gitlab(report: Report) -> str:
    """The array, indented, with a final newline."""
    met: Counter[tuple[str, ...]] = Counter()
    entries = [_problem(problem, met) for problem in report.problems]
    entries += [_finding(finding) for finding in report.findings]
    return for_json(indented(entries)) + "\n"


def _finding(finding: Finding) -> Json:
    case = f" ({written_case(finding.case)})" if finding.case else ""
    said = "; ".join(filter(None, (finding.message, finding.margin, excuse(finding))))
    return _entry(
        f"{finding.verdict.replace('_', ' ')} {finding.rule}{case}: {said}",
        finding.rule,
        finding.fingerprint,
        _SEVERITIES[level(finding)],
        primary_place(finding),
    )


def _problem(problem: Diagnostic, met: Counter[tuple[str, ...]]) -> Json:
    """Its fingerprint names no line, so that it stays when lines move; those alike are numbered."""
    parts = (problem.code.id, problem.span.path, problem.message)
    met[parts] += 1
    same = sha256(ascii((parts, met[parts])).encode("ascii")).hexdigest()[:_FINGERPRINT]
    return _entry(
        f"{problem.code.id}: {problem.message}",
        problem.code.id,
        same,
        _OF_PROBLEMS[level_of_problem(problem)],
        problem.span,
    )


def _entry(description: str, check: str, fingerprint: str, severity: str, span: Span) -> Json:
    return {
        "description": for_terminal(shorten(description, TEXT_SHOWN)),
        "check_name": for_terminal(check),
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {
            "path": for_terminal(span.path).removeprefix("./"),
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
