"""Tools that know nothing of this project read what is published."""

import csv
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker

from factcheck.publish.standard import DERIVED
from factcheck.vocabulary.columns import SHAPES
from tests.conftest import ROOT
from tests.public_schemas import public_schema
from tests.publish.package import Small

NUMBERS = ("value", "lower", "upper")


def parquet(published: Path, table: str = "claims") -> Path:
    path = published / "data" / f"{table}.parquet"
    if not path.is_file():
        pytest.skip("pyarrow is not installed, and nothing was written as Parquet")
    return path


def expected(published: Path, table: str = "claims") -> list[dict[str, str]]:
    with (published / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_frictionless_accepts_it(published: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(published / "datapackage.json"))
    assert [] == report.flatten(["type", "note"])
    assert [*SHAPES, *DERIVED] == [task.name for task in report.tasks]


def test_frictionless_reads_the_archive(published: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    (archive,) = published.glob("*.zip")
    package = frictionless.Package(str(archive))
    assert len(expected(published)) == len(package.get_resource("claims").read_rows())


@pytest.mark.guest
def test_pandas_reads_the_types(published: Path) -> None:
    pandas = pytest.importorskip("pandas")
    claims = pandas.read_csv(published / "data" / "claims.csv", dtype={"period": "string"})
    assert ["float64"] * 3 == [str(claims[name].dtype) for name in NUMBERS]
    assert "bool" == str(claims["lower_open"].dtype)
    assert len(expected(published)) == len(claims)
    stated = claims.dropna(subset=["value"])
    plain = stated[stated["relation"].isna()]
    assert bool(((plain["lower"] <= plain["value"]) & (plain["value"] <= plain["upper"])).all())


@pytest.mark.guest
def test_polars_reads_the_types(published: Path) -> None:
    polars = pytest.importorskip("polars")
    path = published / "data" / "claims.csv"
    claims = polars.read_csv(path, schema_overrides={"period": polars.String})
    assert [polars.Float64] * 3 == [claims.schema[name] for name in NUMBERS]
    assert polars.Boolean == claims.schema["lower_open"]
    assert polars.Int64 == claims.schema["decimals"]


@pytest.mark.guest
def test_duckdb_reads_the_types(published: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        query = "select column_name, column_type from (describe select * from read_csv(?))"
        path = str(published / "data" / "claims.csv")
        types = dict(connection.execute(query, [path]).fetchall())
        assert ["DOUBLE"] * 3 == [types[name] for name in NUMBERS]
        assert "BOOLEAN" == types["upper_open"]
        query = "select column_name, column_type from (describe select * from read_parquet(?))"
        types = dict(connection.execute(query, [str(parquet(published, "rates"))]).fetchall())
        assert {"lower": "DOUBLE", "start": "DATE"}.items() <= types.items()


@pytest.mark.guest
def test_duckdb_finds_every_key_of_the_verdicts(published: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    data = published / "data"
    with duckdb.connect() as connection:
        query = """
            select count(*) from read_csv(?) as link
            left join read_csv(?) as verdicts on verdicts.verdict_id = link.verdict_id
            left join read_csv(?) as claims on claims.claim_id = link.claim_id
            where verdicts.rule_id is null or claims.source_id is null
        """
        names = ("verdict_claims", "verdicts", "claims")
        paths = [str(data / f"{name}.csv") for name in names]
        assert [(0,)] == connection.execute(query, paths).fetchall()


@pytest.mark.guest
def test_the_query_of_the_documentation_finds_the_violation(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    text = (
        small.table("claims")
        .read_text("utf-8")
        .replace("150,USD,,,150 dollars", "150,EUR,,,150 euros")
    )
    small.table("claims").write_text(text, encoding="utf-8")
    small.publish()
    monkeypatch.chdir(small.out)
    page = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    query = page.partition("```sql\n")[2].partition("```")[0]
    with duckdb.connect() as connection:
        assert [("c2", "c1")] == connection.execute(query).fetchall()


@pytest.mark.parametrize("table", [*SHAPES, *DERIVED])
def test_parquet_holds_what_the_csv_holds(published: Path, table: str) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    read = pq.read_table(parquet(published, table))
    rows = expected(published, table)
    columns = list(rows[0]) if rows else read.column_names
    assert columns == read.column_names
    for name in columns:
        cells = [row[name] or None for row in rows]
        values = read.column(name).to_pylist()
        assert [cell is None for cell in cells] == [value is None for value in values]
        if str(read.schema.field(name).type) == "double":
            assert values == [None if cell is None else float(cell) for cell in cells]
        elif str(read.schema.field(name).type) == "string":
            assert cells == values


@pytest.mark.guest
def test_croissant_reads_the_records(published: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    dataset = croissant.Dataset(jsonld=str(published / "croissant.json"))
    assert not dataset.metadata.issues.errors
    for name in (*SHAPES, *DERIVED):
        assert len(expected(published, name)) == len(list(dataset.records(name)))
    first = next(iter(dataset.records("claims")))
    assert expected(published)[0]["claim_id"] == first["claims/claim_id"].decode()
    assert float(expected(published)[0]["lower"]) == first["claims/lower"]


@pytest.mark.guest
def test_the_citation_is_one(published: Path) -> None:
    yaml = pytest.importorskip("yaml")
    schema = public_schema("citation-file-format")
    value = yaml.safe_load((published / "CITATION.cff").read_text("utf-8"))
    checker = Draft7Validator(schema, format_checker=FormatChecker())
    assert [] == [error.message for error in checker.iter_errors(value)]
