"""The suite on Spark: cases that share their tables in one run, some of these with the guests."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.engines.engine import Engine
from factcheck.engines.spark.loaded import SparkEngine
from factcheck.verdicts.limits import MAX_READINGS
from tests.conformance.batch import Batch, batches
from tests.conformance.reader import cases
from tests.conformance.test_conformance import hold_against
from tests.engines.every import ALL_OF_SPARK, on_spark

BATCHES = batches(cases())
SOME = BATCHES if ALL_OF_SPARK else BATCHES[72:240:72]


def named(batch: Batch) -> str:
    """The first of its cases."""
    return f"{batch.cases[0].file}: {batch.cases[0].title}"


def hold(batch: Batch, folder: Path, engine: str | Engine) -> None:
    """The verdicts of one engine against what all cases expect."""
    batch.write(folder)
    options = dict(batch.tables).get("options", "")
    most = int(options.partition("max-readings ")[2] or MAX_READINGS)
    result = check(str(folder), max_readings=most, engine=engine)
    assert [] == [one.message for one in result.diagnostics if one.is_error]
    verdicts = {verdict.plan.id: verdict for verdict in result.verdicts}
    expected = dict(batch.expected())
    assert set(expected) == set(verdicts)
    for name, one in expected.items():
        hold_against(one, verdicts[name])


def test_hardly_a_case_is_left_out() -> None:
    right = [case for case in cases() if case.expected[0].name not in ("error", "warning")]
    assert sum(len(batch.cases) for batch in BATCHES) > 0.97 * len(right)


@pytest.mark.slow
@pytest.mark.parametrize("batch", BATCHES, ids=named)
def test_batches_say_what_their_cases_say(batch: Batch, tmp_path: Path) -> None:
    hold(batch, tmp_path, "exact")


class TestInLocalMode:
    pytestmark = on_spark

    @pytest.mark.usefixtures("spark")
    @pytest.mark.parametrize("batch", SOME, ids=named)
    def test_on_spark(self, batch: Batch, tmp_path: Path) -> None:
        hold(batch, tmp_path, SparkEngine(findings=10**6))
