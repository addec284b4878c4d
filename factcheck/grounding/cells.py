"""Where the cells of a table stand: read once more, when there is something to say about one."""

from __future__ import annotations

from unicodedata import normalize

from factcheck.diagnostics.span import Span, at
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import Table
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.tables import table_of


class Cells:
    """The places of cells by table, id of their row, and column."""

    def __init__(self, descriptor: Descriptor) -> None:
        self._descriptor = descriptor
        self._tables: dict[str, tuple[Table, dict[str, int]] | None] = {}

    def span(self, table: str, key: str, column: str) -> Span:
        """Where a cell stands; the row where the table has no such column."""
        found = self._table(table)
        if found is None or key not in found[1]:  # it was read before, and has changed since
            return at(self._descriptor.resources[table].shown)
        return found[0].span(found[1][key], column)

    def _table(self, name: str) -> tuple[Table, dict[str, int]] | None:
        """A table with the index of each row by its key, which is the first of its columns."""
        if name not in self._tables:
            table = table_of(self._descriptor, name, Mistakes(1))
            self._tables[name] = (table, _by_key(name, table)) if table else None
        return self._tables[name]


def _by_key(name: str, table: Table) -> dict[str, int]:
    place = table.columns.index(SHAPES[name].columns[0])
    return {normalize("NFC", row[place]): index for index, row in enumerate(table.rows)}
