"""An engine that cannot go on, in the middle of whatever it was asked."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import TOO_MUCH
from factcheck.diagnostics.span import at

_LONGEST: Final = 400
"""Characters of what an engine says."""


class StoppedError(Exception):
    """No fault of the package's or ours: `told` says what happened. Caught where a run is made."""

    def __init__(self, told: Diagnostic) -> None:
        super().__init__(told.message)
        self.told = told


def too_much(most: int, what: str) -> StoppedError:
    """More would come back from an engine than is allowed."""
    message = f"more than {most:,} {what} would come back from the engine"
    help_ = "fewer rules at a time (--select), or --engine exact where there is memory for all"
    return StoppedError(Diagnostic(TOO_MUCH, message, at(""), help=help_))


def in_a_line(text: str) -> str:
    """The first line of what an engine says, as much of it as is read in a message."""
    line = " ".join(text.partition("\n")[0].split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
