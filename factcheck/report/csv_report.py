"""Every verdict of a run as CSV: a header, and one line a row."""

from __future__ import annotations

from typing import Final

from factcheck.report.escape_cell import for_cell
from factcheck.report.model import Report
from factcheck.report.verdict_rows import COLUMNS, verdict_rows

_PARTED: Final = frozenset('",;')


def render_csv(report: Report) -> str:
    """Comma-separated, quoted where it has to be, with a line feed behind every row."""
    rows = [[name for name, _ in COLUMNS], *verdict_rows(report)]
    return "".join(",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(text: str) -> str:
    """No cell holds the end of a line, so each line is a row."""
    shown = for_cell(text)
    quoted = not _PARTED.isdisjoint(shown) or shown != shown.strip()
    return '"' + shown.replace('"', '""') + '"' if quoted else shown
