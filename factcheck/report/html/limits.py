"""How much of a large report the page holds, and how much of it is open at first."""

from typing import Final

CLAIMS_SHOWN: Final = 40
"""Claims of one finding with their quotes."""

CLAIMS_IN_BRIEF: Final = 6
"""Claims of a finding that is told in brief."""

TEXT_SHOWN: Final = 5_000
"""Characters of one text, whichever it is."""

AROUND_SHOWN: Final = 140
"""Columns of the text on each side of a quote; ideographs take two."""

ROWS_DRAWN: Final = 24
"""Rows of one picture."""

COLUMNS_DRAWN: Final = 8
"""Values of a field that claims differ in."""

PICTURES: Final = 4
"""Pictures of one finding."""

UNFOLDED: Final = 20
"""Contradictions that are open at first; of a page with more all are folded, to be looked over."""

STEPS_SHOWN: Final = 60
"""Lines of one derivation."""
