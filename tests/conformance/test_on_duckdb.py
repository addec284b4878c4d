"""The suite on DuckDB: cases that share their tables in one run, mistakes in tables one by one.

A mistake in a rule is told before an engine is chosen, and held on the exact one alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.batch import Batch
from tests.conformance.reader import Case
from tests.conformance.test_conformance import CASES, hold, named
from tests.engines import test_spark_conformance as together
from tests.engines.every import module_on_duckdb

pytestmark = [module_on_duckdb(), pytest.mark.slow]

TOGETHER = {named(case) for batch in together.BATCHES for case in batch.cases}
ALONE = [
    case
    for case in CASES
    if case.expected[0].name not in ("error", "warning") or case.file.startswith("errors_tables")
    if named(case) not in TOGETHER
]


@pytest.mark.parametrize("batch", together.BATCHES, ids=together.named)
def test_batch(batch: Batch, tmp_path: Path) -> None:
    together.hold(batch, tmp_path, "duckdb")


@pytest.mark.parametrize("case", ALONE, ids=named)
def test_case(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path, "duckdb")
