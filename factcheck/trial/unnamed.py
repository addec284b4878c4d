"""What a given leaves open: one unnamed value of each field, shared by all the givens of a test."""

from __future__ import annotations

from datetime import date
from typing import Final

from factcheck.lang.typed import Key
from factcheck.values.period import Period

UNNAMED_START: Final = "(unnamed"
UNNAMED: Final = f"{UNNAMED_START})"
UNNAMED_PERIOD: Final = Period(date(1, 1, 1), date(1, 1, 1), "unnamed", UNNAMED)
"""Its days stand for nothing; whoever asks for them is told that the period is not stated."""
OPEN_FIELDS: Final = ("entity", "period", "status", "source", "attributed_to")
"""The fields of a claim that a given may leave open, besides the package's own dimensions."""
EVERY_UNNAMED: Final[frozenset[Key]] = frozenset({UNNAMED, UNNAMED_PERIOD})


def published_on(day: date) -> str:
    """The unnamed source of a day, where the givens of one test name several days."""
    return f"{UNNAMED_START}, published {day})"
