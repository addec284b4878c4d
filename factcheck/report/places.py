"""Where a finding is shown."""

from __future__ import annotations

from factcheck.diagnostics.span import Span
from factcheck.report.model import Finding


def primary_place(finding: Finding) -> Span:
    """The row of the claim that alone stands in every deciding reading; else the rule."""
    decisive = [found.location for found in finding.claims if found.decisive]
    return decisive[0] if len(decisive) == 1 else finding.location
