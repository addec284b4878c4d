"""What Spark says when something fails, as a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from factcheck.diagnostics.diagnostic import Code, Diagnostic
from factcheck.diagnostics.run_codes import ENGINE_STOPPED, NO_ENGINE
from factcheck.diagnostics.span import at
from factcheck.engines.stopped import StoppedError, in_a_line

_OF_PY4J: Final = re.compile(r"An error occurred while calling [^\n]*\n: ")
_OF_SPARK: Final = re.compile(
    r"(?:[\w.]+\.)?(?:SparkException|IllegalStateException|PySparkRuntimeError): "
)
_KILLED: Final = re.compile(
    r'(?:^Exception in thread "[^"]*" |^Error: | ERROR .*Reason: )(.+)', re.MULTILINE
)
_OLD_JAVA: Final = re.compile(r"UnsupportedClassVersionError|has been compiled by a more recent")
_HELP: Final = (
    (
        re.compile("OutOfMemory|maxResultSize|Java heap space|exit code 137|ExitCode: 137"),
        "more memory for Spark (spark.executor.memory, spark.driver.memory), or more partitions",
    ),
    (
        re.compile("(?i)checkpoint|executor ?lost|lost executor|ExecutorLost|worker lost"),
        "with spark.checkpoint.dir in a folder that all workers reach, a run outlives its workers",
    ),
    (
        re.compile("(?i)file_not_exist|FileNotFound|does not exist|permission|access ?control"),
        "every worker has to see the package under the same path, and may read it",
    ),
    (
        re.compile("(?i)unresponsive|connection refused|unknown ?host|could not parse master"),
        "look at the master (spark.master) and whether it can be reached from here",
    ),
    (re.compile("(?i)cancel"), "nothing is half done: run it again"),
)
_NO_HELP: Final = "look at Spark's own log (spark.log.level=WARN), or use --engine exact"
_NO_START: Final = "look at Java, SPARK_HOME and Spark's configuration, or use --engine exact"


@contextmanager
def failures_told() -> Iterator[None]:
    """What fails inside stops the run, and says so."""
    from py4j.protocol import Py4JError  # noqa: PLC0415 (an extra)
    from pyspark.errors import PySparkException  # noqa: PLC0415 (as above)

    try:
        yield
    except (PySparkException, Py4JError, OSError, EOFError) as error:
        raise StoppedError(_stopped(error)) from error


def no_start(error: Exception, noise: Sequence[str]) -> Diagnostic:
    """Spark that does not start, with what its own process said."""
    said = "".join(noise)
    if _OLD_JAVA.search(said):
        help_ = "Spark needs Java 17 or later: see what `java -version` says, and JAVA_HOME"
        return _told(NO_ENGINE, "Spark does not start: this Java is too old", help_)
    reasons = [match[1] for match in _KILLED.finditer(said)]
    reason = _in_a_line(reasons[-1]) if reasons else reason_of(error)
    return _told(NO_ENGINE, f"Spark does not start: {reason}", _help(reason, _NO_START))


def _stopped(error: Exception) -> Diagnostic:
    reason = reason_of(error)
    return _told(ENGINE_STOPPED, f"Spark stopped: {reason}", _help(str(error), _NO_HELP))


def _told(code: Code, message: str, help_: str) -> Diagnostic:
    return Diagnostic(code, message, at(""), help=help_)


def _help(text: str, otherwise: str) -> str:
    return next((help_ for pattern, help_ in _HELP if pattern.search(text)), otherwise)


def reason_of(error: Exception) -> str:
    """The first line of what is wrong, without what only tells where in Spark it was found."""
    from py4j.protocol import Py4JNetworkError  # noqa: PLC0415 (as above)

    if isinstance(error, Py4JNetworkError | OSError | EOFError):
        return "the connection to its process is lost"
    return _in_a_line(_OF_PY4J.sub("", str(error).strip()))


def _in_a_line(text: str) -> str:
    return in_a_line(_OF_SPARK.sub("", text, count=1))
