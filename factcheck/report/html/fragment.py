"""The report as a fragment for a notebook: the sum, and a line for each finding."""

from __future__ import annotations

from typing import Final

from factcheck.report.html.engine import rendered
from factcheck.report.html.names import Names
from factcheck.report.html.totals import totals
from factcheck.report.model import Report

LINES: Final = 30
"""Problems and findings that are listed."""


def fragment(report: Report) -> str:
    """Markup without scripts, styles and addresses; all text of the package is escaped."""
    problems = report.problems[:LINES]
    findings = report.findings[: LINES - len(problems)]
    return rendered(
        "fragment.html",
        totals=totals(report),
        problems=problems,
        findings=findings,
        more=len(report.problems) + len(report.findings) - len(problems) - len(findings),
        names=Names(report),
        name=report.package_name or report.package_path,
    )
