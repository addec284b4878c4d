"""What columns a file in Parquet has, and each of them as the text that a CSV file would have."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from factcheck.database.connection import Connection, connected, failures, lock, quoted
from factcheck.scratch import scratch

Columns = list[tuple[str, str]]
"""Their names, with DuckDB's names of their types."""

_MAGIC: Final = b"PAR1"
_LEAST_BYTES: Final = 12
"""The magic number twice, and the length of the footer."""
_SHORT: Final = "1e15"
_DOUBLES: Final = ("DOUBLE", "FLOAT")
_DAYS: Final = "TIMESTAMP"
_NO_TEXT: Final = ("STRUCT(", "MAP(", "UNION(", "BLOB", "BIT", "VARIANT", "GEOMETRY")


def what_else(path: Path) -> str | None:
    """Why a file cannot be Parquet, by its first and last bytes; None where it may be."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
        file.seek(max(0, size - len(_MAGIC)))
        end = file.read(len(_MAGIC))
    if not size:
        return "is empty"
    if start != _MAGIC:
        return "is not Parquet, whatever its name says"
    if end != _MAGIC or size < _LEAST_BYTES:
        return "is Parquet that was cut short"
    return None


def linked(path: Path, own: Path) -> Path:
    """A file under a name of our own, since an engine reads `*` and `[` in a name as patterns."""
    try:
        own.symlink_to(path)
    except OSError:
        shutil.copyfile(path, own)
    return own


def columns_of(connection: Connection, path: Path) -> Columns:
    """The columns of a file; raises one of `failures` where it is damaged."""
    source = f"read_parquet({quoted(path)})"
    found = connection.execute(f"DESCRIBE SELECT * FROM {source}")  # noqa: S608 (a quoted path)
    return [(str(row[0]), str(row[1])) for row in found.fetchall()]


def text_of(column: str, kind: str) -> str | None:
    """A column as text, by its quoted name; None for what has no plain text."""
    if kind == "VARCHAR":
        return column
    own = f"CAST({column} AS VARCHAR)"
    if kind in _DOUBLES:
        short = f"abs({column}) < {_SHORT} AND {column} = trunc({column})"  # and quicker so
        whole = f"CAST(CAST({column} AS BIGINT) AS VARCHAR)"
        return f"CASE WHEN {short} THEN {whole} ELSE {_decimal(own)} END"
    if kind.startswith(_DAYS):  # which other programs write for a date
        day = f"CAST({column} AS DATE)"
        return f"CASE WHEN {column} = {day} THEN CAST({day} AS VARCHAR) ELSE {own} END"
    return None if kind.endswith("]") or kind.startswith(_NO_TEXT) else own


def rows_of(path: Path, most: int) -> tuple[Columns, list[list[str]]] | None:
    """The columns of a file and so many of its rows as text; None where it is damaged.

    What has no plain text is empty.
    """
    with scratch() as folder:
        connection = connected(folder)
        try:
            own = linked(path, folder / "table.parquet")
            lock(connection, [own])
            columns = columns_of(connection, own)
            texts = [text_of(named(column), kind) or "''" for column, kind in columns]
            listed = ", ".join(f"coalesce({text}, '')" for text in texts)
            source = f"read_parquet({quoted(own)})"
            query = f"SELECT {listed} FROM {source} LIMIT {most:d}"  # noqa: S608 (names are quoted)
            rows = [list(row) for row in connection.execute(query).fetchall()]
            # No text is nothing, unless the file says falsely which of its cells are empty.
            return None if any(None in row for row in rows) else (columns, rows)
        except failures():
            return None
        finally:
            connection.close()


def named(column: str) -> str:
    """A name in DuckDB's quotes."""
    return '"' + column.replace('"', '""') + '"'


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
