"""Claims in Parquet are the claims of the same rows in CSV."""

import json
import shutil
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.json_report import document
from tests.engines import generated
from tests.engines.every import needs_duckdb

pytestmark = needs_duckdb


def as_parquet(package: Path, folder: Path, types: str) -> Path:
    """The package with its claims in Parquet, some columns with types of their own."""
    import duckdb  # noqa: PLC0415 (not where it is missing)

    shutil.copytree(package, folder)
    descriptor = json.loads((folder / "datapackage.json").read_text())
    descriptor["resources"][-1]["path"] = "claims.parquet"
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    source = f"read_csv('{folder / 'claims.csv'}', all_varchar = true)"
    duckdb.sql(f"COPY (SELECT * {types} FROM {source}) TO '{folder / 'claims.parquet'}'")  # noqa: S608
    return folder


def told(package: Path, engine: str | None) -> str:
    report = document(build_report(check(str(package), engine=engine)))
    return json.dumps(report).replace("claims.parquet", "claims.csv").replace(str(package), "")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from random import Random  # noqa: PLC0415 (for this alone)

    folder = tmp_path_factory.mktemp("csv")
    text = "rule r check part ≈ half of whole within 10%"
    generated.write(folder, Random(3), 200, text)  # noqa: S311 (no secret)
    return folder


def test_texts_are_read_as_they_stand(package: Path, tmp_path: Path) -> None:
    other = as_parquet(package, tmp_path / "texts", "")
    assert told(package, "exact") == told(other, None)


def test_whole_numbers_and_doubles_are_read_as_their_decimals(
    package: Path, tmp_path: Path
) -> None:
    types = "REPLACE (CAST(value_to AS DOUBLE) AS value_to, CAST(decimals AS INTEGER) AS decimals)"
    other = as_parquet(package, tmp_path / "types", types)
    expected, found = told(package, "exact"), told(other, "duckdb")
    assert [part for part in expected.split('"') if not part.endswith(".0")] == [
        part for part in found.split('"') if not part.endswith(".0")
    ]


def test_the_exact_engine_says_that_it_does_not_read_it(package: Path, tmp_path: Path) -> None:
    other = as_parquet(package, tmp_path / "exact", "")
    result = check(str(other), engine="exact")
    assert ["P116"] == [one.code.id for one in result.diagnostics if one.is_error]


def test_a_mistake_in_it_is_told_by_row(package: Path, tmp_path: Path) -> None:
    types = "REPLACE (CASE claim_id WHEN 'c5' THEN 'nowhere' ELSE entity_id END AS entity_id)"
    other = as_parquet(package, tmp_path / "wrong", types)
    (mistake,) = [one for one in check(str(other), engine="duckdb").diagnostics if one.is_error]
    assert ("`nowhere` is not in the table `entities`", 7) == (mistake.message, mistake.span.line)


def test_a_file_that_is_no_parquet_is_told(package: Path, tmp_path: Path) -> None:
    other = as_parquet(package, tmp_path / "broken", "")
    (other / "claims.parquet").write_bytes(b"PAR1 and nothing more")
    result = check(str(other), engine="duckdb")
    assert ["P116"] == [one.code.id for one in result.diagnostics if one.is_error]
