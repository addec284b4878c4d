"""A table whose rows come from several files, each row with the place that it has in its own."""

from __future__ import annotations

from factcheck.diagnostics.span import Span
from factcheck.records import frozen
from factcheck.vocabulary.csv_table import Table


@frozen
class JoinedTable(Table):
    """The rows of its parts in one list of columns; a row that two parts have stands once."""

    parts: tuple[Table, ...]
    origins: list[tuple[int, int]]
    """For each row the part that it is of, and its place there."""

    def header_span(self, column: str | None = None) -> Span:
        """Where a column is named, in the first part that has it."""
        part = next((part for part in self.parts if column in part.columns), self.parts[0])
        return part.header_span(column)

    def span(self, row: int, column: str) -> Span:
        """Where a cell stands in its own file."""
        part, index = self.origins[row]
        return self.parts[part].span(index, column)

    def path_of(self, row: int) -> str:
        """The file of a row, as messages show it."""
        part, index = self.origins[row]
        return self.parts[part].path_of(index)
