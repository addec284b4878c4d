"""Queries to DuckDB: a private database in a folder of its own, locked once it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck.database.connection import connected, interrupted, lock, no_memory
from factcheck.database.limits import MEMORY
from factcheck.engines.engine import TooLittleMemoryError
from factcheck.engines.most import MOST, Most
from factcheck.engines.sql.dialect import DUCKDB
from factcheck.engines.sql.door import ROWS
from factcheck.engines.sql.query import Query
from factcheck.engines.sql.write import name, written
from factcheck.engines.stopped import too_much
from factcheck.records import define

if TYPE_CHECKING:
    from factcheck.database.connection import Connection


_INTERRUPTED: Final = "interrupt"


@define
class Door:
    """Runs queries; rows come back as tuples."""

    connection: Connection
    most: Most = MOST

    def create(self, table: str, query: Query) -> None:
        """A table of what a query gives."""
        self.say(f"CREATE TABLE {name(table, DUCKDB)} AS {written(query, DUCKDB)}")

    def view(self, table: str, query: Query) -> None:
        """A table that is computed anew wherever it is asked for."""
        self.say(f"CREATE VIEW {name(table, DUCKDB)} AS {written(query, DUCKDB)}")

    def insert(self, table: str, query: Query) -> None:
        """Add what a query gives to a table."""
        self.say(f"INSERT INTO {name(table, DUCKDB)} {written(query, DUCKDB)}")

    def drop(self, table: str) -> None:
        """Forget a table."""
        self.say(f"DROP TABLE {name(table, DUCKDB)}")

    def rows(self, query: Query, most: int = MOST.rows, what: str = ROWS) -> list[tuple[Any, ...]]:
        """What a query gives, as far as it may come back."""
        found = self.ask(written(query, DUCKDB), most=most + 1)
        if len(found) > most:
            raise too_much(most, what)
        return found

    def fill(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> None:
        """A table of these rows; columns are of TEXT, INTEGER, BIGINT, DOUBLE or BOOLEAN."""
        names = [f"unnest(CAST(? AS {kind}[])) AS {name(own, DUCKDB)}" for own, kind in columns]
        values = [[row[place] for row in rows] for place in range(len(columns))]
        text = f"CREATE TABLE {name(table, DUCKDB)} AS SELECT {', '.join(names)}"
        self.ask(text, values)

    def say(self, statement: str, parameters: Sequence[object] = ()) -> None:
        """A statement of this room's own text."""
        self.ask(statement, list(parameters))

    def ask(
        self, statement: str, parameters: Sequence[object] = (), most: int = MOST.rows
    ) -> list[tuple[Any, ...]]:
        """What a statement of this room's own text gives.

        A signal that comes meanwhile stops it; whatever the handler of the signal raises is lost in
        DuckDB, which raises an error of its own.
        """
        try:
            return list(self.connection.execute(statement, list(parameters)).fetchmany(most))
        except no_memory() as error:
            raise TooLittleMemoryError from error
        except (RuntimeError, interrupted()) as error:
            if _INTERRUPTED in str(error).lower():
                raise KeyboardInterrupt from error
            raise

    def lock(self, files: Sequence[Path] = (), folders: Sequence[Path] = ()) -> None:
        """From here on nothing outside but these can be reached, nor this be undone."""
        lock(self.connection, files, folders)


def connect(
    folder: Path, memory: str = MEMORY, threads: int | None = None, most: Most = MOST
) -> Door:
    """A database in memory that spills into a folder, and loads no extension."""
    return Door(connected(folder, memory, threads), most)
