"""A session of Spark: of what is configured, or on this machine."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck.engines.spark.failures import no_start
from factcheck.engines.spark.noise import Noise
from factcheck.engines.stopped import StoppedError

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

_LOG_LEVEL: Final = "spark.log.level"
_QUIET: Final = {
    "spark.app.name": "factcheck",
    _LOG_LEVEL: "ERROR",
    "spark.ui.enabled": "false",
    "spark.buffer.pageSize": "1m",
    "spark.python.authenticate.socketTimeout": "120s",
    "spark.sql.broadcastTimeout": "3600",
}
"""Where the usual configuration says nothing else.

Of Spark's own pages, 16 MiB and more by the size of its memory, each of our many small tables takes
one; and a machine that is busy may answer later than it expects.
"""
_LOCAL: Final = {"spark.sql.shuffle.partitions": "8", "spark.network.timeout": "3600s"}
"""On one machine: Spark's own 200 are for a cluster, and no part of it can be lost from another."""
_FIXED: Final = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "true",
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
    "spark.sql.groupByOrdinal": "false",
    "spark.sql.limit.initialNumPartitions": "1000000",
    "spark.sql.orderByOrdinal": "false",
    "spark.sql.parquet.binaryAsString": "false",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.variable.substitute": "false",
}
"""What our queries mean rests on these: what is too large is an error, text is text, no file is
passed over; and a query with a limit is one job."""
_LOGGERS: Final = ("py4j", "pyspark", "SQLQueryContextLogger", "DataFrameQueryContextLogger")


@contextmanager
def session() -> Iterator[SparkSession]:
    """A session of our own; the cluster is let go of, unless someone else here uses it."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (an extra, and slow to start)

    found = SparkSession.getActiveSession()
    made = _started() if found is None else found.newSession()
    for key, value in _FIXED.items():
        made.conf.set(key, value)
    try:
        yield made
    finally:
        if found is None:
            _stop(made)


def _started() -> SparkSession:
    from py4j.protocol import Py4JError  # noqa: PLC0415 (an extra)
    from pyspark import SparkConf, SparkContext  # noqa: PLC0415 (as above)
    from pyspark.errors import PySparkException  # noqa: PLC0415 (as above)
    from pyspark.sql import SparkSession  # noqa: PLC0415 (as above)

    noise = Noise()
    try:
        _launch(noise)
        settings = SparkConf()
        if _LOG_LEVEL in dict(settings.getAll()) or _has_own_log():
            noise.show()
        _set(settings)
        return _silenced(SparkSession.builder.config(conf=settings).getOrCreate())
    except (PySparkException, Py4JError, OSError) as error:
        told = no_start(error, noise.lines())
        if SparkContext._gateway is not None:  # noqa: SLF001 (there is no other way to start anew)
            _forget_process()
        raise StoppedError(told) from error


def _silenced(made: SparkSession) -> SparkSession:
    """With a server for counters that writes no traceback when Spark's process is gone."""
    server: Any = made.sparkContext._accumulatorServer  # noqa: SLF001 (it has no other name)
    server.handle_error = lambda *_: None
    return made


def _launch(noise: Noise) -> None:
    """Spark's own process, which writes into our pipe; nothing where it runs already."""
    from pyspark import SparkContext  # noqa: PLC0415 (an extra)
    from pyspark.java_gateway import launch_gateway  # noqa: PLC0415 (as above)

    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        if SparkContext._gateway is None:  # noqa: SLF001 (only then is the configuration known)
            launch: Any = launch_gateway  # untyped where it is defined
            gateway = launch(popen_kwargs={"stdout": noise.file, "stderr": noise.file})
            SparkContext._ensure_initialized(gateway=gateway)  # noqa: SLF001 (as above)
    finally:
        noise.close()


def _has_own_log() -> bool:
    """Whether the user's configuration says what is logged where."""
    folder = os.environ.get("SPARK_CONF_DIR")
    return folder is not None and (Path(folder) / "log4j2.properties").exists()


def _set(settings: SparkConf) -> None:
    """What the configuration leaves open."""
    local = (settings.get("spark.master") or "local").startswith("local")
    for key, value in (_QUIET | _LOCAL if local else _QUIET).items():
        if key != _LOG_LEVEL or not _has_own_log():
            settings.setIfMissing(key, value)
    settings.set("spark.ui.showConsoleProgress", "false")  # what is told has its own form


def _stop(made: SparkSession) -> None:
    """Let go of the cluster; where Spark's process is gone, of what is left of it."""
    from py4j.protocol import Py4JError  # noqa: PLC0415 (an extra)

    try:
        made.stop()
    except (Py4JError, OSError):
        _forget_process()


def _forget_process() -> None:
    """The next session starts a process of its own."""
    from py4j.protocol import Py4JError  # noqa: PLC0415 (an extra)
    from pyspark import SparkContext  # noqa: PLC0415 (as above)
    from pyspark.sql import SparkSession  # noqa: PLC0415 (as above)

    gateway: Any = SparkContext._gateway  # noqa: SLF001 (there is no other way to start anew)
    with suppress(Py4JError, OSError):
        gateway.shutdown()
    if gateway.proc is not None:
        gateway.proc.stdin.close()  # which ends it, if it still runs
    SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001 (as above)
    SparkContext._active_spark_context = None  # noqa: SLF001 (as above)
    SparkSession._instantiatedSession = None  # noqa: SLF001 (as above)
