"""The terminal report: problems, findings by rule, and what else is to be known."""

from collections.abc import Iterator

from factcheck.report.escape_workflow import without_commands
from factcheck.report.limits import PROBLEMS_SHOWN
from factcheck.report.model import Finding, Report
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.shown import shown_rules
from factcheck.report.text_excused import excused_lines
from factcheck.report.text_finding import case_text, location, rule_lines
from factcheck.report.text_summary import (
    holding_lines,
    idle_claim_lines,
    idle_rule_lines,
    quote_lines,
    summary_lines,
)
from factcheck.report.width import isolate


def render_text(
    report: Report, *, columns: int = DEFAULT_WIDTH, colour: bool = False, quiet: bool = False
) -> str:
    """The report for a terminal of so many columns; quiet: a line a violated case, and the sum."""
    page = Page(columns, colour=colour)
    lines = _quiet(page, report) if quiet else _whole(page, report)
    return without_commands("\n".join(lines) + "\n")


def _whole(page: Page, report: Report) -> Iterator[str]:
    yield from _problems(page, report)
    for rule in shown_rules(report):
        yield from rule_lines(page, rule)
        yield ""
    yield from idle_rule_lines(page, report)
    yield from excused_lines(page, report)
    yield from holding_lines(page, report)
    yield from idle_claim_lines(page, report)
    yield from quote_lines(page, report)
    yield from summary_lines(page, report)


def _problems(page: Page, report: Report) -> Iterator[str]:
    if not report.problems:
        return
    from factcheck.report.diagnostics_text import problem_lines  # noqa: PLC0415 (only for these)

    for problem in report.problems[:PROBLEMS_SHOWN]:
        yield from problem_lines(page, problem, report.lines)
        yield ""
    if len(report.problems) > PROBLEMS_SHOWN:
        yield f"… and {len(report.problems) - PROBLEMS_SHOWN} more; --format json has them all"
        yield ""


def _quiet(page: Page, report: Report) -> Iterator[str]:
    if report.problems:
        from factcheck.report.diagnostics_text import problem_line  # noqa: PLC0415 (as above)

        for problem in report.problems:
            yield problem_line(page, problem)
    for finding in report.findings:
        if finding.verdict == "violated" and not finding.is_excused:
            yield _finding_line(page, finding)
    yield from summary_lines(page, report)


def _finding_line(page: Page, finding: Finding) -> str:
    """Place, verdict, rule, case and message on one line, however long."""
    word = page.paint("violated", "red")
    name = page.paint(clean(finding.rule), "bold")
    case = f" ({case_text(finding)})" if finding.case else ""
    return f"{location(finding)}: {word} {name}{case}: {isolate(clean(finding.message))}"
