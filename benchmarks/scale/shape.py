"""What a generated package is like: its size, and how its sources report."""

from __future__ import annotations

from typing import Final

from attrs import frozen

PARTS: Final = ("whole", "part", "units", "price", "budget")
"""The metrics of one block: `part` is about half of `whole`, `units × price` stays in `budget`."""

YEARS: Final = tuple(range(2001, 2026))
QUARTERS: Final = (1, 2, 3, 4)
SOURCES: Final = 300


@frozen
class Shape:
    """A package of about `claims` rows over `blocks` × 5 metrics."""

    claims: int
    blocks: int = 40
    sources_of_a_fact: int = 3
    """The first states yuan, the second dollars where it is money, the others copy the first."""
    failing: float = 0.03
    """The share of cases that break their rule."""
    tied: bool = False
    """Whether every figure is exact, and every part exactly on the tolerance."""

    @property
    def metrics(self) -> tuple[str, ...]:
        """The ids of the metrics."""
        return tuple(f"{part}_{block}" for block in range(self.blocks) for part in PARTS)

    @property
    def periods(self) -> tuple[str, ...]:
        """Years, and their quarters."""
        quarters = (f"{year}-Q{quarter}" for year in YEARS for quarter in QUARTERS)
        return (*map(str, YEARS), *quarters)

    @property
    def entities(self) -> int:
        """As many as the claims need."""
        of_one = len(self.metrics) * len(self.periods) * self.sources_of_a_fact
        return max(1, round(self.claims / of_one))
