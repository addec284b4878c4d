"""On Spark: the rules that queries say, and drawn packages, each told as the exact engine does."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engines.spark.loaded import SparkEngine
from factcheck.engines.stored.fallback import Fallback
from tests.engines.drawn.package import write
from tests.engines.drawn.pairs import draw
from tests.engines.drawn.verdicts import verdicts
from tests.engines.every import ALL_OF_SPARK, on_spark
from tests.engines.test_lowered import LOWERED

pytestmark = on_spark

SHAPES = LOWERED if ALL_OF_SPARK else dict(list(LOWERED.items())[1::2])
"""Each is some twenty queries; every second has fields, premises, folds, claims and agreement."""
MOST = 1000
NO_CASE = {"the least of years"}
"""Of so few claims it finds none; Spark runs its queries all the same."""


@pytest.mark.usefixtures("spark")
def test_rules_that_are_queries_are_run_by_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims, _ = draw(32, 300, 0)
    rules = [f"rule r{number} {text}\n" for number, text in enumerate(SHAPES.values())]
    write(tmp_path, claims, "\n".join(rules))
    expected = verdicts(tmp_path, "exact", MOST)
    monkeypatch.delattr(Fallback, "run")
    assert expected == verdicts(tmp_path, SparkEngine(findings=10**6), MOST)
    judged = {name for number, name in enumerate(SHAPES) if sum(expected[f"r{number}"].numbers)}
    assert judged == set(SHAPES) - NO_CASE
