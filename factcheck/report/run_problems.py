"""What is wrong with a run as a whole: one that checked nothing must not look like a clean one."""

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import NOT_TOLD, NOTHING_CHECKED
from factcheck.diagnostics.span import at
from factcheck.records import evolve
from factcheck.report.model import Report

_MISSES_NAMED: Final = 3
_RULES_NAMED: Final = 10


def with_run_problems(report: Report) -> Report:
    """The report with what its findings do not say.

    That is an error if no rule was exercised and nothing else says why, and how many cases were
    counted alone.
    """
    if any(problem.is_error for problem in report.problems):
        return report
    found = _not_told(report) if was_exercised(report) else _nothing_checked(report)
    return report if found is None else evolve(report, problems=(*report.problems, found))


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


def _not_told(report: Report) -> Diagnostic | None:
    """How many violated and undetermined cases are in no finding; None when all are."""
    more = {rule.id: rule.violated + rule.undetermined - rule.told for rule in report.rules}
    left = {rule: number for rule, number in more.items() if number > 0}
    if not left:
        return None
    total = sum(left.values())
    notes = [f"{rule}: {_cases(number)}" for rule, number in left.items()]
    if len(notes) > _RULES_NAMED:
        notes[_RULES_NAMED:] = [f"and {len(notes) - _RULES_NAMED} other rules"]
    return Diagnostic(
        NOT_TOLD,
        f"{_cases(total)}, violated or undetermined, {'is' if total == 1 else 'are'} counted alone",
        at(report.package_path),
        notes=tuple(notes),
        help="--max-findings tells more of them",
    )


def _cases(number: int) -> str:
    return "1 more case" if number == 1 else f"{number} more cases"
