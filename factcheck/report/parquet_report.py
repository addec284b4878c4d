"""Every verdict of a run as Parquet, with the types of its columns."""

from __future__ import annotations

from factcheck.interchange.parquet import parquet_bytes
from factcheck.report.escape import for_terminal
from factcheck.report.model import Report
from factcheck.report.verdict_rows import COLUMNS, verdict_rows


def render_parquet(report: Report) -> bytes:
    """The same rows as the CSV; texts with their control characters made visible."""
    rows = [[for_terminal(cell) for cell in row] for row in verdict_rows(report)]
    return parquet_bytes(COLUMNS, rows)
