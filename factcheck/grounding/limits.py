"""How much archived text is read: every limit of grounding has its name here."""

from typing import Final

MAX_TEXT_BYTES: Final = 64_000_000
"""Of one archived text."""

MAX_FILES: Final = 10_000
"""Files of a folder of sources that are looked at."""

MAX_PLACES: Final = 100
"""Places of one quote that are counted; beyond, it is enough to know that there are many."""

MAX_SEARCHED: Final = 10_000_000_000
"""Characters of text that are searched for quotes which do not stand where their claims say."""

PLACES_SHOWN: Final = 3
"""In messages."""

PASSAGE_CHARACTERS: Final = 200
"""Of the text on each side of a quote, at most; a passage ends where a sentence does."""

QUOTE_CHARACTERS: Final = 2_000
"""Of a quote that is read; a longer one is not verified."""
