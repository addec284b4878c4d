"""The report as Markdown, for the summary of a job or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.report.cases import written_case
from factcheck.report.derivation import rate_text
from factcheck.report.escape import for_markdown
from factcheck.report.figures import bounds, figure
from factcheck.report.levels import by_importance
from factcheck.report.limits import CLAIMS_SHOWN, CONVERSIONS_SHOWN, TEXT_SHOWN
from factcheck.report.model import Finding, FindingClaim, Report
from factcheck.report.pen import VERDICT_MARKS
from factcheck.report.text_summary import count, summary
from factcheck.report.width import shorten
from factcheck.report.words import excuse

MOST_CHARACTERS: Final = 60_000
"""Fits into a comment of GitHub, which holds 65,536, and in any script into a summary of 1 MiB."""

_TABLE: Final = "| figure | about | source | words | place |\n| --- | --- | --- | --- | --- |"


def render_markdown(report: Report) -> str:
    """Problems, then findings by importance, as many as fit, and how many are left out."""
    lines = [f"## {_heading(report)}", "", _text(summary(report)), ""]
    room = MOST_CHARACTERS - sum(len(line) + 1 for line in lines)
    shown = 0
    for block in _blocks(report):
        room -= len(block) + 1
        if room < 0:
            break
        lines.append(block)
        shown += 1
    every = len(report.problems) + len(report.findings)
    if shown < every:
        lines.append(
            f"… and {every - shown} more, of {every}: a comment holds no more text; "
            "the other formats have everything.\n"
        )
    return "\n".join(lines)


def _text(text: str) -> str:
    return for_markdown(shorten(text, TEXT_SHOWN))


def _heading(report: Report) -> str:
    name = f"{report.package_name} {report.package_version}".strip() or report.package_path
    return f"factcheck: {_text(name)}"


def _blocks(report: Report) -> Iterator[str]:
    """A text for each problem and each finding, with the end of its last line."""
    for problem in report.problems:
        yield "\n".join(_problem(problem)) + "\n"
    for finding in by_importance(report.findings):
        yield "\n".join(_finding(finding)) + "\n"


def _problem(problem: Diagnostic) -> Iterator[str]:
    span = problem.span
    yield f"### {problem.severity.value}: {_text(problem.code.id)}"
    yield ""
    yield f"- {_text(problem.message)}"
    yield f"- at {_text(f'{span.path}:{span.line}:{span.column}')}"
    yield from (f"- {_text(note)}" for note in problem.notes)
    if problem.help:
        yield f"- {_text(problem.help)}"


def _finding(finding: Finding) -> Iterator[str]:
    """Verdict and rule, the case, what is wrong with the numbers, and the claims as a table."""
    place = finding.location
    mark = VERDICT_MARKS[finding.verdict]
    remarks = [] if finding.severity == "error" else [finding.severity]
    if finding.is_excused:
        remarks.append("waived" if finding.waived else "known")
    verdict = finding.verdict.replace("_", " ") + (f" ({', '.join(remarks)})" if remarks else "")
    yield f"### {mark} {verdict}: {_text(finding.rule)}"
    yield ""
    if finding.case:
        yield f"- case {_text(written_case(finding.case))}"
    yield f"- **{_text(finding.message)}**"
    for label, text in (
        ("rule", f"{finding.title} ({place.path}:{place.line})"),
        ("check", finding.check),
        ("numbers", finding.substituted if finding.substituted != finding.check else ""),
        ("margin", finding.margin),
        ("settle", finding.settle),
        ("excused", excuse(finding)),
    ):
        if text:
            yield f"- {label}: {_text(text)}"
    rates = list(dict.fromkeys(map(rate_text, finding.conversions)))
    yield from (f"- rate: {_text(rate)}" for rate in rates[:CONVERSIONS_SHOWN])
    yield from _claims(finding)


def _claims(finding: Finding) -> Iterator[str]:
    if not finding.claims:
        return
    yield ""
    yield _TABLE
    for found in finding.claims[:CLAIMS_SHOWN]:
        yield f"| {' | '.join(map(_text, _cells(found)))} |"
    if len(finding.claims) > CLAIMS_SHOWN:
        yield ""
        yield f"… and {count(len(finding.claims) - CLAIMS_SHOWN, 'claim', 'claims')} more"


def _cells(found: FindingClaim) -> tuple[str, ...]:
    claim, source = found.claim, found.source
    allowed = bounds(found)
    about = (claim.metric, claim.entity, claim.period.text if claim.period else "", claim.status)
    day = source.published.isoformat() if source.published else ""
    return (
        f"{figure(claim)} ({allowed})" if allowed else figure(claim),
        ", ".join(filter(None, about)),
        ", ".join(filter(None, (source.publisher or source.title or source.id, day))),
        f"“{claim.quote}”" if claim.quote else "",
        f"{found.location.path}:{found.location.line}",
    )
