"""The rows of a table with its mistakes: what all tables share in being read."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from factcheck.diagnostics.diagnostic import Label
from factcheck.diagnostics.package_codes import EMPTY_CELL, ROW_TWICE
from factcheck.records import frozen
from factcheck.vocabulary.cells import Memo, T, identifier, required
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import Table
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.tables import checked, has_required, table_of
from factcheck.vocabulary.wrong import Wrong, shorten

_read_key = required(identifier)


@frozen
class Row:
    """One row: the text of its cells by column, and where to say what is wrong with them."""

    rows: "Rows"
    index: int
    cells: Mapping[str, str]

    @property
    def line(self) -> int:
        """The line on which the row starts."""
        return self.rows.table.lines[self.index]

    @property
    def path(self) -> str:
        """The file of the row, as messages show it."""
        return self.rows.table.path_of(self.index)

    def text(self, column: str) -> str:
        """The text of a cell, empty when the table has no such column."""
        return self.cells.get(column, "")

    def read(self, column: str, memo: Memo[T]) -> T | None:
        """The value of a cell; None, and a mistake, when it has none."""
        value = memo[self.cells.get(column, "")]
        if isinstance(value, Wrong):
            self.wrong(column, value)
            return None
        return value

    def read_all(self, types: Iterable[tuple[str, Memo[Any]]]) -> list[Any]:
        """The values of several cells at once, as `read` gives them one by one."""
        cells = self.cells
        values = [memo[cells.get(column, "")] for column, memo in types]
        return [self.read(*pair) for pair in types] if Wrong in map(type, values) else values

    def key(self, column: str) -> str:
        """The row's own id; an empty or twofold one is already among the mistakes."""
        key = _read_key(self.cells[column])
        return "" if isinstance(key, Wrong) else key

    def filled(self, column: str) -> str:
        """The text of a cell that must have one."""
        text = self.text(column)
        if not text.strip():
            self.wrong(column, Wrong(EMPTY_CELL, "this cell cannot be empty"))
        return text

    def wrong(self, column: str, wrong: Wrong, *labels: Label) -> None:
        """A mistake in a cell of this row."""
        if self.rows.mistakes.has_room(wrong):
            self.rows.mistakes.add(wrong.at(self.rows.table.span(self.index, column), *labels))


@frozen
class Rows:
    """A table, its rows by key, and its mistakes."""

    table: Table
    mistakes: Mistakes
    keys: Mapping[str, int]
    """Key to the index of the first row that has it; without the rows that could not be read."""
    complete: bool
    """Whether every row could be read, so that a key that is missing is no row's."""

    def __iter__(self) -> Iterator[Row]:
        """The rows in their order."""
        columns = self.table.columns
        for index, cells in enumerate(self.table.rows):
            yield Row(self, index, dict(zip(columns, cells, strict=True)))

    def label(self, key: str, column: str, text: str) -> Label:
        """A second place: a cell of the row with this key."""
        return Label(self.table.span(self.keys[key], column), text)


def read_rows(name: str, descriptor: Descriptor, mistakes: Mistakes) -> Rows | None:
    """The rows of a table that has the columns it must have; None when there is none."""
    table = table_of(descriptor, name, mistakes)
    return None if table is None else _keyed(name, table, mistakes)


def rows_of(name: str, table: Table, mistakes: Mistakes, descriptor: Descriptor) -> Rows | None:
    """As `read_rows`, of rows of the package's own table that are there."""
    for found in checked(descriptor, name, table):
        mistakes.add(found)
    return _keyed(name, table, mistakes) if has_required(name, table) else None


def _keyed(name: str, table: Table, mistakes: Mistakes) -> Rows:
    keys: dict[str, int] = {}
    rows = Rows(table, mistakes, keys, complete=not mistakes.count)
    if name != "memberships":
        _collect_keys(rows, SHAPES[name].columns[0], keys)
    return rows


class _Everything(Collection[str]):
    """The keys of a table that could not be read: any may be one, so none is called unknown."""

    def __contains__(self, key: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def known_keys(rows: Rows | None) -> Collection[str]:
    """The keys that a reference may name."""
    return rows.keys if rows and rows.complete else _Everything()


def _collect_keys(rows: Rows, column: str, keys: dict[str, int]) -> None:
    position = rows.table.columns.index(column)
    for index, cells in enumerate(rows.table.rows):
        key = _read_key(cells[position])
        if isinstance(key, Wrong):
            rows.mistakes.add(key.at(rows.table.span(index, column)))
        elif keys.setdefault(key, index) != index:
            wrong = Wrong(
                ROW_TWICE, f"two rows have the {column} `{shorten(key)}`", "a key stands in one row"
            )
            if rows.mistakes.has_room(wrong):
                label = rows.label(key, column, "first here")
                rows.mistakes.add(wrong.at(rows.table.span(index, column), label))
