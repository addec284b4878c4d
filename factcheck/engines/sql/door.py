"""What an engine of tables has to do for us: keep tables, and answer queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from factcheck.engines.most import MOST, Most
from factcheck.engines.sql.query import Query

ROWS: Final = "rows of one query"


class Door(Protocol):
    """An engine, spoken to in queries alone."""

    @property
    def most(self) -> Most:
        """How much comes back from it."""

    def create(self, table: str, query: Query) -> None:
        """A table of what a query gives."""

    def view(self, table: str, query: Query) -> None:
        """A table that is computed anew wherever it is asked for."""

    def fill(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> None:
        """A table of these rows; columns are of TEXT, INTEGER, BIGINT, DOUBLE or BOOLEAN."""

    def insert(self, table: str, query: Query) -> None:
        """Add what a query gives to a table."""

    def drop(self, table: str) -> None:
        """Forget a table."""

    def rows(self, query: Query, most: int = MOST.rows, what: str = ROWS) -> list[tuple[Any, ...]]:
        """What a query gives; StoppedError where that is more than so many of what it is."""
