"""The report as a page of HTML."""

from __future__ import annotations

from factcheck.report.html.assets import assets
from factcheck.report.html.engine import rendered
from factcheck.report.html.page import page_of
from factcheck.report.model import Report


def render_html(report: Report) -> str:
    """One file that needs no other; the same report gives the same bytes."""
    return rendered("page.html", page=page_of(report), assets=assets())
