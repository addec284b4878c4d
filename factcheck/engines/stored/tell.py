"""The queries that a rule becomes, noted while they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.engines.most import MOST, Most
from factcheck.engines.sql.dialect import Dialect
from factcheck.engines.sql.door import ROWS, Door
from factcheck.engines.sql.query import Query
from factcheck.engines.sql.write import written
from factcheck.records import Factory, define


@define
class Telling:
    """A door that notes what it is asked, in the words of any dialect, and asks another."""

    door: Door
    dialect: Dialect
    said: list[str] = Factory(list)

    def create(self, table: str, query: Query) -> None:
        """A table of what a query gives."""
        self._note(f"the table {table}", query)
        self.door.create(table, query)

    def view(self, table: str, query: Query) -> None:
        """A table that is computed anew wherever it is asked for."""
        self._note(f"the view {table}", query)
        self.door.view(table, query)

    def insert(self, table: str, query: Query) -> None:
        """Add what a query gives to a table."""
        self._note(f"more rows of the table {table}", query)
        self.door.insert(table, query)

    def fill(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> None:
        """A table of these rows."""
        listed = ", ".join(f"{name} {kind}" for name, kind in columns)
        count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
        self.said.append(f"-- the table {table}, {count}: {listed}")
        self.door.fill(table, columns, rows)

    def drop(self, table: str) -> None:
        """Forget a table."""
        self.door.drop(table)

    @property
    def most(self) -> Most:
        """As the other's."""
        return self.door.most

    def rows(self, query: Query, most: int = MOST.rows, what: str = ROWS) -> list[tuple[Any, ...]]:
        """What a query gives, as far as it may come back."""
        self._note("asked", query)
        return self.door.rows(query, most, what)

    def _note(self, what: str, query: Query) -> None:
        self.said.append(f"-- {what}\n{written(query, self.dialect)};")
