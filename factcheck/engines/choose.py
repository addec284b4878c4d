"""Which engine runs: the one that was asked for, else the one that fits the size of the claims."""

from __future__ import annotations

from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import NO_ENGINE
from factcheck.diagnostics.span import at
from factcheck.engines.budget import Budget
from factcheck.engines.engine import Engine
from factcheck.engines.exact.loaded import ExactEngine
from factcheck.engines.limits import MEMORY, MOST_FINDINGS, Stage, nobody
from factcheck.records import Record, frozen
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.resources import PARQUET

if TYPE_CHECKING:
    from factcheck.engines.kept import Memory

LARGE: Final = 5_000_000
"""Bytes of claims from which on DuckDB is chosen; it is ahead from about a third of them on."""


@frozen
class Asked(Record):
    """What a run may take of an engine for large tables."""

    findings: int = MOST_FINDINGS
    """So many it tells, and counts the others."""
    shown: Budget | None = None
    """As many of them are looked at as it has room for; None for all that are told."""
    memory: str = MEMORY
    """What it may hold at once, where it is asked for that."""
    stage: Stage = nobody
    """Told what it begins to do."""


def is_installed() -> bool:
    """Whether DuckDB is there."""
    return _is_there("duckdb")


def _is_there(library: str) -> bool:
    from importlib.util import find_spec  # noqa: PLC0415 (only for large tables)

    return find_spec(library) is not None


def lacks_for_spark() -> str | None:
    """What Spark needs and is not there."""
    if not _is_there("pyspark"):
        return "pyspark"
    from shutil import which  # noqa: PLC0415 (only for this engine)

    home = environ.get("JAVA_HOME")
    return None if which("java", path=home and str(Path(home) / "bin")) else "Java"


def _spark(asked: Asked) -> Engine | Diagnostic:
    lacking = lacks_for_spark()
    if lacking is not None:
        help_ = "from a checkout: pip install '.[spark]', with Java 17 or later, or --engine exact"
        return Diagnostic(NO_ENGINE, f"{lacking} is not installed", at(""), help=help_)
    from factcheck.engines.spark.loaded import SparkEngine  # noqa: PLC0415 (only when it runs)

    return SparkEngine(asked.findings, shown=asked.shown)


def chosen(
    engine: str | Engine | None,
    descriptor: Descriptor,
    memory: Memory | None = None,
    asked: Asked = Asked(),  # noqa: B008 (it cannot change)
) -> Engine | Diagnostic:
    """An engine by its name, or as it is given; without one, by the size of the claims.

    `memory` is what it may know of earlier runs.
    """
    if engine is not None and not isinstance(engine, str):
        return engine
    if engine == "spark":
        return _spark(asked)
    claims = descriptor.resources["claims"].path
    large = claims.stat().st_size >= LARGE or claims.suffix == PARQUET
    if engine == "exact" or (engine is None and not (large and is_installed())):
        return ExactEngine()
    if not is_installed():
        help_ = "from a checkout: pip install '.[duckdb]', or --engine exact"
        return Diagnostic(NO_ENGINE, "duckdb is not installed", at(""), help=help_)
    from factcheck.engines.duck.loaded import DuckEngine  # noqa: PLC0415 (only when it runs)

    return DuckEngine(
        asked.memory,
        findings=asked.findings,
        kept=memory,
        stage=asked.stage,
        shown=asked.shown,
    )
