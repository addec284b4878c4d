"""A picture as it is drawn: an axis, bands behind it, and a row for each thing that is compared."""

from __future__ import annotations

from factcheck.records import Record, frozen
from factcheck.report.html.marks import Bar
from factcheck.report.html.ticks import Tick


@frozen
class Row(Record):
    """One row: who says it, what, and the bar of it."""

    kind: str
    """claim, sum (what is calculated), rule (a number of the rule) or heading."""
    label: str
    date: str
    value: str
    exact: str
    """Both ends as exact decimal text."""
    bar: Bar | None
    printed: str = ""
    """The place of the number that the source prints."""
    over: tuple[tuple[str, str], ...] = ()
    """The stretches of the bar that lie outside of the room: their starts and ends."""
    aside: bool = False
    """Whether the reading that decides did not choose it."""


@frozen
class Band(Record):
    """A stretch behind all rows: sure or possible (what is allowed), or gap (what is missing)."""

    kind: str
    start: str
    width: str


@frozen
class Picture(Record):
    """Rows on one axis."""

    title: str
    """What it shows, where that is not the finding itself."""
    unit: str
    ticks: tuple[Tick, ...]
    logarithmic: bool
    bands: tuple[Band, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str], ...] = ()
    """The kind of a band, and what it means."""
    more: int = 0
    """Rows that are left out."""


@frozen
class Said(Record):
    """One claim in a table of who says what: the places of its values among the columns."""

    label: str
    date: str
    value: str
    column: int


@frozen
class SaidTable(Record):
    """Claims that differ in a field that is no number: a column for each value."""

    field: str
    columns: tuple[str, ...]
    rows: tuple[Said, ...]
    more: int = 0
