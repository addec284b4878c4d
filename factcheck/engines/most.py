"""How much comes back from an engine of tables: every limit has its name here."""

from __future__ import annotations

from typing import Final

from factcheck.records import Record, frozen


@frozen
class Most(Record):
    """The limits of one run; what is beyond one is counted and said, never passed over."""

    open_cases: int = 100_000
    """Cases of a run that no query decides, which the exact judge looks at."""
    fewest_open: int = 1_000
    """Of each rule, as above."""
    few_open: int = 100
    """Of a shape of rules, left to the exact judge before whole numbers are tried in a query."""
    claims: int = 500_000
    """Claims that are in memory at once: of the cases above, or of rules that no query says."""
    quotes: int = 500_000
    """Claims whose quotes are looked up."""
    odd_rows: int = 100_000
    """Rows in which a query finds that there may be a mistake."""
    rows: int = 1_000_000
    """Of any other query: different texts of a column, ways in which numbers are printed."""


MOST: Final = Most()
