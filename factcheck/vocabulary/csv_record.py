"""One record of CSV (RFC 4180): cells may be quoted, with doubled quotes and line ends inside."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from factcheck.diagnostics.package_codes import QUOTING
from factcheck.records import Record, frozen
from factcheck.vocabulary.wrong import Wrong


@frozen
class BrokenRecord(Record):
    """A record that cannot be told apart into cells: what is wrong, and where (both from 0)."""

    wrong: Wrong
    line: int
    column: int


CsvRecord: TypeAlias = tuple[list[str], int]
"""The cells, and the index of the line after them."""


def read_record(lines: Sequence[str], index: int) -> CsvRecord | BrokenRecord:
    """The record that starts on a line; lines have lost their ends."""
    text = lines[index]
    if '"' not in text:
        return text.split(","), index + 1
    cells: list[str] = []
    column = 0
    while True:
        if text.startswith('"', column):
            quoted = _quoted(lines, index, column)
            if isinstance(quoted, BrokenRecord):
                return quoted
            cell, index, column = quoted
            cells.append(cell)
            text = lines[index]
            if column == len(text):
                return cells, index + 1
            if text[column] != ",":
                return BrokenRecord(_after_quote(text[column]), index, column)
            column += 1
        else:
            quote = text.find('"', column)
            if quote < 0:
                return cells + text[column:].split(","), index + 1
            if text[quote - 1] != ",":
                return BrokenRecord(_stray_quote(), index, quote)
            cells += text[column : quote - 1].split(",")
            column = quote


def _quoted(lines: Sequence[str], index: int, column: int) -> tuple[str, int, int] | BrokenRecord:
    """A quoted cell, and the line and column after its closing quote."""
    pieces: list[str] = []
    line, position = index, column + 1
    while line < len(lines):
        end = lines[line].find('"', position)
        if end < 0:
            pieces += (lines[line][position:], "\n")
            line, position = line + 1, 0
        elif lines[line].startswith('""', end):
            pieces.append(lines[line][position : end + 1])
            position = end + 2
        else:
            pieces.append(lines[line][position:end])
            return "".join(pieces), line, end + 1
    message = "this double quote is never closed, so all after it would be one cell"
    return BrokenRecord(Wrong(QUOTING, message, _DOUBLED), index, column)


_DOUBLED = 'a cell in double quotes ends with one; a double quote inside is written twice: `""`'


def _after_quote(character: str) -> Wrong:
    message = f"a comma has to follow the closing double quote, not `{character}`"
    return Wrong(QUOTING, message, _DOUBLED)


def _stray_quote() -> Wrong:
    return Wrong(QUOTING, "a double quote inside a cell that does not start with one", _DOUBLED)


def starts(
    lines: Sequence[str], index: int, cells: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """For each cell of a record: its line and column (both from 0), its width on that line."""
    line, column = index, 0
    for cell in cells:
        quoted = lines[line].startswith('"', column)
        raw = '"' + cell.replace('"', '""') + '"' if quoted else cell
        first, *others = raw.split("\n")
        yield line, column, len(first)
        line += len(others)
        column = (len(others[-1]) if others else column + len(first)) + 1
