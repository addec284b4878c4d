"""The engines that are there, for tests that run on each of them."""

from __future__ import annotations

import os

import pytest

from factcheck.engines.choose import is_installed, lacks_for_spark

needs_duckdb = pytest.mark.skipif(not is_installed(), reason="duckdb is not installed")


def module_on_duckdb() -> pytest.MarkDecorator:
    """The mark of a module whose tests all need DuckDB; without it they are one skip."""
    if not is_installed():
        pytest.skip("duckdb is not installed", allow_module_level=True)
    return pytest.mark.guest


LEAN = (
    "--master local[2] --driver-memory 2g"
    " --driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn1g'"
    " --conf spark.sql.shuffle.partitions=1 --conf spark.sql.adaptive.enabled=false"
    " --conf spark.sql.codegen.wholeStage=false --conf spark.sql.codegen.factoryMode=NO_CODEGEN"
    " --conf spark.buffer.pageSize=64k pyspark-shell"
)
"""Spark for tables of a few rows: a third of the processor time, and no other values."""

needs_spark = pytest.mark.skipif(
    lacks_for_spark() is not None, reason=f"{lacks_for_spark()} is not installed"
)
on_spark = [needs_spark, pytest.mark.slow, pytest.mark.guest, pytest.mark.xdist_group("spark")]
"""Tests that share one session, so with `--dist loadgroup` one process of Java."""

ALL_OF_SPARK = os.environ.get("FACTCHECK_SPARK") == "all"
"""Whether time does not matter; otherwise each kind of test runs a few of what it could."""
