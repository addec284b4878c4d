"""Where a finding is shown."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.span import Span
from factcheck.report.model import Finding

_AFTER_FIRST: Final = 2
"""The end column of what was placed on a line, and no farther."""


def primary_place(finding: Finding) -> Span:
    """The row of the claim that alone stands in every deciding reading; else the rule."""
    decisive = [found.location for found in finding.claims if found.decisive]
    return decisive[0] if len(decisive) == 1 else finding.location


def is_whole_line(span: Span) -> bool:
    """Whether a span names a line, such as the row of a claim, and no part of it."""
    return (span.column, span.end_line, span.end_column) == (1, span.line, _AFTER_FIRST)
