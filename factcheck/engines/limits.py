"""How much an engine for large tables takes, and tells."""

from typing import Final

from factcheck.database.connection import MEMORY

__all__ = ["FEWEST_FINDINGS", "MEMORY", "MOST_FINDINGS"]

MOST_FINDINGS: Final = 1_000
"""So many findings of a run are told, half of them violated cases; the others are counted."""
FEWEST_FINDINGS: Final = 10
"""Of each rule and kind, however many rules there are, unless fewer are asked for in all."""
