"""Codes of a run as a whole: what keeps it from checking anything."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code

NOTHING_CHECKED: Final = Code("V101", "nothing was checked")
UNMATCHED_PATTERN: Final = Code("V102", "a pattern for rules matches none")
NO_ENGINE: Final = Code("V103", "the engine is not installed")
