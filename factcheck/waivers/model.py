"""A waiver: a known finding that somebody accepts, for a reason and for a time."""

from __future__ import annotations

from datetime import date

from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen
from factcheck.report.cases import Case


@frozen
class Waiver(Record):
    """One row; what is None was left out, and fits every finding."""

    location: Span
    """Of what names the finding: its fingerprint, else its rule."""
    fingerprint: str | None
    rule: str | None
    case: Case | None
    """Its fields in the order of their names."""
    verdict: str | None
    figures: str | None
    reason: str
    by: str
    expires: date | None
    expires_location: Span
    figures_location: Span

    def has_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.expires is not None and self.expires < today
