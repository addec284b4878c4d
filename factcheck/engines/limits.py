"""How much an engine for large tables takes, and tells."""

from collections.abc import Callable
from typing import Final, TypeAlias

from factcheck.database.limits import MEMORY

__all__ = ["FEWEST_FINDINGS", "MEMORY", "MOST_FINDINGS", "Stage", "nobody"]

MOST_FINDINGS: Final = 1_000
"""So many findings of a run are told, half of them violated cases; the others are counted."""
FEWEST_FINDINGS: Final = 10
"""Of each rule and kind, however many rules there are, unless fewer are asked for in all."""

Stage: TypeAlias = Callable[[str], None]
"""Told what an engine begins to do, in a few words."""


def nobody(_stage: str) -> None:
    """Nobody watches."""
