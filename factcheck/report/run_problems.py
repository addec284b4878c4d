"""What is wrong with a run as a whole: one that checked nothing must not look like a clean one."""

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import NOTHING_CHECKED
from factcheck.diagnostics.span import at
from factcheck.records import evolve
from factcheck.report.model import Report

_MISSES_NAMED: Final = 3


def with_run_problems(report: Report) -> Report:
    """The report, with an error if no rule was exercised and nothing else says why."""
    if was_exercised(report) or any(problem.is_error for problem in report.problems):
        return report
    return evolve(report, problems=(*report.problems, _nothing_checked(report)))


def was_exercised(report: Report) -> bool:
    """Whether any rule found a case."""
    return any(rule.status != "not_exercised" for rule in report.rules)


def _nothing_checked(report: Report) -> Diagnostic:
    if not report.rules:
        return Diagnostic(
            NOTHING_CHECKED,
            "there are no rules, so nothing was checked",
            at(report.package_path),
            help="name a file or a folder of rules with --rules",
        )
    number = len(report.rules)
    subject = "the only rule found no" if number == 1 else f"none of the {number} rules found a"
    missed = [rule for rule in report.rules if rule.nearest_miss]
    return Diagnostic(
        NOTHING_CHECKED,
        f"{subject} case, so nothing was checked",
        report.rules[0].location,
        notes=tuple(f"{rule.id}: {rule.nearest_miss}" for rule in missed[:_MISSES_NAMED]),
        help="a case needs every figure of the rule, for the same entity and period",
    )
