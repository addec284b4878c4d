"""What DuckDB finds damaged only when it is asked for it stops the run, and is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.database.connection import mistaken
from factcheck.engines.duck.door import Door, connect
from factcheck.engines.duck.failures import failures_told
from factcheck.engines.stopped import StoppedError
from factcheck.engines.stored.raw import Raw
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    found = connect(tmp_path)
    yield found
    found.connection.close()


def test_a_statement_that_fails_is_told_with_the_name_that_the_file_has_for_people(
    door: Door, tmp_path: Path
) -> None:
    own = tmp_path / "claims.parquet"
    with pytest.raises(StoppedError) as stopped, failures_told("data/claims.parquet", own):
        door.ask(f"SELECT error('{own} is cut\nhere')")
    assert ("V106", "DuckDB stopped: Invalid Input Error: data/claims.parquet is cut") == (
        stopped.value.told.code.id,
        stopped.value.told.message,
    )


def test_a_statement_that_says_nonsense_is_our_mistake(door: Door, tmp_path: Path) -> None:
    with pytest.raises(mistaken()), failures_told("data/claims.parquet", tmp_path):
        door.ask("SELECT nothing FROM nowhere")


def test_a_cell_that_is_no_text_stops_the_run(door: Door) -> None:
    door.say("CREATE TABLE raw AS SELECT 0 AS row, NULL AS c0")
    raw = Raw(door, ("claim_id",), 1, 2, ((), ()), ())
    with pytest.raises(StoppedError, match="empty cells in a column that its file says has none"):
        raw.cells([0])
