"""The codes of grounding: a claim that does not say what its quote says, or stands elsewhere."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

NOT_IN_TEXT: Final = Code("Q811", "a quote that its text does not have")
MOVED: Final = Code("Q812", "a quote that stands at another place", Severity.WARNING)
OTHER_TEXT: Final = Code("Q813", "a text that is not the archived one")
TEXT_UNREADABLE: Final = Code("Q814", "an archived text that cannot be read", Severity.WARNING)
NO_TEXTS: Final = Code("Q815", "a folder of sources that holds none")
