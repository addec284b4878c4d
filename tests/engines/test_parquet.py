"""Claims in Parquet are the claims of the same rows in CSV."""

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.json_report import document
from tests.engines import generated
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()


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


def test_a_table_without_rows_is_one_without_cases(tmp_path: Path) -> None:
    from random import Random  # noqa: PLC0415 (for this alone)

    kinds = ("check part ≤ whole", "for each metric, entity, period check claims agree")
    more = ("for each claim check value > 0", "for each entity check count(claims) > 1")
    rules = "\n".join(f"rule r{place} {kind}" for place, kind in enumerate((*kinds, *more)))
    empty = tmp_path / "csv"
    empty.mkdir()
    generated.write(empty, Random(3), 0, rules)  # noqa: S311 (no secret)
    other = as_parquet(empty, tmp_path / "empty", "")
    expected = told(empty, "exact")
    assert '"not_exercised": 4' in expected
    assert [expected] * 2 == [told(empty, "duckdb"), told(other, "duckdb")]


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
def test_a_day_of_a_column_with_time_zones_is_that_day_wherever_it_is_read(
    package: Path, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = "CASE period WHEN '2024' THEN CAST('2024-03-05 00:00:00+00' AS TIMESTAMPTZ) END"
    other = as_parquet(package, tmp_path / "zones", f"REPLACE ({days} AS period)")
    found = []
    for zone in ("UTC", "Asia/Tokyo", "America/New_York"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found.append(told(other, engine))
    monkeypatch.undo()
    time.tzset()
    assert '"problems": []' in found[0]
    assert found[0] == found[1] == found[2]


def test_the_exact_engine_reads_it_too(package: Path, tmp_path: Path) -> None:
    other = as_parquet(package, tmp_path / "exact", "")
    assert told(package, "exact") == told(other, "exact")


def test_without_duckdb_it_says_what_to_install(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.database.connection.is_installed", lambda: False)
    other = as_parquet(package, tmp_path / "without", "")
    (mistake,) = [one for one in check(str(other), engine="exact").diagnostics if one.is_error]
    assert mistake.code.id == "P116"
    assert (mistake.help or "").startswith("from a checkout: pip install '.[duckdb]'")


def all_in_parquet(package: Path, folder: Path) -> Path:
    """The package with every table in Parquet, with the types that DuckDB finds in their texts."""
    import duckdb  # noqa: PLC0415 (not where it is missing)

    shutil.copytree(package, folder)
    descriptor = json.loads((folder / "datapackage.json").read_text())
    for resource in descriptor["resources"]:
        source = folder / resource["path"]
        resource["path"] = resource["path"].replace(".csv", ".parquet")
        more = "REPLACE (CAST(title AS VARCHAR)[1] AS title)" * (source.stem == "sources")
        rows = f"SELECT * {more} FROM read_csv('{source}')"  # noqa: S608 (no stranger's)
        duckdb.sql(f"COPY ({rows}) TO '{folder / resource['path']}'")
        source.unlink()
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    return folder


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
def test_every_table_may_be_in_it(package: Path, tmp_path: Path, engine: str) -> None:
    other = all_in_parquet(package, tmp_path / "all")
    assert told(package, "exact") == told(other, engine).replace(".parquet", ".csv")


def test_a_mistake_in_a_small_table_is_told_by_row(package: Path, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415 (not where it is missing)

    other = all_in_parquet(package, tmp_path / "all")
    rows = f"SELECT *, CASE unit_id WHEN 'USD' THEN 'x' END AS scale FROM '{other}/units.parquet'"  # noqa: S608
    changed = f"SELECT * REPLACE (coalesce(scale, CAST(factor AS VARCHAR)) AS factor) FROM ({rows})"  # noqa: S608
    duckdb.sql(f"COPY ({changed}) TO '{tmp_path}/units.parquet'")
    shutil.move(tmp_path / "units.parquet", other / "units.parquet")
    (mistake,) = [one for one in check(str(other)).diagnostics if one.is_error]
    assert (mistake.code.id, mistake.span.line) == ("P215", 3)


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
        "e\u0301",
    ]
)
TYPES = {
    "value": "DOUBLE",
    "value_to": "DOUBLE",
    "decimals": "INTEGER",
    "char_start": "BIGINT",
    "char_end": "SMALLINT",
}


@settings(max_examples=settings().max_examples // 2)
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


@pytest.mark.parametrize(
    ("column", "cell", "codes"),
    [
        ("entity_id", "a\x01b", ["P108"]),
        ("value", "1\x850", ["P108"]),
        ("value", "1" * 100_001, ["P107"]),
    ],
    ids=["control in a word", "control in a number", "long"],
)
@pytest.mark.parametrize("engine", ["exact", "duckdb"])
def test_what_no_cell_may_have_is_told_as_in_csv(
    package: Path, tmp_path: Path, engine: str, column: str, cell: str, codes: list[str]
) -> None:
    head, *rows = lines_of(package)
    rows[3][head.index(column)] = cell
    csv, parquet = tmp_path / "csv", tmp_path / "parquet"
    shutil.copytree(package, csv)
    put(csv, [head, *rows])
    as_parquet(csv, parquet, "")
    found = diagnostics(parquet, engine)
    assert codes == [one.split()[0] for one in found]
    assert diagnostics(csv, "exact") == [one.replace("parquet", "csv") for one in found]


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "is empty": lambda _: b"",
    "is Parquet that was cut short": lambda data: data[: len(data) // 2],
    "is not Parquet, whatever its name says": lambda _: b"claim_id,value\n1,2\n",
    "is damaged: it is no whole file of Parquet": lambda data: (
        data[:-60] + b"\xff" * 52 + data[-8:]
    ),
}


@pytest.mark.parametrize("table", ["claims", "metrics"])
@pytest.mark.parametrize("engine", ["exact", "duckdb"])
@pytest.mark.parametrize("said", BROKEN)
def test_a_broken_file_is_told(
    package: Path, tmp_path: Path, said: str, engine: str, table: str
) -> None:
    other = all_in_parquet(package, tmp_path / "broken")
    path = other / f"{table}.parquet"
    path.write_bytes(BROKEN[said](path.read_bytes()))
    (mistake,) = [one for one in check(str(other), engine=engine).diagnostics if one.is_error]
    assert (mistake.code.id, mistake.message) == ("P102", f"`{path}` {said}")


@settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_damage_anywhere_is_no_traceback(package: Path, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        other = as_parquet(package, Path(name, "damaged"), "")
        path = other / "claims.parquet"
        found = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            found[data.draw(st.integers(0, len(found) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(found))
        check(str(other), engine="duckdb")


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
@pytest.mark.parametrize(("kind", "value"), [("VARCHAR[]", "[period]"), ("BLOB", "'a'::BLOB")])
def test_a_column_without_text_is_told(
    package: Path, tmp_path: Path, engine: str, kind: str, value: str
) -> None:
    other = as_parquet(package, tmp_path / "nested", f"REPLACE ({value} AS period)")
    (mistake,) = [one for one in check(str(other), engine=engine).diagnostics if one.is_error]
    assert ("P116", f"the column `period` is of the type {kind}") == (
        mistake.code.id,
        mistake.message,
    )


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
def test_a_column_without_text_that_nobody_asks_for_is_left_alone(
    package: Path, tmp_path: Path, engine: str
) -> None:
    other = as_parquet(package, tmp_path / "more", ", [period] AS zz_list, {'a': 1} AS zz_record")
    assert told(package, "exact") == told(other, engine)


def test_a_cell_of_several_lines_moves_no_place(package: Path, tmp_path: Path) -> None:
    types = "REPLACE (CASE claim_id WHEN 'c5' THEN 'nowhere' ELSE entity_id END AS entity_id, "
    other = as_parquet(package, tmp_path / "lines", types + "e'a\\nb' AS source_id)")
    places = {
        engine: [one.span for one in check(str(other), engine=engine).diagnostics if one.is_error]
        for engine in ("exact", "duckdb")
    }
    assert places["exact"] == places["duckdb"]
    assert 7 in {one.line for one in places["exact"]}
