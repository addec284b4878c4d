"""The engines that are there, for tests that run on each of them."""

from __future__ import annotations

import pytest

from factcheck.engines.choose import is_installed

needs_duckdb = pytest.mark.skipif(not is_installed(), reason="duckdb is not installed")

ENGINES = ["exact", pytest.param("duckdb", marks=(needs_duckdb, pytest.mark.slow))]
