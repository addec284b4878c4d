"""What one quote says about its claim."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Severity
from factcheck.records import Record, frozen
from factcheck.vocabulary.wrong import Wrong


@frozen
class Judgement(Record):
    """Verified, contradicted by an error among `wrongs`, or neither, for a reason."""

    reason: str = ""
    """Why the quote does not bear the claim out; empty when it does, or contradicts it."""
    unit_from_context: bool = False
    wrongs: tuple[tuple[str, Wrong], ...] = ()
    """Columns of the claim with what is wrong there."""
    decimals: int | None = None
    """The place of the last printed digit, in the unit of the claim, where that bounds it."""

    @property
    def contradicted(self) -> bool:
        """Whether the quote says something else."""
        return any(wrong.code.severity is Severity.ERROR for _, wrong in self.wrongs)

    @property
    def verified(self) -> bool:
        """Whether the quote says what the claim says."""
        return not self.reason and not self.contradicted
