"""Claims in Parquet are the claims of the same rows in CSV."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def lines_of(package: Path) -> list[list[str]]:
    text = (package / "claims.csv").read_text(encoding="utf-8")
    return [line.split(",") for line in text.rstrip("\n").split("\n")]


def put(package: Path, rows: list[list[str]]) -> None:
    text = "".join(",".join(row) + "\n" for row in rows)
    (package / "claims.csv").write_text(text, encoding="utf-8")


CELLS = st.sampled_from(
    [
        "",
        "0",
        "1",
        "-1",
        "-5",
        "7.25",
        "eq",
        "gt",
        "lt",
        "order",
        "about",
        "c1",
        "x",
        " x",
    ]
)
TYPES = {
    "value": "DOUBLE",
    "value_to": "DOUBLE",
    "decimals": "INTEGER",
    "char_start": "BIGINT",
    "char_end": "SMALLINT",
}


@settings(max_examples=80, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(1, 12), st.integers(0, 25), CELLS), max_size=4),
    shuffled=st.booleans(),
    are_typed=st.booleans(),
)
def test_mistakes_are_those_of_the_same_rows_in_csv(
    package: Path,
    changes: list[tuple[int, int, str]],
    shuffled: bool,  # noqa: FBT001 (drawn)
    are_typed: bool,  # noqa: FBT001 (drawn)
) -> None:
    head, *rows = lines_of(package)
    rows = rows[20::-1] if shuffled else rows[:20]
    for row, column, cell in changes:
        rows[row][column % len(head)] = cell
    with TemporaryDirectory() as name:
        csv, parquet = Path(name, "csv"), Path(name, "parquet")
        shutil.copytree(package, csv)
        put(csv, [head, *rows])
        fits = {
            one: all(_fits(row[head.index(one)]) for row in rows) for one in TYPES if one in head
        }
        typed = [f"CAST({one} AS {TYPES[one]}) AS {one}" for one in fits if fits[one] and are_typed]
        as_parquet(csv, parquet, f"REPLACE ({', '.join(typed)})" if typed else "")
        expected = diagnostics(csv, "exact")
        assert expected == [one.replace("parquet", "csv") for one in diagnostics(parquet, "duckdb")]


def _fits(cell: str) -> bool:
    return not cell or cell.removeprefix("-").isdecimal()


def diagnostics(package: Path, engine: str) -> list[str]:
    found = check(str(package), engine=engine).diagnostics
    return [
        f"{one.code.id} {one.message} {one.span}".replace(str(package), "")
        for one in found
        if one.is_error
    ]


def test_a_file_that_is_no_parquet_is_told(package: Path, tmp_path: Path) -> None:
    other = as_parquet(package, tmp_path / "broken", "")
    (other / "claims.parquet").write_bytes(b"PAR1 and nothing more")
    result = check(str(other), engine="duckdb")
    assert ["P116"] == [one.code.id for one in result.diagnostics if one.is_error]
