"""The engines that are there, for tests that run on each of them."""

from __future__ import annotations

import pytest

from factcheck.engines.choose import is_installed, lacks_for_spark

needs_duckdb = pytest.mark.skipif(not is_installed(), reason="duckdb is not installed")

ENGINES = ["exact", pytest.param("duckdb", marks=(needs_duckdb, pytest.mark.slow))]

needs_spark = pytest.mark.skipif(
    lacks_for_spark() is not None, reason=f"{lacks_for_spark()} is not installed"
)
