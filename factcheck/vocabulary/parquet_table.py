"""A table in Parquet as the rows of text that a CSV file would have: the first is on line 2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import FORM_NOT_READ, HEADER, NOT_READABLE, TOO_LARGE
from factcheck.diagnostics.span import Span, at
from factcheck.inputs import door
from factcheck.inputs.notes import cannot_note
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import LONGEST, Table
from factcheck.vocabulary.decoding import CONTROL, control_character
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.resources import Resource
from factcheck.vocabulary.wrong import Wrong, shorten

_AS_CSV: Final = "or write the table as one CSV file"
_AGAIN: Final = "write the file again"


class RowTable(Table):
    """Rows that stand on no lines: a place in one is counted in the cells before it."""

    def header_span(self, column: str | None = None) -> Span:
        """Where a column is named; the whole header when it is not."""
        return self._place(1, self.columns, column)

    def span(self, row: int, column: str) -> Span:
        """Where a cell stands; where the table has no such column, its row."""
        return self._place(self.lines[row], self.rows[row], column)

    def _place(self, line: int, cells: Sequence[str], column: str | None) -> Span:
        if column not in self.columns:
            return at(self.path, line, 1, max(1, len(",".join(cells))))
        position = self.columns.index(column)
        before = sum(len(cell) + 1 for cell in cells[:position])
        return at(self.path, line, before + 1, max(1, len(cells[position])))


def read_parquet(resource: Resource, limits: Limits, mistakes: Mistakes) -> Table | None:
    """The table in a file; None when it cannot be read, and then `mistakes` say why."""
    found = _table(resource, limits)
    if isinstance(found, Wrong):
        mistakes.add(found.at(at(resource.shown)))
        return None
    strange = _control_character(found)
    if strange is not None:
        mistakes.add(strange)
        return None
    return _without_long_cells(found, limits.max_cell_characters, mistakes)


def _table(resource: Resource, limits: Limits) -> Table | Wrong:
    from factcheck.database.connection import INSTALL, is_installed  # noqa: PLC0415 (few need it)
    from factcheck.database.parquet import rows_of  # noqa: PLC0415 (as above)

    shown = resource.shown
    wrong = _of_file(resource.path, shown, limits)
    if wrong is not None:
        return wrong
    if not is_installed():
        message = f"`{shown}` is Parquet, which is read with duckdb, and that is not installed"
        return Wrong(FORM_NOT_READ, message, f"{INSTALL}, {_AS_CSV}")
    found = rows_of(resource.path, limits.max_rows + 1)
    _look_again(resource.path)
    if found is None:
        return Wrong(NOT_READABLE, f"`{shown}` is damaged: it is no whole file of Parquet", _AGAIN)
    columns, rows = found
    wrong = _of_columns(resource, columns, limits)
    if wrong is None and len(rows) > limits.max_rows:
        message = f"the table has more than {limits.max_rows} rows"
        wrong = Wrong(TOO_LARGE, message, "the limit is `max_rows`")
    if wrong is not None:
        return wrong
    names = tuple(name for name, _ in columns)
    return RowTable(shown, names, rows, [*range(2, len(rows) + 2)], [",".join(names)])


def _of_file(path: Path, shown: str, limits: Limits) -> Wrong | None:
    """What is wrong before anything is taken apart."""
    from factcheck.database.parquet import what_else  # noqa: PLC0415 (few need it)

    if door.is_folder(path):
        message = f"`{shown}` is Parquet in several files, which is read by `--engine spark`"
        return Wrong(FORM_NOT_READ, message, "or one file, or one CSV file")
    try:
        if path.stat().st_size > limits.max_table_bytes:
            message = f"`{shown}` has more than {limits.max_table_bytes} bytes"
            return Wrong(TOO_LARGE, message, "the limit is `max_table_bytes`")
        door.whole(path)
        reason = what_else(path)
    except OSError as error:
        return Wrong(NOT_READABLE, f"`{shown}` cannot be read: {error.strerror or error}")
    return None if reason is None else Wrong(NOT_READABLE, f"`{shown}` {reason}", _AGAIN)


def _look_again(path: Path) -> None:
    """What was read past the door is what was looked at; else no later run can rest on it.

    What the cells are rests on what read them, too.
    """
    door.library("duckdb")
    try:
        door.whole(path)
    except OSError:
        cannot_note()


def _of_columns(
    resource: Resource, columns: Sequence[tuple[str, str]], limits: Limits
) -> Wrong | None:
    if len(columns) > limits.max_columns:
        message = f"the table has more than {limits.max_columns} columns"
        return Wrong(TOO_LARGE, message, "the limit is `max_columns`")
    for position, (name, kind) in enumerate(columns, start=1):
        if not name.strip():
            return Wrong(HEADER, f"column {position} has no name", "name it, or remove it")
        if name in SHAPES[resource.name].columns and not has_text(kind):
            message = f"the column `{shorten(name)}` is of the type {shorten(kind)}"
            return Wrong(FORM_NOT_READ, message, "text, a number, a date or true and false")
    return None


def has_text(kind: str) -> bool:
    """Whether the cells of a type can be told as text."""
    from factcheck.database.parquet import text_of  # noqa: PLC0415 (few need it)

    return text_of("", kind) is not None


def is_strange(cells: Sequence[str], most: int) -> bool:
    """Whether a row has what stops the reading of it: control characters, or a cell too long."""
    return max(map(len, cells), default=0) > most or bool(CONTROL.search("\t".join(cells)))


def _control_character(table: Table) -> Diagnostic | None:
    """The first one, as in a text file: all that stands behind it may mean something else."""
    for row, cells in enumerate([[*table.columns], *table.rows], start=-1):
        if not CONTROL.search("\t".join(cells)):
            continue
        column, match = next(
            (name, match)
            for name, cell in zip(table.columns, cells, strict=True)
            if (match := CONTROL.search(cell))
        )
        span = table.header_span(column) if row < 0 else table.span(row, column)
        place = at(table.path, span.line, span.column + match.start())
        return control_character(match[0]).at(place)
    return None


def _without_long_cells(table: Table, most: int, mistakes: Mistakes) -> Table:
    """The rows that have no cell that is too long; the others are mistakes."""
    long = {row for row, cells in enumerate(table.rows) if max(map(len, cells), default=0) > most}
    if not long:
        return table
    for row in sorted(long):
        column = next(
            name
            for name, cell in zip(table.columns, table.rows[row], strict=True)
            if len(cell) > most
        )
        wrong = Wrong(TOO_LARGE, f"the cell has more than {most} characters", LONGEST)
        mistakes.add(wrong.at(table.span(row, column)))
    kept = [row for row in range(len(table.rows)) if row not in long]
    rows, lines = [table.rows[row] for row in kept], [table.lines[row] for row in kept]
    return RowTable(table.path, table.columns, rows, lines, table.text_lines)
