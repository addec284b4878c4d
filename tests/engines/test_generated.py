"""DuckDB against the exact engine over packages and rules made at random: the same bytes."""

from pathlib import Path
from random import Random

import pytest

from factcheck.check import check
from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.engine import Engine
from factcheck.report.build import build_report
from factcheck.report.json_report import render_json
from tests.engines import generated
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()


def told(package: Path, engine: str | Engine) -> str:
    result = check(str(package), engine=engine)
    assert [] == [one.message for one in result.diagnostics if one.is_error]
    return render_json(build_report(result))


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "claims"), [(6, 900), (7, 300), (8, 40), (9, 900), (10, 40)])
def test_the_same_report(seed: int, claims: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 (no secret)
    generated.write(tmp_path, random, claims, generated.rules(random, 12))
    engine = DuckEngine(threads=1 + seed % 2, findings=10**6)
    assert told(tmp_path, "exact") == told(tmp_path, engine)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_report_of_numbers_that_doubles_do_not_tell_apart(
    seed: int, tmp_path: Path
) -> None:
    random = Random(seed)  # noqa: S311 (no secret)
    text = generated.rules(random, 12)
    generated.write(tmp_path, random, 200, text, generated.LONG_NUMBERS)
    assert told(tmp_path, "exact") == told(tmp_path, DuckEngine(findings=10**6))


@pytest.mark.slow
def test_the_projects_own_package(root: Path) -> None:
    assert told(root / "datapackage", "exact") == told(root / "datapackage", "duckdb")
