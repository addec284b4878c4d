"""The tests of rules as JSON, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.report.escape import for_json
from factcheck.report.json_report import place_json, problem_json
from factcheck.verdicts.trial_result import Attempt, RuleCoverage, TrialResult, TrialVerdict

VERSION: Final = 1

Json = dict[str, object]


def render_trials_json(result: TrialResult) -> str:
    """The document, indented, with a final newline; the same result gives the same text."""
    from factcheck.report.indented import indented  # noqa: PLC0415 (only for this format)

    return for_json(indented(document(result))) + "\n"


def document(result: TrialResult) -> Json:
    """The result as plain values."""
    passed = sum(test.passed for test in result.tests)
    return {
        "version": VERSION,
        "package": {"path": result.path},
        "summary": {
            "tests": len(result.tests),
            "passed": passed,
            "failed": len(result.tests) - passed,
            "rules": len(result.rules),
            "rules_without_tests": sum(not rule.tests for rule in result.rules),
            "problems": len(result.diagnostics),
        },
        "tests": [_test(test) for test in result.tests],
        "rules": [_rule(rule, tried=result.tried) for rule in result.rules],
        "problems": [problem_json(problem) for problem in result.diagnostics],
    }


def _test(test: TrialVerdict) -> Json:
    return {
        "rule": test.rule,
        "passed": test.passed,
        "expected": test.expected,
        "got": test.got,
        "location": place_json(test.span),
        "given": list(test.given),
        "check": test.check,
        "numbers": test.substituted,
        "case": dict(test.case),
        "cases": test.cases,
        "readings": {"deciding": test.readings[0], "total": test.readings[1]},
        "reasons": list(test.reasons),
        "margin": test.margin,
        "settle": test.settle,
        "nearest_miss": test.nearest_miss,
        "conversions": list(test.conversions),
    }


def _rule(rule: RuleCoverage, *, tried: bool) -> Json:
    found: Json = {
        "id": rule.rule,
        "title": rule.title,
        "location": place_json(rule.span),
        "tests": rule.tests,
        "passed": rule.passed,
    }
    if tried:
        found["would_notice"] = rule.would_notice
        found["wrong_rules"] = _attempts(rule.wrong_rules)
        found["wrong_figures"] = _attempts(rule.wrong_figures)
    return found


def _attempts(attempts: Sequence[Attempt]) -> list[Json]:
    return [{"what": attempt.what, "noticed": attempt.noticed} for attempt in attempts]
