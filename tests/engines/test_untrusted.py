"""What a stranger's package cannot do to the machine that DuckDB runs on."""

from pathlib import Path
from random import Random

import pytest

from factcheck.check import check
from factcheck.engines.duck.door import connect
from factcheck.report.build import build_report
from factcheck.report.json_report import render_json
from tests.engines import generated
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()


def test_a_locked_database_reaches_no_file_and_stays_locked(tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415 (not where it is missing)

    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    own = tmp_path / "own"  # where it may spill
    own.mkdir()
    door = connect(own)
    door.lock()
    for statement in (
        f"CREATE TABLE t AS FROM '{secret}'",
        f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        f"ATTACH '{tmp_path}/other.db'",
    ):
        with pytest.raises(duckdb.Error):
            door.say(statement)
    assert ["own", "secret.csv"] == sorted(one.name for one in tmp_path.iterdir())
    door.connection.close()


def test_a_name_with_signs_of_patterns_is_one_file(tmp_path: Path) -> None:
    for seed in (1, 2):
        folder = tmp_path / f"[{seed}]*"
        folder.mkdir()
        generated.write(folder, Random(seed), 30, "rule r check part ≤ whole")  # noqa: S311 (no secret)
    reports = [
        render_json(build_report(check(str(tmp_path / "[1]*"), engine=engine)))
        for engine in ("exact", "duckdb")
    ]
    assert reports[0] == reports[1]


def test_texts_that_look_like_sql_are_texts(tmp_path: Path) -> None:
    text = "rule r check part ≤ whole"
    generated.write(tmp_path, Random(5), 30, text)  # noqa: S311 (no secret)
    for name in ("entities.csv", "claims.csv"):
        path = tmp_path / name
        path.write_text(path.read_text().replace("e1", "e'); DROP TABLE raw; --"))
    found = check(str(tmp_path), engine="duckdb")
    assert [] == [one.message for one in found.diagnostics if one.is_error]
    expected = render_json(build_report(check(str(tmp_path), engine="exact")))
    assert expected == render_json(build_report(found))


def test_the_folder_of_the_run_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "temporary"
    own.mkdir()
    generated.write(tmp_path, Random(5), 30, "rule r check part ≤ whole")  # noqa: S311 (no secret)
    monkeypatch.setattr("tempfile.tempdir", str(own))
    check(str(tmp_path), engine="duckdb")
    assert [] == list(own.iterdir())


def test_claims_are_counted_where_a_rule_is_wrong(tmp_path: Path) -> None:
    generated.write(tmp_path, Random(7), 30, "rule r check part ≤ nothing")  # noqa: S311 (no secret)
    exact, duckdb = (
        build_report(check(str(tmp_path), engine=engine)) for engine in ("exact", "duckdb")
    )
    assert exact.claims > 0
    assert exact.claims == duckdb.claims
