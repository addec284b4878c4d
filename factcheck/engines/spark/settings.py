"""The settings of a session of Spark: those left open by its configuration, and those of ours."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

_LOG_LEVEL: Final = "spark.log.level"
_OPEN: Final = {
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
    "spark.sql.ansi.enforceReservedKeywords": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.crossJoin.enabled": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "true",
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreInvalidPartitionPaths": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
    "spark.sql.files.ignoredPathSegmentRegex": "^[._]",
    "spark.sql.groupByOrdinal": "false",
    "spark.sql.legacy.allowNegativeScaleOfDecimal": "false",
    "spark.sql.legacy.ctePrecedencePolicy": "CORRECTED",
    "spark.sql.legacy.decimal.retainFractionDigitsOnTruncate": "false",
    "spark.sql.legacy.literal.pickMinimumPrecision": "true",
    "spark.sql.limit.initialNumPartitions": "1000000",
    "spark.sql.orderByOrdinal": "false",
    "spark.sql.parquet.binaryAsString": "false",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.mergeSchema": "true",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.parser.quotedRegexColumnNames": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.sources.useV1SourceList": "parquet",
    "spark.sql.variable.substitute": "false",
}
"""What our queries mean rests on these: what is too large is an error, text is text, no file and no
column is passed over; and a query with a limit is one job.

Constraints that a kept table has from its query are looked up again in a plan that also has what it
was made of, and Spark 4.3 may not find them: "key not found: row#145L".
"""


def complete(configured: SparkConf) -> None:
    """Set what the configuration leaves open."""
    local = (configured.get("spark.master") or "local").startswith("local")
    for key, value in (_OPEN | _LOCAL if local else _OPEN).items():
        if key != _LOG_LEVEL or not _has_own_log():
            configured.setIfMissing(key, value)
    configured.set("spark.ui.showConsoleProgress", "false")  # what is told has its own form


def fixed(made: SparkSession) -> SparkSession:
    """A session in which queries mean what they are to mean, whatever is configured."""
    for key, value in _FIXED.items():
        made.conf.set(key, value)
    return made


def is_log_asked_for(configured: SparkConf) -> bool:
    """Whether the user's configuration says what is logged."""
    return _LOG_LEVEL in dict(configured.getAll()) or _has_own_log()


def _has_own_log() -> bool:
    """Whether it says what is logged where."""
    folder = os.environ.get("SPARK_CONF_DIR")
    return folder is not None and (Path(folder) / "log4j2.properties").exists()
