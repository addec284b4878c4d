"""The whole page as values: what the template writes down, in its order."""

from __future__ import annotations

from factcheck.records import Record, frozen
from factcheck.report.html.by_source import Sources, by_source
from factcheck.report.html.by_subject import Subjects, by_subject
from factcheck.report.html.choices import Choices, choices
from factcheck.report.html.finding_view import brief_view, finding_view
from factcheck.report.html.groups import Section, kind_of, sections
from factcheck.report.html.limits import UNFOLDED
from factcheck.report.html.names import Names
from factcheck.report.html.problem_view import ProblemView, problem_view
from factcheck.report.html.totals import Totals, totals
from factcheck.report.model import Finding, Report, RuleResult, Waived
from factcheck.report.selection import drawn_in_full
from factcheck.report.text_summary import quote_counts


@frozen
class Idle(Record):
    """A rule that found no case, with what would exercise it."""

    rule: RuleResult
    settle: str
    waived: Waived | None


@frozen
class Page(Record):
    """Everything that the page shows."""

    title: str
    report: Report
    totals: Totals
    errors: tuple[ProblemView, ...]
    """What kept the run from judging anything."""
    warnings: tuple[ProblemView, ...]
    sections: tuple[Section, ...]
    idle: tuple[Idle, ...]
    sources: Sources
    subjects: Subjects
    choices: Choices
    unfolded: bool
    """Whether contradictions in rules of severity error are open at first."""
    quotes: str
    """How many quotes bear out their claims; empty where that was not looked at."""
    brief: int
    """How many findings are told in brief."""
    counted: int
    """How many cases that do not hold are counted and not told at all."""


def page_of(report: Report) -> Page:
    """The page of a report."""
    names = Names(report)
    told = [finding for finding in report.findings if finding.verdict != "not_exercised"]
    steps = report.details.steps if report.details else {}
    whole = drawn_in_full(told)
    views = [
        finding_view(number, finding, steps.get(finding.fingerprint), names)
        if finding.fingerprint in whole
        else brief_view(number, finding, names)
        for number, finding in enumerate(told)
    ]
    problems = [problem_view(problem, report) for problem in report.problems]
    title = report.details.title if report.details else ""
    return Page(
        title or report.package_name or report.package_path,
        report,
        totals(report),
        tuple(one for one in problems if one.problem.is_error),
        tuple(one for one in problems if not one.problem.is_error),
        sections(views, report),
        tuple(_idle(report)),
        by_source(told, names),
        by_subject(told, names),
        choices(views, report, names),
        sum(map(weighs, told)) <= UNFOLDED,
        quote_counts(report.grounding) if report.grounding and report.grounding.quotes else "",
        len(told) - len(whole),
        max(0, sum(rule.violated + rule.undetermined for rule in report.rules) - len(told)),
    )


def weighs(finding: Finding) -> bool:
    """Whether a finding is what the page is about before all."""
    return kind_of(finding) == "violated" and finding.severity == "error"


def _idle(report: Report) -> list[Idle]:
    settle: dict[str, Finding] = {
        one.rule: one for one in report.findings if one.verdict == "not_exercised"
    }
    return [
        Idle(
            rule,
            settle[rule.id].settle if rule.id in settle else "",
            settle[rule.id].waived if rule.id in settle else None,
        )
        for rule in report.rules
        if rule.status == "not_exercised"
    ]
