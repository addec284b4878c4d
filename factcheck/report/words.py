"""Words that several formats have in common."""

from __future__ import annotations

from factcheck.report.model import Finding


def excuse(finding: Finding) -> str:
    """Why a finding is told and not counted; empty for one that is counted."""
    waived = finding.waived
    if waived is not None:
        until = f", until {waived.expires}" if waived.expires else ""
        return f"waived by {waived.by}{until}: {waived.reason}"
    return "known: it stands in the baseline" if finding.baseline == "unchanged" else ""
