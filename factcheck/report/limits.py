"""How much the terminal report shows before it says "and N more"; JSON always has everything."""

from typing import Final

from factcheck.engines.budget import Budget

CLAIMS_SHOWN: Final = 12
"""Claims of one finding."""

CASES_SHOWN: Final = 25
"""Cases of one rule."""

SHOWN: Final = Budget(each=CASES_SHOWN, fewest=5, whole=200)
"""Cases of all rules."""

CONVERSIONS_SHOWN: Final = 8
"""Conversions of one finding."""

RULES_LISTED: Final = 60
"""Rules that hold."""

PROBLEMS_SHOWN: Final = 50
"""Problems of one run."""

TEXT_SHOWN: Final = 2_000
"""Characters of one text: a message, a quote, a title."""

DIGITS_SHOWN: Final = 18
"""Digits of one number."""
