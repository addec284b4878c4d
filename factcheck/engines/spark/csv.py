"""A CSV file of claims in Spark: read here by the reader of tables, and handed to the workers."""

from __future__ import annotations

from itertools import pairwise

from factcheck.engines.spark.door import Door
from factcheck.engines.stored.raw import RAW, ROW, Raw, stored
from factcheck.vocabulary.csv_table import read_table
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.resources import Resource


def load_csv(door: Door, resource: Resource, limits: Limits) -> Raw | None:
    """The table `raw`; None when the exact reader has to say what is wrong with the file."""
    mistakes = Mistakes(0)
    table = read_table(resource, limits, mistakes)
    if table is None or mistakes.count:
        return None
    names = [(stored(place), "TEXT") for place in range(len(table.columns))]
    rows = [(number, *cells) for number, cells in enumerate(table.rows)]
    door.fill(RAW, ((ROW, "BIGINT"), *names), rows)
    first = table.lines[0] if table.lines else 2
    return Raw(door, table.columns, len(rows), first, _breaks(table.lines), ())


def _breaks(lines: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows that take several lines, and how many lines those so far have added."""
    rows, added = [], []
    for row, (line, after) in enumerate(pairwise(lines)):
        if after - line > 1:
            rows.append(row)
            added.append(after - lines[0] - row - 1)
    return tuple(rows), tuple(added)
