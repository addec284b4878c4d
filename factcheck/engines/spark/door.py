"""The one door to Spark: queries, and tables that the workers hold."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from factcheck.engines.most import MOST, Most
from factcheck.engines.spark.failures import failures_told
from factcheck.engines.spark.functions import register
from factcheck.engines.spark.session import session
from factcheck.engines.sql.dialect import SPARK
from factcheck.engines.sql.door import ROWS
from factcheck.engines.sql.expression import Column, call
from factcheck.engines.sql.query import Query, Select, Table, Values
from factcheck.engines.sql.write import written
from factcheck.engines.stopped import too_much
from factcheck.records import Factory, define

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES: Final = {"TEXT": "STRING"}
_CAST: Final = {
    "TEXT": "to_text",
    "INTEGER": "to_integer",
    "BIGINT": "to_bigint",
    "DOUBLE": "to_double",
    "BOOLEAN": "to_boolean",
}
_WRITTEN: Final = 500
"""A table of so many rows is written out in the queries that name it."""
_SENT: Final = 100_000
"""A table of so many rows is sent to every worker, so that joins with it move nothing else."""
_ASKED: Final = 64
"""After so many queries Spark is told which of them nobody holds any more."""
_PARTS: Final = 16
"""So many times rows are added to a table before its parts are put together."""


@define
class Door:
    """Runs queries; tables are views over what the workers hold. Failures are StoppedError."""

    session: SparkSession
    most: Most = MOST
    tables: dict[str, DataFrame] = Factory(dict)
    brought: int = 0
    """Rows that have come back so far."""
    asked: int = 0
    """Queries so far."""
    kept: set[str] = Factory(set)
    """The tables whose rows the workers hold."""
    added: Counter[str] = Factory(Counter)
    """How often rows were added to a table since it was last put together."""

    def create(self, table: str, query: Query) -> None:
        """A table of what a query gives; a copy holds nothing of its own."""
        with failures_told():
            frame = self._frame(query)
            self.keep(table, frame if self._is_copy(query) else self._kept(frame))
        self.kept.add(table)

    def view(self, table: str, query: Query) -> None:
        """A table that is computed anew wherever it is asked for."""
        with failures_told():
            self.keep(table, self._frame(query))

    def insert(self, table: str, query: Query) -> None:
        """Add what a query gives to a table: what it had so far stays where it is."""
        with failures_told():
            both = self.tables[table].unionAll(self._kept(self._frame(query)))
            self.added[table] += 1
            if self.added[table] == _PARTS:
                both = self._kept(both)
                del self.added[table]
            self.keep(table, both)

    def drop(self, table: str) -> None:
        """Forget a table; the workers let go of what no table is made of."""
        del self.tables[table]
        self.kept.discard(table)
        with failures_told():
            self.session.catalog.dropTempView(table)

    def rows(self, query: Query, most: int = MOST.rows, what: str = ROWS) -> list[tuple[Any, ...]]:
        """What a query gives, as far as it may come back."""
        with failures_told():
            return self.collected(self._frame(query), most, what)

    def collected(self, frame: DataFrame, most: int, what: str) -> list[tuple[Any, ...]]:
        """The rows of a frame: all that comes back from the workers comes through here."""
        found = frame.limit(most + 1).collect()
        self.brought += len(found)
        if len(found) > most:
            raise too_much(most, what)
        return [tuple(row) for row in found]

    def fill(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> None:
        """A table of these rows; columns are of TEXT, INTEGER, BIGINT, DOUBLE or BOOLEAN."""
        from pyspark.sql.functions import broadcast  # noqa: PLC0415 (an extra, and slow to start)

        with failures_told():
            if len(rows) <= _WRITTEN:
                frame = self._frame(_as_values(columns, rows))
            else:
                schema = ", ".join(f"`{name}` {_TYPES.get(kind, kind)}" for name, kind in columns)
                frame = self.session.createDataFrame(list(rows), schema)
            self.keep(table, broadcast(frame) if len(rows) <= _SENT else frame)

    def keep(self, table: str, frame: DataFrame) -> None:
        """A table by its name."""
        self.tables[table] = frame
        frame.createOrReplaceTempView(table)

    def _frame(self, query: Query) -> DataFrame:
        self.asked += 1
        if self.asked % _ASKED == 0:
            # An object of Java's and its methods name each other here, so nothing but the collector
            # lets go of it; till then Spark keeps what it has sent to workers for that query.
            gc.collect()
        return self.session.sql(written(query, SPARK))

    def _is_copy(self, query: Query) -> bool:
        """Whether it names columns of one kept table, and all of its rows."""
        if not (isinstance(query, Select) and isinstance(query.source, Table)):
            return False
        plain = all(isinstance(one, Column) for one in query.columns.values())
        less = query.joins or query.group or query.order or query.distinct or query.everything
        whole = not less and query.where is None and query.limit is None
        return plain and whole and query.source.name in self.kept

    def _kept(self, frame: DataFrame) -> DataFrame:
        """Its rows held by the workers: in a folder for that where one is configured."""
        if self.session.sparkContext.getCheckpointDir() is not None:
            return frame.checkpoint()
        return frame.localCheckpoint()


def _as_values(columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> Select:
    """A few rows as part of a query, which takes no job to hand over; joins with none go."""
    names = tuple(name for name, _ in columns)
    typed = {name: call(_CAST[kind], Column(name)) for name, kind in columns}
    if not rows:
        return Select(typed, Values(names, ((None,) * len(names),), "given"), limit=0)
    return Select(typed, Values(names, tuple(map(tuple, rows)), "given"))


@contextmanager
def connected(most: Most = MOST) -> Iterator[Door]:
    """A door to a session that knows our functions."""
    with session() as made:
        with failures_told():
            register(made)
        yield Door(made, most)
