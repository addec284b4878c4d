"""Where the cells of a table stand: read once more, when there is something to say about one."""

from __future__ import annotations

from factcheck.diagnostics.span import Span, at
from factcheck.vocabulary.csv_table import Table, read_table
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes


class Cells:
    """The places of cells by table, line of their row, and column."""

    def __init__(self, descriptor: Descriptor) -> None:
        self._descriptor = descriptor
        self._tables: dict[str, tuple[Table, dict[int, int]] | None] = {}

    def span(self, table: str, line: int, column: str) -> Span:
        """Where a cell stands; the row where the table has no such column."""
        found = self._table(table)
        resource = self._descriptor.resources[table]
        if found is None or line not in found[1]:
            return at(resource.shown, line)
        return found[0].span(found[1][line], column)

    def _table(self, name: str) -> tuple[Table, dict[int, int]] | None:
        """A table with the index of each row by its line."""
        if name not in self._tables:
            descriptor = self._descriptor
            mistakes = Mistakes(descriptor.limits.max_diagnostics)
            table = read_table(descriptor.resources[name], descriptor.limits, mistakes)
            lines = {line: index for index, line in enumerate(table.lines)} if table else {}
            self._tables[name] = (table, lines) if table else None
        return self._tables[name]
