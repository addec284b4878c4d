"""Where the records are that frictionless counts: one may have lines, and a line may be empty."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Final

from factcheck.diagnostics.span import Span, at
from factcheck.vocabulary.csv_record import BrokenRecord, read_record
from factcheck.vocabulary.csv_table import cell_span

_TEXT: Final = {"delimiter": ",", "quoteChar": '"'}


class Records:
    """The records of one CSV file, split as frictionless splits them, with their first lines."""

    def __init__(self, text: str, shown: str, dialect: object) -> None:
        """The text may end its lines with CR LF; other lone CRs leave all records unplaced."""
        self._shown = shown
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self._lines = plain.split("\n")
        self._records: list[tuple[int, list[str]]] = []
        if "\r" not in plain:
            self._read(plain, dialect if isinstance(dialect, dict) else {})

    def _read(self, text: str, dialect: Mapping[str, object]) -> None:
        delimiter, quote = (str(dialect.get(key) or usual) for key, usual in _TEXT.items())
        start = 0
        try:
            reader = csv.reader(
                StringIO(text, newline=""),
                delimiter=delimiter,
                quotechar=quote,
                doublequote=dialect.get("doubleQuote") is not False,
                skipinitialspace=dialect.get("skipInitialSpace") is True,
            )
            for cells in reader:
                self._records.append((start, cells))
                start = reader.line_num
        except (csv.Error, TypeError, ValueError):
            return  # what comes behind has no place; frictionless says why it cannot be read

    def span(
        self, number: int, cells: tuple[str, ...], position: int | None, field: str = ""
    ) -> Span | None:
        """The cell, or the line, of a record; None where the record there has other cells."""
        if not 1 <= number <= len(self._records):
            return None
        start, found = self._records[number - 1]
        if any(cells) and tuple(found) != cells:
            return None
        line = self._lines[start] if start < len(self._lines) else ""
        whole = at(self._shown, start + 1, 1, max(1, len(line)))
        header = self._records[0][1]
        if position is None and field in header:
            position = header.index(field) + 1
        if position is None or not line:
            return whole
        record = read_record(self._lines, start)
        if isinstance(record, BrokenRecord) or record[0] != found:
            return whole
        return cell_span(self._shown, self._lines, start, found, min(position, len(found)) - 1)
