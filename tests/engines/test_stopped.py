"""A query that a signal stops is an interruption, and no mistake of ours."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from tests.engines.every import needs_duckdb


class Stopped:
    """A connection whose every statement is stopped, as DuckDB tells it."""

    def execute(self, *_: object) -> NoReturn:
        raise RuntimeError("Query interrupted")


@needs_duckdb
def test_a_stopped_query_is_an_interruption() -> None:
    from factcheck.engines.duck.door import Door  # noqa: PLC0415 (not where it is missing)

    connection: Any = Stopped()
    with pytest.raises(KeyboardInterrupt):
        Door(connection).say("SELECT 1")
