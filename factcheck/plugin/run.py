"""One package judged for pytest, and what of it fails."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import validate
from factcheck.records import Record, frozen
from factcheck.report.exit_code import COULD_NOT_RUN, FAIL_ON, exit_code
from factcheck.report.model import Finding, Report, RuleResult
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.shown import first_of
from factcheck.report.text import render_text
from factcheck.report.text_finding import rule_lines


@frozen
class Options(Record):
    """What was asked for."""

    rules: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ()
    strict: bool = False
    waivers: str | None = None
    baseline: str | None = None


def report_on(package: str, options: Options) -> Report:
    """What the rules find in a package."""
    return validate(
        package, rules=options.rules, waivers=options.waivers, baseline=options.baseline
    )


def could_run(report: Report) -> bool:
    """Whether the rules were judged at all."""
    return exit_code(report) != COULD_NOT_RUN


def failing(rule: RuleResult, findings: Sequence[Finding], options: Options) -> list[Finding]:
    """The findings of a rule for which `factcheck validate` would exit with 1."""
    if rule.severity != "error" and not options.strict:
        return []
    kinds = FAIL_ON if options.strict else options.fail_on or FAIL_ON[:1]
    return [
        one
        for one in findings
        if one.verdict in kinds
        and not one.is_excused
        and not (one.verdict == "not_exercised" and rule.may_be_empty)
    ]


def told(report: Report) -> str:
    """The report as the terminal shows it."""
    return render_text(report).rstrip("\n")


def told_findings(findings: Sequence[Finding]) -> str:
    """Findings of one rule: the first on a line of its own, which a summary shows, then all."""
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    lines = [clean(findings[0].message) + more, ""]
    return "\n".join([*lines, *rule_lines(Page(DEFAULT_WIDTH, colour=False), first_of(findings))])
