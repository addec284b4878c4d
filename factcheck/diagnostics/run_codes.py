"""Codes of a run as a whole: what keeps it from checking anything, or all."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

NOTHING_CHECKED: Final = Code("V101", "nothing was checked")
UNMATCHED_PATTERN: Final = Code("V102", "a pattern for rules matches none")
NO_ENGINE: Final = Code("V103", "the engine is not installed")
NO_MEMORY: Final = Code("V105", "an engine has too little memory")
NOT_TOLD: Final = Code("V104", "findings that are counted, and not told", Severity.INFO)
ENGINE_STOPPED: Final = Code("V106", "the engine stopped")
TOO_MUCH: Final = Code("V107", "too much would come back from the engine")
NOT_ALL_JUDGED: Final = Code("V108", "not everything was judged", Severity.WARNING)
