"""The report as SARIF 2.1.0, within what GitHub accepts of one upload."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.report.escape import for_json
from factcheck.report.escape_sarif import for_sarif
from factcheck.report.indented import indented
from factcheck.report.levels import by_importance
from factcheck.report.model import Finding, Report
from factcheck.report.sarif_limits import RESULTS, RULES, fits
from factcheck.report.sarif_results import result_of_finding, result_of_problem
from factcheck.report.sarif_rules import Rules
from factcheck.report.text_summary import count

Json = dict[str, object]

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_FEWER: Final = (3, 4)
"""What share of the results is tried next where all are too many bytes."""


def render_sarif(report: Report) -> str:
    """The document, indented, with a final newline; the most important where not all fit."""
    findings = by_importance(report.findings)
    most = RESULTS
    while True:
        text = for_json(indented(_document(report, findings, most))) + "\n"
        if fits(text) or most <= 1:
            return text
        most = min(most, len(report.problems) + len(findings)) * _FEWER[0] // _FEWER[1]


def _document(report: Report, findings: Sequence[Finding], most: int) -> Json:
    rules = Rules(RULES)
    problems = [
        result_of_problem(problem, rules.of_code(problem.code))
        for problem in report.problems[:most]
        if rules.has_room_for_code(problem.code)
    ]
    known = {rule.id: rule for rule in report.rules}
    waiving = any(finding.waived for finding in findings)
    results = [
        result_of_finding(finding, rules.of_rule(known.get(finding.rule), finding), waiving=waiving)
        for finding in findings[: most - len(problems)]
        if rules.has_room_for_rule(finding.rule)
    ]
    left_out = len(report.problems) + len(findings) - len(problems) - len(results)
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules)},
                "invocations": [_invocation(report, left_out)],
                "originalUriBaseIds": {
                    "%SRCROOT%": {"description": {"text": "The folder in which factcheck ran."}}
                },
                "columnKind": "unicodeCodePoints",
                "results": [*problems, *results],
            }
        ],
    }


def _driver(rules: Rules) -> Json:
    from factcheck import __version__  # noqa: PLC0415 (the front door imports this room)

    return {
        "name": "factcheck",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules.described(),
    }


def _invocation(report: Report, left_out: int) -> Json:
    ran = not any(problem.is_error for problem in report.problems)
    if not left_out:
        return {"executionSuccessful": ran}
    text = f"{count(left_out, 'result', 'results')} left out: GitHub accepts no larger upload"
    note = {"level": "warning", "message": {"text": for_sarif(text)}}
    return {"executionSuccessful": ran, "toolExecutionNotifications": [note]}
