"""Drafts: what a text states, as far as rows of claims can say it."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.records import Record, frozen


@frozen
class Draft(Record):
    """A row of claims, without whose figure it is and what it measures."""

    cells: Mapping[str, str]
    """By column; columns that are not here are empty."""
    read: bool
    """False for a figure that is seen and not read: its row has no value, and its note says why."""
    line: int
    """Of the text, from 1."""


@frozen
class Drafts(Record):
    """All that a text states and a package does not have yet, in the order of the text."""

    path: str
    """Of the text, as it was named."""
    source: str
    """The source in the package; empty where there is none."""
    columns: tuple[str, ...]
    """Of the table of claims."""
    rows: tuple[Draft, ...]
    known: int
    """Figures that the package has already."""
    problems: tuple[Diagnostic, ...] = ()
    """What kept the text or the package from being read; then there are no rows."""
