"""Claims in Parquet, one file or a folder of partitions, as the text that a CSV file would have."""

from __future__ import annotations

import os
import re
import stat
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.engines.spark.door import Door
from factcheck.engines.spark.failures import failures_told
from factcheck.engines.stored.raw import RAW, ROW, Raw, stored
from factcheck.vocabulary.limits import Limits

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

_PLAIN: Final = ("string", "boolean", "date", "tinyint", "smallint", "int", "bigint", "decimal")
_BROKEN: Final = (
    "CANNOT_MERGE_SCHEMAS",
    "FAILED_READ_FILE.CANNOT_READ_FILE_FOOTER",
    "FAILED_READ_FILE.NO_HINT",
    "FAILED_READ_FILE.PARQUET_COLUMN_DATA_TYPE_MISMATCH",
    "FAILED_READ_FILE.UNSUPPORTED_FILE_SYSTEM",
    "PARQUET_",
    "UNABLE_TO_INFER_SCHEMA",
)
"""What Spark says of such files."""
_MAX_FILES: Final = 100_000
"""Of a table in many files: what is known of each of them stands in memory."""


def load_parquet(door: Door, path: Path, limits: Limits) -> Raw | None:
    """The table `raw` over the files, read as far as it is asked for; None if they are none.

    A row has the line that it would have as CSV, the files in the order of their names: the first
    is on line 2.
    """
    from py4j.protocol import Py4JError  # noqa: PLC0415 (an extra)
    from pyspark.errors import PySparkException  # noqa: PLC0415 (as above)

    if not _is_regular(path):
        return None
    with failures_told():
        try:
            frame = _read(door, path)
            names = tuple(frame.columns)
            found = [_text(name, kind) for name, kind in frame.dtypes]
            texts = [one for one in found if one is not None]
            if len(texts) != len(names) or len(names) > limits.max_columns or "_metadata" in names:
                return None
            return _numbered(door, frame, names, texts)
        except (PySparkException, Py4JError) as error:
            if _is_of_the_file(error):
                return None
            raise


def _read(door: Door, path: Path) -> DataFrame:
    """The files, whatever characters their path has."""
    plain = re.sub(r"([*?{}\[\]\\])", r"\\\1", str(path))
    return door.session.read.parquet("file:" + plain)


def _is_of_the_file(error: Exception) -> bool:
    """Whether a file is broken, or of no form that Spark reads; the cluster may well be right."""
    text = str(error)
    return any(f"[{condition}" in text for condition in _BROKEN)


def _is_regular(path: Path) -> bool:
    """Whether there are regular files alone: a link could lead out of the package."""
    entries = [path]
    for base, folders, files in os.walk(path):
        entries += [Path(base) / name for name in (*folders, *files)]
        if len(entries) > 2 * _MAX_FILES:
            return False
    modes = [entry.lstat().st_mode for entry in entries]
    return all(stat.S_ISREG(mode) or stat.S_ISDIR(mode) for mode in modes)


def _numbered(
    door: Door, frame: DataFrame, names: tuple[str, ...], texts: list[Column]
) -> Raw | None:
    from pyspark.sql import functions  # noqa: PLC0415 (an extra)

    file = functions.col("_metadata.file_path").alias("file")
    grouped = frame.groupBy(file).count().orderBy("file")
    counts = door.collected(grouped, _MAX_FILES, "files of one table")
    ends = list(accumulate(number for _, number in counts))
    first = [(own, end - number) for (own, number), end in zip(counts, ends, strict=True)]
    door.fill("files", (("file", "TEXT"), ("first", "BIGINT")), first)
    position = functions.col("_metadata.row_index").alias("position")
    columns = [one.alias(stored(place)) for place, one in enumerate(texts)]
    joined = frame.select(file, position, *columns).join(door.tables["files"], "file")
    row = (functions.col("first") + functions.col("position")).alias(ROW)
    door.keep(RAW, joined.select(row, *(stored(place) for place in range(len(texts)))))
    return Raw(door, names, ends[-1] if ends else 0, 2, ((), ()), ())


def _text(name: str, kind: str) -> Column | None:
    """A column as text; None for what has no plain text."""
    from pyspark.sql import functions  # noqa: PLC0415 (an extra)

    own = functions.col("`" + name.replace("`", "``") + "`")
    if kind == "double":
        own = functions.call_udf("shortest", own)
    elif not kind.startswith(_PLAIN):
        return None
    return functions.coalesce(own.cast("string"), functions.lit(""))
