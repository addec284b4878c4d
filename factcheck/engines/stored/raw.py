"""A table of claims as text inside an engine: one row a record, in the order of the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import ENGINE_STOPPED
from factcheck.diagnostics.span import at
from factcheck.engines.sql.cells import DOUBLE, TEXT, WHOLE, digits_of, places_of, typed
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, call
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.engines.stopped import StoppedError
from factcheck.records import Factory, Record, frozen

RAW: Final = "raw"
ROW: Final = "row"
NUMBERED: Final = "numbered"
TEXTS: Final = "texts"
_ASKED: Final = "asked"
_NO_TEXT: Final = "the table of claims has empty cells in a column that its file says has none"
_AGAIN: Final = "the file is damaged: write it again"
_NAMES: Final = {TEXT: "TEXT", WHOLE: "BIGINT"}

Cells: TypeAlias = tuple[int, list[str]]
"""A row, and the text of its cells."""


@frozen
class Raw(Record):
    """The columns of the table `raw` beside `row`, which counts its rows from 0."""

    door: Door
    columns: tuple[str, ...]
    rows: int
    first_line: int
    breaks: tuple[tuple[int, ...], tuple[int, ...]]
    """Rows with lines inside their cells, in order, and how many lines those so far have added."""
    quoted: tuple[int, ...]
    """Rows with a double quote in a cell: whether it is at its right place, the text says."""
    kinds: Mapping[str, str] = Factory(dict)
    """What the columns are that stand, as `own_c0`, with their own types beside their text, too."""
    numbered: tuple[str, ...] = ()
    """Those that the view `numbered` has as `places_c0` and `digits_c0` besides."""
    texts: str = RAW
    """The table that has the text of every column: `raw` leaves out those that are long to write,
    of the columns that `numbered` has, for each query that names `raw` takes all of it apart."""
    in_order: bool = False
    """Whether the engine goes through the rows in their order at no cost."""

    def line(self, row: int) -> int:
        """The line on which a row starts."""
        place = bisect_left(self.breaks[0], row)
        return self.first_line + row + (self.breaks[1][place - 1] if place else 0)

    def own(self, column: str) -> str:
        """The stored name of a column with its own type if it has a plain one, else of its text."""
        name = stored(self.columns.index(column))
        return typed(name) if self.kinds.get(column, DOUBLE) != DOUBLE else name

    def typed(self) -> dict[str, tuple[str, str]]:
        """The columns with a plain type of their own: where it stands, and what SQL calls it."""
        kinds = {column: kind for column, kind in self.kinds.items() if kind != DOUBLE}
        return {column: (self.own(column), _NAMES[kind]) for column, kind in kinds.items()}

    def numbers(self) -> dict[str, tuple[str, str]]:
        """Of the columns that `numbered` has: where the places of its numbers stand, and digits."""
        names = {column: stored(self.columns.index(column)) for column in self.numbered}
        return {column: (places_of(name), digits_of(name)) for column, name in names.items()}

    def cells(self, rows: Iterable[int]) -> list[Cells]:
        """The cells of some rows, in their order; stops the run where they are no text.

        An engine leaves out the test for what a file says there is none of.
        """
        wanted = sorted(set(rows))
        if not wanted:
            return []
        self.door.fill(_ASKED, ((ROW, "BIGINT"),), [(row,) for row in wanted])
        own = Column(ROW, self.texts)
        names = map(stored, range(len(self.columns)))
        columns: dict[str, Expression] = {ROW: own}
        columns |= {name: Column(name, self.texts) for name in names}
        join = Join(Table(_ASKED), own.equals(Column(ROW, _ASKED)), "semi")
        query = Select(columns, Table(self.texts), [join], order=(own,))
        found = self.door.rows(query, len(wanted))
        self.door.drop(_ASKED)
        if any(None in row for row in found):
            raise StoppedError(Diagnostic(ENGINE_STOPPED, _NO_TEXT, at(""), help=_AGAIN))
        return [(row, list(cells)) for row, *cells in found]


def count_rows(door: Door, where: Expression | None = None) -> int:
    """How many rows the table has, or how many of which something holds."""
    ((number,),) = door.rows(Select({"n": call("count")}, Table(RAW), where=where))
    return int(number)


def stored(place: int) -> str:
    """The name of a column by its place: names of strangers differ in what engines do not."""
    return f"c{place}"
