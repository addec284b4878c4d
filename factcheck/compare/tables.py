"""Tables side by side: rows by their key, cells by their column, each row looked at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.compare.model import CellChange, Cells, Row, RowChange, TableChange
from factcheck.records import evolve, frozen
from factcheck.vocabulary.columns import COMPUTED, SHAPES
from factcheck.vocabulary.csv_table import Table

KEYLESS: Final = "memberships"
_NOTHING: Final = TableChange("", "both", (), (), reordered=False, schema=(), added=(),
                              removed=(), changed=())  # fmt: skip


def compare_tables(name: str, old: Table | None, new: Table | None) -> TableChange:
    """What differs between two tables; the order of rows is no difference."""
    if old is None or new is None:
        return evolve(
            _NOTHING,
            name=name,
            presence="added" if new else "removed" if old else "both",
            added=tuple(_rows(name, new)) if new else (),
            removed=tuple(_rows(name, old)) if old else (),
        )
    added, removed = _but(new.columns, old.columns), _but(old.columns, new.columns)
    if name == "claims" and not (set(COMPUTED) <= {*old.columns} & {*new.columns}):
        added, removed = _but(added, COMPUTED), _but(removed, COMPUTED)
    common = [column for column in old.columns if column in new.columns]
    moved = common != [column for column in new.columns if column in old.columns]
    made = evolve(
        _NOTHING, name=name, columns_added=added, columns_removed=removed, reordered=moved
    )
    if old.columns == new.columns and old.rows == new.rows:
        return made
    pair = _Pair(name, old, new, tuple(common))
    return pair.without_key(made) if name == KEYLESS else pair.by_key(made)


def _but(names: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _rows(name: str, table: Table) -> Iterator[Row]:
    return (_row(name, table, index) for index in range(len(table.rows)))


def _row(name: str, table: Table, index: int) -> Row:
    cells = table.rows[index]
    key = "" if name == KEYLESS else cells[table.columns.index(SHAPES[name].columns[0])]
    named: Cells = tuple(
        (column, cell) for column, cell in zip(table.columns, cells, strict=True) if cell
    )
    return Row(key, named, table.path_of(index), table.lines[index])


@frozen
class _Pair:
    """Two tables of one name with the columns that both have."""

    name: str
    old: Table
    new: Table
    columns: tuple[str, ...]

    def by_key(self, made: TableChange) -> TableChange:
        """Rows with one key are one row."""
        before, after = self._by_key(self.old), self._by_key(self.new)
        places = [
            (column, self.old.columns.index(column), self.new.columns.index(column))
            for column in self.columns
        ]
        changed = []
        for key, index in after.items():
            if key not in before:
                continue
            old, new = self.old.rows[before[key]], self.new.rows[index]
            cells = tuple(
                CellChange(column, old[first], new[second])
                for column, first, second in places
                if old[first] != new[second]
            )
            if cells:
                changed.append(
                    RowChange(key, cells, self.new.path_of(index), self.new.lines[index])
                )
        return evolve(
            made,
            added=self._alone(self.new, after, before),
            removed=self._alone(self.old, before, after),
            changed=tuple(changed),
        )

    def _by_key(self, table: Table) -> Mapping[str, int]:
        place = table.columns.index(SHAPES[self.name].columns[0])
        return {cells[place]: index for index, cells in enumerate(table.rows)}

    def _alone(
        self, table: Table, rows: Mapping[str, int], others: Mapping[str, int]
    ) -> tuple[Row, ...]:
        return tuple(
            _row(self.name, table, index) for key, index in rows.items() if key not in others
        )

    def without_key(self, made: TableChange) -> TableChange:
        """Rows are the same when all their cells are; equal ones are counted."""
        return evolve(
            made, added=self._more(self.new, self.old), removed=self._more(self.old, self.new)
        )

    def _more(self, table: Table, other: Table) -> tuple[Row, ...]:
        left = Counter(self._projected(other))
        more = []
        for index, cells in enumerate(self._projected(table)):
            left[cells] -= 1
            if left[cells] < 0:
                more.append(_row(self.name, table, index))
        return tuple(more)

    def _projected(self, table: Table) -> Iterator[tuple[str, ...]]:
        places = [table.columns.index(column) for column in self.columns]
        return (tuple(cells[place] for place in places) for cells in table.rows)
