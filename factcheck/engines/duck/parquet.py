"""Claims in Parquet as the text that a CSV file would have."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from factcheck.engines.duck.bytes import linked
from factcheck.engines.duck.csv import MAX_BYTES
from factcheck.engines.duck.door import Door, quoted
from factcheck.engines.sql.cells import DOUBLE, TEXT, WHOLE, typed
from factcheck.engines.sql.dialect import DUCKDB
from factcheck.engines.sql.write import name
from factcheck.engines.stored.raw import RAW, ROW, Raw, count_rows, stored
from factcheck.vocabulary.limits import Limits

_PLAIN: Final = ("VARCHAR", "BOOLEAN", "DATE")
_SHORT_WHOLE: Final = (
    "TINYINT",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "UTINYINT",
    "USMALLINT",
    "UINTEGER",
)
_LONG: Final = ("UBIGINT", "HUGEINT", "UHUGEINT", "DECIMAL")
_KINDS: Final = {"VARCHAR": TEXT, "DOUBLE": DOUBLE, **dict.fromkeys(_SHORT_WHOLE, WHOLE)}
"""What a column stands with as it is; a shorter float is another number than its text says."""
_SHORT: Final = "1e15"
_DOUBLES: Final = ("DOUBLE", "FLOAT")


def load_parquet(door: Door, path: Path, folder: Path, limits: Limits) -> Raw | None:
    """The table `raw` over a Parquet file, read as far as it is asked for; None if it is none.

    A row has the line that it would have as CSV: the first is on line 2.
    """
    from duckdb import Error  # noqa: PLC0415 (an extra)

    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    own = linked(path, folder / "claims.parquet")
    shown = quoted(own)
    try:
        described = door.connection.execute(f"DESCRIBE SELECT * FROM read_parquet({shown})")
        columns = [(str(row[0]), str(row[1])) for row in described.fetchall()]
    except Error:
        return None
    texts = [_text(name(column, DUCKDB), kind) for column, kind in columns]
    if len(columns) > limits.max_columns or None in texts:
        return None
    listed = ", ".join(
        f"coalesce({text}, '') AS {stored(n)}, {name(column, DUCKDB)} AS {typed(stored(n))}"
        for n, (text, (column, _)) in enumerate(zip(texts, columns, strict=True))
    )
    door.say(
        f"CREATE VIEW {RAW} AS SELECT file_row_number AS {ROW}, {listed} "
        f"FROM read_parquet({shown}, file_row_number = true)"
    )
    names = tuple(column for column, _ in columns)
    kinds = {column: _KINDS[kind] for column, kind in columns if kind in _KINDS}
    return Raw(door, names, count_rows(door), 2, ((), ()), (), kinds, in_order=True)


def _text(column: str, kind: str) -> str | None:
    """A column as text; None for what has no plain text."""
    if kind == "VARCHAR":
        return column
    own = f"CAST({column} AS VARCHAR)"
    if kind in _DOUBLES:
        short = f"abs({column}) < {_SHORT} AND {column} = trunc({column})"  # and quicker so
        whole = f"CAST(CAST({column} AS BIGINT) AS VARCHAR)"
        return f"CASE WHEN {short} THEN {whole} ELSE {_decimal(own)} END"
    return own if kind in _PLAIN or kind.startswith((*_SHORT_WHOLE, *_LONG)) else None


def _decimal(own: str) -> str:
    """The shortest decimal of a double, without exponent."""
    digits = f"replace(replace(split_part({own}, 'e', 1), '.', ''), '-', '')"
    exponent = f"CAST(split_part({own}, 'e', 2) AS INTEGER)"
    sign = f"CASE WHEN {own} LIKE '-%' THEN '-' ELSE '' END"
    large = f"rpad({digits}, {exponent} + 1, '0')"
    small = f"'0.' || repeat('0', -{exponent} - 1) || {digits}"
    return (
        f"CASE WHEN {own} LIKE '%e%' THEN {sign} || "
        f"CASE WHEN {exponent} > 0 THEN {large} ELSE {small} END "
        f"ELSE regexp_replace({own}, '[.]0$', '') END"
    )
