"""The codes of grounding: a claim that does not say what its quote says, or stands elsewhere."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

OTHER_VALUE: Final = Code("Q801", "a claim and its quote state different numbers")
OTHER_RELATION: Final = Code("Q802", "a claim and its quote bound a number differently")
OTHER_UNIT: Final = Code("Q803", "a claim and its quote are in different units")
OPEN_END: Final = Code(
    "Q804", "a bound that the quote includes, and the claim not", Severity.WARNING
)
OTHER_HEDGE: Final = Code(
    "Q805", "a hedge of the quote that the claim leaves out", Severity.WARNING
)
OTHER_DECIMALS: Final = Code("Q806", "another last digit than the quote prints", Severity.WARNING)

NOT_IN_TEXT: Final = Code("Q811", "a quote that its text does not have")
MOVED: Final = Code("Q812", "a quote that stands at another place", Severity.WARNING)
OTHER_TEXT: Final = Code("Q813", "a text that is not the archived one")
TEXT_UNREADABLE: Final = Code("Q814", "an archived text that cannot be read", Severity.WARNING)
NO_TEXTS: Final = Code("Q815", "a folder of sources that holds none")
QUOTES_UNREAD: Final = Code("Q816", "quotes that were not read", Severity.WARNING)
