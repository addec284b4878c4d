"""The suite on Spark: cases that share their tables in one run, or many of these side by side."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.engines.engine import Engine
from factcheck.engines.spark.loaded import SparkEngine
from factcheck.verdicts.limits import MAX_READINGS
from tests.conformance.batch import Batch, batches
from tests.conformance.beside import Beside, beside, plain
from tests.conformance.forms import common
from tests.conformance.reader import cases
from tests.conformance.test_conformance import hold_against
from tests.engines.every import ALL_OF_SPARK, on_spark

BATCHES = batches(cases())
BANDS = ((8, inf), (5, 7))
"""So many rules are of one form, from and to: the more are alike, the less time each takes."""
BESIDE = [one for least, most in BANDS for one in beside(common(BATCHES, least, most))]
"""What every run takes: the cases whose rules have forms that others have too."""
ALL = 10**6
"""Of findings that are brought back."""


def named(batch: Batch | Beside) -> str:
    """The first of its cases."""
    return f"{batch.cases[0].file}: {batch.cases[0].title}"


def hold(
    batch: Batch | Beside,
    folder: Path,
    engine: str | Engine,
    name: Callable[[str], str] = str,
) -> None:
    """The verdicts of one engine against what all cases expect."""
    batch.write(folder)
    options = dict(batch.tables).get("options", "")
    most = int(options.partition("max-readings ")[2] or MAX_READINGS)
    result = check(str(folder), max_readings=most, engine=engine)
    assert [] == [one.message for one in result.diagnostics if one.is_error]
    verdicts = {verdict.plan.id: verdict for verdict in result.verdicts}
    expected = dict(batch.expected())
    assert set(expected) == set(verdicts)
    for rule, one in expected.items():
        hold_against(one, verdicts[rule], name)


def test_hardly_a_case_is_left_out() -> None:
    right = [case for case in cases() if case.expected[0].name not in ("error", "warning")]
    assert sum(len(batch.cases) for batch in BATCHES) > 0.97 * len(right)
    assert sum(len(one.cases) for one in BESIDE) > 0.25 * len(right)


@pytest.mark.slow
@pytest.mark.parametrize("batch", BATCHES, ids=named)
def test_batches_say_what_their_cases_say(batch: Batch, tmp_path: Path) -> None:
    hold(batch, tmp_path, "exact")


@pytest.mark.slow
@pytest.mark.parametrize("package", beside(BATCHES), ids=named)
def test_side_by_side_they_say_what_their_cases_say(package: Beside, tmp_path: Path) -> None:
    hold(package, tmp_path, "exact", plain)


class TestInLocalMode:
    pytestmark = on_spark

    @pytest.mark.usefixtures("spark")
    @pytest.mark.parametrize("package", BESIDE, ids=named)
    def test_side_by_side_on_spark(self, package: Beside, tmp_path: Path) -> None:
        hold(package, tmp_path, SparkEngine(findings=ALL), plain)

    @pytest.mark.usefixtures("spark")
    @pytest.mark.skipif(not ALL_OF_SPARK, reason="half an hour and more; with FACTCHECK_SPARK=all")
    @pytest.mark.parametrize("batch", BATCHES, ids=named)
    def test_on_spark(self, batch: Batch, tmp_path: Path) -> None:
        hold(batch, tmp_path, SparkEngine(findings=ALL))
