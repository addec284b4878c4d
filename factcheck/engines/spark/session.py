"""A session of Spark: of what is configured, or on this machine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from factcheck.engines.spark import settings
from factcheck.engines.spark.failures import no_start
from factcheck.engines.spark.noise import Noise
from factcheck.engines.spark.signals import interruptible
from factcheck.engines.stopped import StoppedError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOGGERS: Final = ("py4j", "pyspark", "SQLQueryContextLogger", "DataFrameQueryContextLogger")


@contextmanager
def session() -> Iterator[SparkSession]:
    """A session of our own; the cluster is let go of, unless someone else here uses it."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (an extra, and slow to start)

    found = SparkSession.getActiveSession()
    if found is not None:
        yield settings.fixed(found.newSession())
        return
    with interruptible() as take_over:
        made = _started()
        take_over()
        try:
            yield settings.fixed(made)
        finally:
            _stop(made)


def _started() -> SparkSession:
    from py4j.protocol import Py4JError  # noqa: PLC0415 (an extra)
    from pyspark import SparkConf, SparkContext  # noqa: PLC0415 (as above)
    from pyspark.errors import PySparkException  # noqa: PLC0415 (as above)
    from pyspark.sql import SparkSession  # noqa: PLC0415 (as above)

    noise = Noise()
    try:
        _launch(noise)
        configured = SparkConf()
        if settings.is_log_asked_for(configured):
            noise.show()
        settings.complete(configured)
        return _silenced(SparkSession.builder.config(conf=configured).getOrCreate())
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
