"""Cells of a CSV file set to other texts; every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from factcheck.records import Record, frozen
from factcheck.vocabulary.csv_record import starts
from factcheck.vocabulary.csv_table import Table

Edits = Mapping[tuple[int, str], str]
"""New texts by line of the row and column."""


@frozen
class Change(Record):
    """One cell of a table that is set."""

    path: str
    line: int
    column: str
    before: str
    after: str


def edited(text: str, table: Table, edits: Edits) -> str:
    """The text of the file, whose line ends are as in the file, with the cells set.

    A cell that is set stands on one line, as numbers and hashes do.
    A cell in double quotes keeps them. New texts are digits, letters and signs: none needs quotes.
    """
    lines = text.split("\n")
    rows = {line: index for index, line in enumerate(table.lines)}
    places = ((_place(table, rows[line], column), new) for (line, column), new in edits.items())
    for (line, start, end), new in sorted(places, reverse=True):
        row = lines[line]
        quotes = '"' if row.startswith('"', start) else ""
        lines[line] = f"{row[:start]}{quotes}{new}{quotes}{row[end:]}"
    return "\n".join(lines)


def changes(table: Table, edits: Edits) -> list[Change]:
    """What is set, in the order of the table."""
    rows = {line: index for index, line in enumerate(table.lines)}
    found = []
    for (line, column), new in sorted(edits.items()):
        before = table.rows[rows[line]][table.columns.index(column)]
        found.append(Change(table.path, line, column, before, new))
    return found


def settable(table: Table, columns: Iterable[str]) -> bool:
    """Whether the table has these columns."""
    return set(columns) <= set(table.columns)


def _place(table: Table, row: int, column: str) -> tuple[int, int, int]:
    """Index of the line of a cell, and where the cell begins and ends on it."""
    position = table.columns.index(column)
    cells: Sequence[str] = table.rows[row]
    found = starts(table.text_lines, table.lines[row] - 1, cells)
    line, start, width = next(islice(found, position, None))
    return line, start, start + width
