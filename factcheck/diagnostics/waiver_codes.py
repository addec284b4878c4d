"""The codes of waivers: what is wrong with the file, and what has become of its findings."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

COLUMNS: Final = Code("W801", "waivers lack a column, or have one too many")
NAMES_NO_FINDING: Final = Code("W802", "a waiver does not name the finding that it accepts")
CELL: Final = Code("W803", "a cell of a waiver cannot be read")
UNANSWERED: Final = Code("W804", "a waiver lacks its reason, or who answers for it")
EXPIRED: Final = Code("W805", "a waiver has expired", Severity.WARNING)
NO_FINDING: Final = Code("W806", "a waiver matches no finding", Severity.WARNING)
OTHER_FIGURES: Final = Code(
    "W807", "the figures of a waived finding have changed", Severity.WARNING
)
TWICE: Final = Code("W808", "a finding is waived twice", Severity.WARNING)
BASELINE: Final = Code("W809", "the baseline cannot be used")
