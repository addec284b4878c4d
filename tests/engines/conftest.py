"""One session of Spark for all tests that ask for it: starting it takes longer than they do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.engines.every import LEAN


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A door to Spark in local mode, unless the environment configures another."""
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", LEAN)
    from factcheck.engines.spark.door import connected  # noqa: PLC0415 (not where it is missing)

    with connected() as door:
        yield door
