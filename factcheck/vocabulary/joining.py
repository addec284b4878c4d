"""Rows of taken packages after those of the package that takes them, in its ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.records import Factory, define
from factcheck.vocabulary.columns import COMPUTED
from factcheck.vocabulary.csv_table import Table
from factcheck.vocabulary.descriptor import Taken
from factcheck.vocabulary.joined_table import JoinedTable
from factcheck.vocabulary.renaming import renames
from factcheck.vocabulary.taking import BETWEEN, Taking

PACKAGE: Final = "package"
"""The column of sources that names the package that a row was taken from."""

Cells = Mapping[str, str]


@define
class Part:
    """The rows of one package, their cells as they are called here."""

    table: Table
    columns: list[str]
    rows: list[list[str]]

    def cells(self, index: int) -> Cells:
        """A row by its columns."""
        return dict(zip(self.columns, self.rows[index], strict=True))


def own_part(table: Table) -> Part:
    """The package's own rows, as they are."""
    return Part(table, [*table.columns], table.rows)


def taken_part(name: str, taken: Taken, table: Table) -> Part:
    """The rows of a package that is taken; those of sources with the name that it has here."""
    rename = renames(name, taken.taking, taken.folder)
    left_out = COMPUTED if name == "claims" else ()
    columns = [column for column in table.columns if column not in left_out]
    ways = [(table.columns.index(column), rename.get(column)) for column in columns]
    rows = [
        [row[place] if way is None else way(row[place]) for place, way in ways]
        for row in table.rows
    ]
    part = Part(table, columns, rows)
    if name == "sources":
        _name_package(part, taken.taking)
    return part


def _name_package(part: Part, taking: Taking) -> None:
    """The package of each row, after those through which it came."""
    if PACKAGE in part.columns:
        place = part.columns.index(PACKAGE)
        for row in part.rows:
            row[place] = BETWEEN.join(filter(None, (taking.name, row[place])))
        return
    part.columns.append(PACKAGE)
    for row in part.rows:
        row.append(taking.name)


@define
class Joining:
    """One table while the rows of the packages are put together."""

    parts: list[Part] = Factory(list)
    origins: list[tuple[int, int]] = Factory(list)
    """For each row its part and its place there."""
    changed: dict[int, Cells] = Factory(dict)
    """Rows that say more than their part does."""

    def add(self, part: Part, left_out: Mapping[int, int]) -> range:
        """The rows of a part but those that stand already; where they are now."""
        start, number = len(self.origins), len(self.parts)
        self.parts.append(part)
        self.origins += [
            (number, index) for index in range(len(part.rows)) if index not in left_out
        ]
        return range(start, len(self.origins))

    def cells(self, row: int) -> Cells:
        """A row by its columns."""
        part, index = self.origins[row]
        return self.changed.get(row) or self.parts[part].cells(index)

    def column(self, name: str, rows: range) -> Sequence[str]:
        """The cells of a column; nothing where the part has none."""
        places = [part.columns.index(name) if name in part.columns else None for part in self.parts]
        found = []
        for part, index in (self.origins[row] for row in rows):
            place = places[part]
            found.append("" if place is None else self.parts[part].rows[index][place])
        return found

    def joined(self) -> JoinedTable:
        """All rows, each with a cell for every column."""
        columns = tuple(dict.fromkeys(name for part in self.parts for name in part.columns))
        places = [
            [part.columns.index(name) if name in part.columns else None for name in columns]
            for part in self.parts
        ]
        rows = []
        for part, index in self.origins:
            row = self.parts[part].rows[index]
            rows.append(["" if place is None else row[place] for place in places[part]])
        for number, cells in self.changed.items():
            rows[number] = [cells.get(name, "") for name in columns]
        tables = tuple(part.table for part in self.parts)
        lines = [tables[part].lines[index] for part, index in self.origins]
        return JoinedTable(tables[0].path, columns, rows, lines, (), tables, self.origins)
