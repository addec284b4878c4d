"""The numbers at the head of the page, and the one sentence that says what is wrong."""

from __future__ import annotations

from factcheck.records import Record, frozen
from factcheck.report.model import Report
from factcheck.report.run_problems import was_exercised


@frozen
class Totals(Record):
    """Cases by verdict; findings that are waived count apart."""

    rules: int
    cases: int
    holds: int
    violated: int
    undetermined: int
    waived: int
    idle: int
    """Rules that were not exercised though they may not be empty."""
    idle_allowed: int
    errors: int
    warnings: int
    judged: bool
    """Whether anything was."""

    @property
    def mood(self) -> str:
        """The worst of it: stopped, violated, undetermined, idle or holds."""
        if not self.judged:
            return "stopped"
        if self.violated:
            return "violated"
        if self.undetermined:
            return "undetermined"
        return "idle" if self.idle else "holds"

    def share(self, number: int) -> str:
        """A part of the cases in percent, for a bar."""
        return f"{100 * number / self.cases:.3f}%" if self.cases else "0%"


def totals(report: Report) -> Totals:
    """Counted from rules and findings."""
    holds = sum(rule.holds for rule in report.rules)
    violated = sum(rule.violated for rule in report.rules)
    undetermined = sum(rule.undetermined for rule in report.rules)
    waived = [one.verdict for one in report.findings if one.waived is not None]
    idle = [rule for rule in report.rules if rule.status == "not_exercised"]
    errors = sum(problem.is_error for problem in report.problems)
    return Totals(
        len(report.rules),
        holds + violated + undetermined,
        holds,
        violated - waived.count("violated"),
        undetermined - waived.count("undetermined"),
        len(waived) - waived.count("not_exercised"),
        sum(not rule.may_be_empty for rule in idle),
        sum(rule.may_be_empty for rule in idle),
        errors,
        len(report.problems) - errors,
        errors == 0 and was_exercised(report),
    )
