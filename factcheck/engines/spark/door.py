"""The one door to Spark: a session of its own on what is configured, or on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from factcheck.engines.sql.dialect import SPARK
from factcheck.engines.sql.query import Query
from factcheck.engines.sql.write import written

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES: Final = {"TEXT": "STRING"}
_SENT: Final = 100_000
"""A table of so many rows is sent to every worker, so that joins with it move nothing else."""
_QUIET: Final = {
    "spark.app.name": "factcheck",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
}
"""Where the usual configuration says nothing else."""
_LOCAL: Final = {"spark.sql.shuffle.partitions": "8"}
"""On one machine: Spark's own 200 are for a cluster."""
_FIXED: Final = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "true",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.variable.substitute": "false",
}
"""What our queries mean rests on these: what is too large is an error, text is text."""


@define(eq=False)
class Door:
    """Runs queries; tables are views over what the workers hold."""

    session: SparkSession
    tables: dict[str, DataFrame] = Factory(dict)

    def create(self, table: str, query: Query) -> None:
        """A table of what a query gives."""
        self.keep(table, self._kept(self.session.sql(written(query, SPARK))))

    def view(self, table: str, query: Query) -> None:
        """A table that is computed anew wherever it is asked for."""
        self.keep(table, self.session.sql(written(query, SPARK)))

    def insert(self, table: str, query: Query) -> None:
        """Add what a query gives to a table."""
        more = self.session.sql(written(query, SPARK))
        self.keep(table, self._kept(self.tables[table].unionAll(more)))

    def drop(self, table: str) -> None:
        """Forget a table; the workers let go of what no table is made of."""
        del self.tables[table]
        self.session.catalog.dropTempView(table)

    def rows(self, query: Query) -> list[tuple[Any, ...]]:
        """What a query gives."""
        return [tuple(row) for row in self.session.sql(written(query, SPARK)).collect()]

    def fill(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> None:
        """A table of these rows; columns are of TEXT, INTEGER, BIGINT, DOUBLE or BOOLEAN."""
        from pyspark.sql.functions import broadcast  # noqa: PLC0415 (an extra, and slow to start)

        schema = ", ".join(f"`{name}` {_TYPES.get(kind, kind)}" for name, kind in columns)
        frame = self.session.createDataFrame(list(rows), schema)
        self.keep(table, broadcast(frame) if len(rows) <= _SENT else frame)

    def keep(self, table: str, frame: DataFrame) -> None:
        """A table by its name."""
        self.tables[table] = frame
        frame.createOrReplaceTempView(table)

    def _kept(self, frame: DataFrame) -> DataFrame:
        """Its rows held by the workers: in a folder for that where one is configured."""
        if self.session.sparkContext.getCheckpointDir() is not None:
            return frame.checkpoint()
        return frame.localCheckpoint()


@contextmanager
def connected() -> Iterator[Door]:
    """A session; the cluster is let go of, unless someone else in this process uses it."""
    from pyspark import SparkConf, SparkContext  # noqa: PLC0415 (as above)
    from pyspark.sql import SparkSession  # noqa: PLC0415 (as above)

    found = SparkSession.getActiveSession()
    if found is None:
        SparkContext._ensure_initialized()  # noqa: SLF001 (only then is the configuration known)
        settings = SparkConf()
        local = (settings.get("spark.master") or "local").startswith("local")
        for key, value in (_QUIET | _LOCAL if local else _QUIET).items():
            settings.setIfMissing(key, value)
        settings.set("spark.ui.showConsoleProgress", "false")  # what is told has its own form
        session = SparkSession.builder.config(conf=settings).getOrCreate()
    else:
        session = found.newSession()
    for key, value in _FIXED.items():
        session.conf.set(key, value)
    _register(session)
    try:
        yield Door(session)
    finally:
        if found is None:
            session.stop()


def _register(session: SparkSession) -> None:
    """The functions that Spark lacks, as Python's own in the workers."""

    def composed(text: str | None) -> str | None:
        from unicodedata import normalize  # noqa: PLC0415 (the workers have their own)

        return None if text is None else normalize("NFC", text)

    def shortest(number: float | None) -> str | None:
        from decimal import Decimal  # noqa: PLC0415 (as above)

        return None if number is None else format(Decimal(repr(number)), "f").removesuffix(".0")

    for function in (composed, shortest):
        function.__module__ = "__main__"  # so it is sent whole: workers have no module of ours
        session.udf.register(function.__name__, function, "string")
