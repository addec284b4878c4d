"""Codes of a run as a whole: what keeps it from checking anything."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

NOTHING_CHECKED: Final = Code("V101", "nothing was checked")
UNMATCHED_PATTERN: Final = Code("V102", "a pattern for rules matches none")
NO_ENGINE: Final = Code("V103", "the engine is not installed")
NO_MEMORY: Final = Code("V105", "an engine has too little memory")
NOT_TOLD: Final = Code("V104", "findings that are counted, and not told", Severity.INFO)
