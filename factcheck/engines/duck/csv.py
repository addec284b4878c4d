"""A CSV file of claims as the table `raw` of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from factcheck.database.connection import failures, quoted
from factcheck.engines.duck import bytes as plain
from factcheck.engines.duck.door import Door
from factcheck.engines.stored.raw import RAW, ROW, Raw, count_rows, stored
from factcheck.vocabulary.limits import Limits

_DIALECT: Final = (
    "header = true, delim = ',', quote = '\"', escape = '\"', auto_detect = false, "
    "strict_mode = true, null_padding = false, ignore_errors = false, new_line = '\\n', "
    "nullstr = '\x01', max_line_size = 100000"
)
_EVERY: Final = 1 << 40
"""Rows that have a quote: all of them."""
MAX_BYTES: Final = 100_000_000_000
"""Of a table that the engine reads."""


def load_csv(door: Door, path: Path, folder: Path, limits: Limits) -> Raw | None:
    """The table of a CSV file; None when the exact reader has to say what is wrong with it."""
    scanned = plain.scan(path, MAX_BYTES)
    if scanned is None or len(scanned.columns) > limits.max_columns:
        return None
    own = plain.at_hand(path, folder, scanned)
    if not _read(door, own, len(scanned.columns)):
        return None
    breaks, quoted = _places(door, len(scanned.columns)) if scanned.quotes else (((), ()), ())
    rows = count_rows(door)
    added = breaks[1][-1] if breaks[1] else 0
    if rows + added + scanned.header_lines != scanned.lines:
        return None  # there are empty lines between the rows
    first = scanned.header_lines + 1
    return Raw(door, scanned.columns, rows, first, breaks, quoted, in_order=True)


def _read(door: Door, path: Path, width: int) -> bool:
    columns = ", ".join(f"'{stored(place)}': 'VARCHAR'" for place in range(width))
    try:
        door.say(
            f"CREATE TABLE stored AS SELECT * FROM read_csv({quoted(path)}, {_DIALECT}, "
            f"columns = {{{columns}}})"
        )
    except failures():
        return False
    door.say(f"CREATE VIEW {RAW} AS SELECT rowid AS {ROW}, * FROM stored")
    return True


def _places(
    door: Door, width: int
) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], tuple[int, ...]]:
    """The rows with lines inside their cells, and those with double quotes in them."""
    whole = f"concat({', '.join(map(stored, range(width)))})"
    inner = f"length({whole}) - length(replace({whole}, chr(10), ''))"
    found = door.ask(
        f"SELECT {ROW}, {inner}, contains({whole}, '\"') FROM {RAW} "
        f"WHERE contains({whole}, chr(10)) OR contains({whole}, '\"') ORDER BY 1",
        most=_EVERY,
    )
    rows, added, total = [], [], 0
    for row, lines, _ in found:
        if lines:
            total += lines
            rows.append(row)
            added.append(total)
    return (tuple(rows), tuple(added)), tuple(row for row, _, quote in found if quote)
