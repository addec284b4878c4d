"""The exit status that a report calls for."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from factcheck.diagnostics.diagnostic import Severity
from factcheck.report.model import Report, RuleResult
from factcheck.report.run_problems import was_exercised

CLEAN: Final = 0
FINDINGS: Final = 1
COULD_NOT_RUN: Final = 2

FAIL_ON: Final = ("violated", "undetermined", "not_exercised")
"""What can be asked to call for 1; without asking it is the first."""


def exit_code(
    report: Report, fail_on: Collection[str] = FAIL_ON[:1], *, strict: bool = False
) -> int:
    """0: checked and nothing to tell; 1: findings that `fail_on` names; 2: nothing was judged.

    Only rules of severity error count; with `strict` rules of any, all kinds of findings, and
    warnings. A rule that may be empty is never counted as not exercised, a finding that is waived
    or known not at all.
    """
    if any(problem.is_error for problem in report.problems) or not was_exercised(report):
        return COULD_NOT_RUN
    if strict and any(problem.severity is Severity.WARNING for problem in report.problems):
        return FINDINGS
    named = FAIL_ON if strict else fail_on
    counted = (rule for rule in report.rules if strict or rule.severity == "error")
    excused = excused_findings(report)
    return FINDINGS if any(_calls_for_one(rule, named, excused) for rule in counted) else CLEAN


def excused_findings(report: Report) -> Mapping[tuple[str, str], int]:
    """How many findings of a rule and a verdict are waived or known; 0 where none is."""
    return Counter(
        (finding.rule, finding.verdict) for finding in report.findings if finding.is_excused
    )


def _calls_for_one(
    rule: RuleResult, named: Collection[str], excused: Mapping[tuple[str, str], int]
) -> bool:
    numbers = {
        "violated": rule.violated,
        "undetermined": rule.undetermined,
        "not_exercised": int(rule.status == "not_exercised" and not rule.may_be_empty),
    }
    return any(numbers[kind] > excused[rule.id, kind] for kind in named)
