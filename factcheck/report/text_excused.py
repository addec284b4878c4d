"""Findings that are waived or known, folded: the case, why, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.report.limits import CASES_SHOWN
from factcheck.report.model import Finding, Report
from factcheck.report.page import Page, clean
from factcheck.report.text_finding import case_text
from factcheck.report.text_summary import count

_INDENT: Final = "   "
_MARK: Final = "–"


def excused_lines(page: Page, report: Report) -> Iterator[str]:
    """Each waived finding with its reason; the known ones by the names of their rules."""
    waived = [finding for finding in report.findings if finding.waived is not None]
    for finding in waived[:CASES_SHOWN]:
        yield from _waived(page, finding)
    if len(waived) > CASES_SHOWN:
        more = count(len(waived) - CASES_SHOWN, "finding", "findings")
        yield from page.hang(
            _INDENT, f"… and {more} more waived; --format json has them all", "dim"
        )
    if waived:
        yield ""
    yield from _known(page, report)


def _waived(page: Page, finding: Finding) -> Iterator[str]:
    waived = finding.waived
    assert waived is not None  # noqa: S101 (only these are asked for)
    verdict = finding.verdict.replace("_", " ")
    said = f"{clean(finding.rule)}  {case_text(finding)}".rstrip()
    yield from page.hang(f" {_MARK} waived ({verdict})  ", said, "", "dim")
    until = f" until {waived.expires}" if waived.expires else ""
    place = f"{clean(waived.location.path)}:{waived.location.line}"
    reason = f"{clean(waived.reason)} ({clean(waived.by)}{until}; {place})"
    yield from page.hang(_INDENT, reason, "dim")


def _known(page: Page, report: Report) -> Iterator[str]:
    known = [
        finding
        for finding in report.findings
        if finding.baseline == "unchanged" and finding.waived is None
    ]
    if known:
        names = " · ".join(dict.fromkeys(clean(finding.rule) for finding in known))
        lead = f" {_MARK} {count(len(known), 'known finding', 'known findings')}, unchanged  "
        yield from page.hang(lead, names, "", "dim")
        yield ""
