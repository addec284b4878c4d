"""The exit status that a report calls for."""

from collections.abc import Collection
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
    warnings. A rule that may be empty is never counted as not exercised.
    """
    if any(problem.is_error for problem in report.problems) or not was_exercised(report):
        return COULD_NOT_RUN
    if strict and any(problem.severity is Severity.WARNING for problem in report.problems):
        return FINDINGS
    named = FAIL_ON if strict else fail_on
    counted = (rule for rule in report.rules if strict or rule.severity == "error")
    return FINDINGS if any(_calls_for_one(rule, named) for rule in counted) else CLEAN


def _calls_for_one(rule: RuleResult, named: Collection[str]) -> bool:
    return (
        ("violated" in named and rule.violated > 0)
        or ("undetermined" in named and rule.undetermined > 0)
        or ("not_exercised" in named and rule.status == "not_exercised" and not rule.may_be_empty)
    )
