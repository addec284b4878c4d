"""Claims in Parquet as the text that a CSV file would have."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from factcheck.database.connection import failures, quoted
from factcheck.database.parquet import columns_of, linked, named, text_of
from factcheck.engines.duck.csv import MAX_BYTES
from factcheck.engines.duck.door import Door
from factcheck.engines.sql.cells import DOUBLE, TEXT, WHOLE, rest_of, typed, whole_of
from factcheck.engines.stored.raw import RAW, ROW, Raw, count_rows, stored
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.limits import Limits

_WHOLE: Final = (
    *("TINYINT", "SMALLINT", "INTEGER", "BIGINT"),
    *("UTINYINT", "USMALLINT", "UINTEGER"),
)
_KINDS: Final = {"VARCHAR": TEXT, "DOUBLE": DOUBLE, **dict.fromkeys(_WHOLE, WHOLE)}
"""What a column stands with as it is; a shorter float is another number than its text says."""
_SHORT_SIZE: Final = 10**15
_NOTHING: Final = "''"


def load_parquet(door: Door, path: Path, folder: Path, limits: Limits) -> Raw | None:
    """The table `raw` over a Parquet file, read as far as it is asked for; None if it is none.

    A row has the line that it would have as CSV: the first is on line 2.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    own = linked(path, folder / "claims.parquet")
    try:
        columns = columns_of(door.connection, own)
    except failures():
        return None
    texts = [text_of(named(column), kind) for column, kind in columns]
    known = SHAPES["claims"].columns
    if len(columns) > limits.max_columns or any(
        text is None and column in known for text, (column, _) in zip(texts, columns, strict=True)
    ):
        return None
    listed = ", ".join(
        f"coalesce({text or _NOTHING}, '') AS {stored(n)}, {named(column)} AS {typed(stored(n))}"
        for n, (text, (column, _)) in enumerate(zip(texts, columns, strict=True))
    )
    kinds = {column: _KINDS[kind] for column, kind in columns if kind in _KINDS}
    split = "".join(
        f", {_split(named(column), kinds[column], stored(n))}"
        for n, (column, _) in enumerate(columns)
        if kinds.get(column) in (DOUBLE, WHOLE)
    )
    door.say(
        f"CREATE VIEW {RAW} AS SELECT file_row_number AS {ROW}, {listed}{split} "
        f"FROM read_parquet({quoted(own)}, file_row_number = true)"
    )
    names = tuple(column for column, _ in columns)
    return Raw(door, names, count_rows(door), 2, ((), ()), (), kinds, in_order=True)


def _split(column: str, kind: str, own: str) -> str:
    """A column of numbers as two: the short whole ones, and the text of the others."""
    short = f"abs({column}) < {_SHORT_SIZE} AND {column} = trunc({column})"
    if kind == WHOLE:
        short = f"{column} BETWEEN -{_SHORT_SIZE} AND {_SHORT_SIZE}"
    text = text_of(column, "DOUBLE" if kind == DOUBLE else "BIGINT")
    return (
        f"CASE WHEN {short} THEN CAST({column} AS BIGINT) END AS {whole_of(own)}, "
        f"CASE WHEN NOT ({short}) THEN {text} END AS {rest_of(own)}"
    )
