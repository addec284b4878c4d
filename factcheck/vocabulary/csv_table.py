"""A CSV table as rows of text that know their lines; columns are computed when asked for."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import (
    EMPTY_LINE,
    FORM_NOT_READ,
    HEADER,
    RAGGED_ROW,
    TOO_LARGE,
)
from factcheck.diagnostics.span import Span, at
from factcheck.records import frozen
from factcheck.vocabulary.csv_record import BrokenRecord, read_record, starts
from factcheck.vocabulary.decoding import decode
from factcheck.vocabulary.files import read_bytes
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.resources import PARQUET, Resource
from factcheck.vocabulary.wrong import Wrong, shorten

_SEPARATORS: Final = {";": "semicolons", "\t": "tabulators", "|": "vertical bars"}
LONGEST: Final = "the limit is `max_cell_characters`"


@frozen
class Table:
    """The rows that have a cell for each column, with the line on which each starts (from 1)."""

    path: str
    columns: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
    text_lines: Sequence[str]

    def path_of(self, row: int) -> str:  # noqa: ARG002 (a table of several files asks which row)
        """The file of a row, as messages show it."""
        return self.path

    def header_span(self, column: str | None = None) -> Span:
        """Where a column is named; the whole header when it is not."""
        if column in self.columns:
            return cell_span(
                self.path, self.text_lines, 0, self.columns, self.columns.index(column)
            )
        return at(self.path, 1, 1, max(1, len(self.text_lines[0])))

    def span(self, row: int, column: str) -> Span:
        """Where a cell stands; where the table has no such column, its row."""
        line = self.lines[row]
        if column not in self.columns:
            return at(self.path, line, 1, max(1, len(self.text_lines[line - 1])))
        position = self.columns.index(column)
        return cell_span(self.path, self.text_lines, line - 1, self.rows[row], position)


def cell_span(
    path: str, lines: Sequence[str], index: int, cells: Sequence[str], position: int
) -> Span:
    """The span of one cell of the record on a line, or of its first line; never without width."""
    line, column, width = next(islice(starts(lines, index, cells), position, None))
    return at(path, line + 1, column + 1, max(1, width))


def read_table(resource: Resource, limits: Limits, mistakes: Mistakes) -> Table | None:
    """The table in a file, with each row that could be read; None when its header could not."""
    if resource.path.suffix == PARQUET:
        message = f"`{resource.shown}` is Parquet, and a CSV file is asked for here"
        mistakes.add(Wrong(FORM_NOT_READ, message, "one CSV file").at(at(resource.shown)))
        return None
    data = read_bytes(resource.path, resource.shown, limits.max_table_bytes, "max_table_bytes")
    if isinstance(data, Wrong):
        mistakes.add(data.at(at(resource.shown)))
        return None
    text, found = decode(data, resource.shown)
    for diagnostic in found:
        mistakes.add(diagnostic)
    return None if text is None else parse_table(text, resource.shown, limits, mistakes)


def parse_table(text: str, path: str, limits: Limits, mistakes: Mistakes) -> Table | None:
    """As `read_table`, from text whose line ends are LF."""
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        mistakes.add(Wrong(HEADER, "the table is empty", "it needs a header").at(at(path)))
        return None
    header = read_record(lines, 0)
    if isinstance(header, BrokenRecord):
        mistakes.add(_broken(header, path))
        return None
    columns, first = header
    apart = _other_separator(columns)
    if apart is not None:
        mistakes.add(apart.at(at(path, 1, 1, len(lines[0]))))
        return None
    for wrong, position in _check_header(columns, limits):
        mistakes.add(wrong.at(cell_span(path, lines, 0, columns, position)))
    if mistakes.count:
        return None
    table = Table(path, tuple(columns), [], [], lines)
    _read_rows(table, first, limits, mistakes)
    return table


def _other_separator(columns: Sequence[str]) -> Wrong | None:
    """A header whose names are all in one cell, with something else than commas between them."""
    for sign, name in _SEPARATORS.items():
        if len(columns) == 1 and sign in columns[0].strip(sign):
            message = f"the columns are separated by {name}, and not by commas"
            return Wrong(HEADER, message, "save the table as CSV with commas")
    return None


def _check_header(columns: list[str], limits: Limits) -> Iterator[tuple[Wrong, int]]:
    if len(columns) > limits.max_columns:
        message = f"the table has more than {limits.max_columns} columns"
        yield Wrong(TOO_LARGE, message, "the limit is `max_columns`"), limits.max_columns
        return
    for position, name in enumerate(columns):
        if not name.strip():
            yield (
                Wrong(HEADER, f"column {position + 1} has no name", "name it, or remove it"),
                position,
            )
        elif name in columns[:position]:
            yield (
                Wrong(HEADER, f"two columns are named `{shorten(name)}`", "rename one of them"),
                position,
            )


def _read_rows(table: Table, index: int, limits: Limits, mistakes: Mistakes) -> None:
    lines, width, longest = table.text_lines, len(table.columns), limits.max_cell_characters
    while index < len(lines):
        record = read_record(lines, index)
        if isinstance(record, BrokenRecord):
            mistakes.add(_broken(record, table.path))
            index = record.line + 1
            continue
        cells, after = record
        odd = len(cells) != width or len(lines[index]) > longest or after - index > 1
        wrong = odd and _odd_row(table, index, cells, longest)
        if wrong:
            mistakes.add(wrong)
        else:
            table.rows.append(cells)
            table.lines.append(index + 1)
        index = after
        if len(table.rows) > limits.max_rows:
            message = f"the table has more than {limits.max_rows} rows"
            mistakes.add(
                Wrong(TOO_LARGE, message, "the limit is `max_rows`").at(at(table.path, index))
            )
            return


def _odd_row(table: Table, index: int, cells: list[str], longest: int) -> Diagnostic | None:
    """What is wrong with a row of another width than the header's, or with a long one."""
    width = len(table.columns)
    if not table.text_lines[index]:
        wrong = Wrong(EMPTY_LINE, "an empty line inside the table", "remove it")
        return wrong.at(at(table.path, index + 1))
    if len(cells) != width:
        position = min(width, len(cells) - 1)
        span = cell_span(table.path, table.text_lines, index, cells, position)
        return _ragged(cells, table.columns).at(span)
    for position, cell in enumerate(cells):
        if len(cell) > longest:
            wrong = Wrong(TOO_LARGE, f"the cell has more than {longest} characters", LONGEST)
            return wrong.at(cell_span(table.path, table.text_lines, index, cells, position))
    return None


def _ragged(cells: list[str], columns: tuple[str, ...]) -> Wrong:
    if len(cells) > len(columns):
        message = f"the row has {len(cells)} cells, the header {len(columns)}"
        return Wrong(RAGGED_ROW, message, "put a cell with a comma in it in double quotes")
    message = f"the row ends after {len(cells)} of {len(columns)} cells"
    return Wrong(
        RAGGED_ROW, message, f"the next is `{columns[len(cells)]}`; an empty cell keeps its comma"
    )


def _broken(record: BrokenRecord, path: str) -> Diagnostic:
    return record.wrong.at(at(path, record.line + 1, record.column + 1))
