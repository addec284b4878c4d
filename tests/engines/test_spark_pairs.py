"""On Spark: drawn packages side by side under drawn rules are told as the exact engine tells them.

Threads are those of the session: `PYSPARK_SUBMIT_ARGS="--master local[4] … pyspark-shell"`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import frozen

from factcheck.engines.most import Most
from factcheck.engines.spark.loaded import SparkEngine
from factcheck.engines.sql import runner
from tests.engines.configured import configure
from tests.engines.drawn.beside import draw_beside
from tests.engines.drawn.verdicts import numbers_alone, verdicts
from tests.engines.every import ALL_OF_SPARK, on_spark

pytestmark = on_spark

PACKAGES, CLAIMS, RULES = (100, 80, 10) if ALL_OF_SPARK else (12, 60, 3)
FIRST_SEED = 202
ALL = 10**8
"""Of findings that are brought back: rules share them, and one about claims has thousands."""
FEW_READINGS, MANY_READINGS = 3, 1000


@frozen
class Way:
    """One way to run Spark. With no findings brought back, its own decisions are all there is."""

    partitions: int
    filtered: bool
    findings: int
    readings: int = MANY_READINGS


WAYS = [
    Way(partitions=1, filtered=True, findings=0),
    Way(partitions=4, filtered=False, findings=ALL),
    Way(partitions=3, filtered=True, findings=ALL, readings=FEW_READINGS),
    Way(partitions=2, filtered=False, findings=0),
    Way(partitions=1, filtered=True, findings=ALL),
]


@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + (5 if ALL_OF_SPARK else 1)))
def test_packages_side_by_side_are_told_as_ever(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = WAYS[seed - FIRST_SEED]
    monkeypatch.setattr(runner, "FEWEST_FINDINGS", 0)
    configure(monkeypatch, {"spark.sql.shuffle.partitions": str(way.partitions)})
    beside = draw_beside(seed, PACKAGES, CLAIMS, RULES)
    assert PACKAGES * RULES == beside.pairs
    beside.write(tmp_path)
    engine = SparkEngine(way.findings, Most(few_open=0, fewest_open=ALL), filtered=way.filtered)
    expected, found = (verdicts(tmp_path, one, way.readings) for one in ("exact", engine))
    sides = (expected, found) if way.findings else map(numbers_alone, (expected, found))
    left, right = (dict(side) for side in sides)
    assert [] == [(name, left[name], right[name]) for name in left if left[name] != right[name]]
