"""A private database in memory, which reaches nothing but what it was given."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from factcheck.database.limits import MEMORY

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Connection: TypeAlias = "DuckDBPyConnection"
_HARMFUL: Final = ("partial_aggregate_pushdown",)
"""Optimizers by which DuckDB 2 writes out layers below a group-by in every place that has them."""
INSTALL: Final = "from a checkout: pip install '.[duckdb]'"


def is_installed() -> bool:
    """Whether DuckDB is there."""
    return find_spec("duckdb") is not None


def guest() -> Any:  # noqa: ANN401 (a module)
    """The part of DuckDB that is compiled, which has all that is asked of it.

    What it brings besides for Python programs takes three times as long to start.
    """
    try:
        import _duckdb  # noqa: PLC0415 (an extra, and slow to start)
    except ImportError:
        import duckdb  # noqa: PLC0415 (as above)

        return duckdb
    return _duckdb


def version() -> str:
    """Which DuckDB it is."""
    return str(guest().__version__)


def failures() -> type[Exception]:
    """What a statement raises that cannot be done."""
    found: type[Exception] = guest().Error
    return found


def mistaken() -> tuple[type[Exception], ...]:
    """Those of `failures` that a statement raises for what it says, whatever the tables hold."""
    duckdb = guest()
    return (
        duckdb.BinderException,
        duckdb.CatalogException,
        duckdb.ParserException,
        duckdb.NotImplementedException,
        duckdb.TransactionException,
    )


def no_memory() -> type[Exception]:
    """What a statement raises that needs more memory than there is, written to disk or not."""
    found: type[Exception] = guest().OutOfMemoryException
    return found


def interrupted() -> type[Exception]:
    """What a statement raises that was stopped."""
    found: type[Exception] = guest().InterruptException
    return found


def connected(folder: Path, memory: str = MEMORY, threads: int | None = None) -> Connection:
    """A database in memory that spills into a folder, and loads no extension."""
    duckdb = guest()
    settings: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": str(folder),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
    }
    if threads is not None:
        settings["threads"] = threads
    connection: Connection = duckdb.connect(":memory:", config=settings)
    connection.execute("SET enable_progress_bar = false")
    with suppress(duckdb.CatalogException):  # a build without time zones has days in UTC as well
        connection.execute("SET TimeZone = 'UTC'")
    _disable_optimizers(connection)
    connection.execute(f"SET memory_limit = {quoted(memory)}")
    return connection


def _disable_optimizers(connection: Connection) -> None:
    """Without those that would do harm, as far as this version of DuckDB has them."""
    known = {name for (name,) in connection.execute("FROM duckdb_optimizers()").fetchall()}
    listed = ",".join(name for name in _HARMFUL if name in known)
    connection.execute(f"SET disabled_optimizers = '{listed}'")


def lock(connection: Connection, files: Sequence[Path] = (), folders: Sequence[Path] = ()) -> None:
    """From here on nothing outside but these can be reached, nor this be undone."""
    for setting, paths in (("allowed_paths", files), ("allowed_directories", folders)):
        if paths:
            connection.execute(f"SET {setting} = [{', '.join(map(quoted, paths))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def quoted(text: object) -> str:
    """A path, or another text, as a text of SQL."""
    return "'" + str(text).replace("'", "''") + "'"
