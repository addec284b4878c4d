"""`factcheck explain --sql`: the queries that a rule becomes, or why it becomes none."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from factcheck.cli import main
from factcheck.engines import choose
from tests.engines import generated
from tests.engines.every import needs_duckdb

RULES = """\
rule parts
  check part ≈ half of whole within 10%
rule agree
  for each metric, entity, period check claims agree within 5%
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sql")
    generated.write(folder, Random(3), 60, RULES)  # noqa: S311 (no secret)
    return folder


def explained(
    package: Path, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str, str]:
    status = main(["explain", "--package", str(package), "--sql", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


@needs_duckdb
@pytest.mark.parametrize(("dialect", "name"), [("duckdb", '"claims"'), ("spark", "`claims`")])
@pytest.mark.parametrize(("rule", "table"), [("parts", "first"), ("agree", "cases")])
def test_a_rule_is_told_as_the_queries_that_run(
    package: Path,
    capsys: pytest.CaptureFixture[str],
    rule: str,
    table: str,
    dialect: str,
    name: str,
) -> None:
    status, out, err = explained(package, capsys, rule, "--dialect", dialect)
    assert (0, "") == (status, err)
    assert f"-- the table {table}\n" in out
    assert name in out
    assert all(part.startswith("-- ") for part in out.rstrip("\n").split("\n\n"))


@needs_duckdb
def test_the_queries_are_those_of_a_run(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.engines.duck import door  # noqa: PLC0415 (not where it is missing)
    from factcheck.engines.sql.dialect import DUCKDB  # noqa: PLC0415 (as above)
    from factcheck.engines.sql.write import written  # noqa: PLC0415 (as above)

    created: list[str] = []
    create = door.Door.create

    def noted(self: door.Door, table: str, query: object) -> None:
        created.append(f"-- the table {table}\n{written(query, DUCKDB)};")  # type: ignore[arg-type]
        create(self, table, query)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door.Door, "create", noted)
        _, out, _ = explained(package, capsys, "parts")
    told = [part for part in out.rstrip("\n").split("\n\n") if part.startswith("-- the table")]
    assert created == [part for part in told if "\n" in part]


@needs_duckdb
def test_a_rule_that_no_query_says_is_told_with_why(
    package: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.engines.sql import lowering  # noqa: PLC0415 (as above)
    from factcheck.engines.sql.filters import UnsupportedError  # noqa: PLC0415 (as above)

    def unsaid(*_: object, **__: object) -> None:
        raise UnsupportedError("a shape of tests")

    monkeypatch.setattr(lowering, "lower", unsaid)
    status, out, _ = explained(package, capsys, "parts")
    place = f"({package / 'rules' / 'all.rules'}, line 1)"
    why = f"no query says a shape of tests {place}"
    assert (0, f"-- parts is run by the exact engine: {why}\n") == (status, out)


@needs_duckdb
def test_an_unknown_rule_is_bad_usage(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = explained(package, capsys, "part")
    assert status == 2
    assert "there is no rule `part`: did you mean `parts`?" in err


@needs_duckdb
def test_it_is_of_a_whole_rule(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = explained(package, capsys, "parts", "entity=e1")
    assert (2, True) == (status, "--sql is of the whole rule" in err)


@needs_duckdb
def test_wrong_claims_are_told(
    package: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import shutil  # noqa: PLC0415 (for this alone)

    other = Path(shutil.copytree(package, tmp_path / "wrong"))
    text = (other / "claims.csv").read_text(encoding="utf-8")
    (other / "claims.csv").write_text(text.replace(",e1,", ",nobody,"), encoding="utf-8")
    status, out, _ = explained(other, capsys, "parts")
    assert status == 2
    assert "`nobody` is not in the table `entities`" in out


def test_without_duckdb_it_says_what_to_install(
    package: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "is_installed", lambda: False)
    status, out, _ = explained(package, capsys, "parts")
    assert status == 2
    assert "from a checkout: pip install '.[duckdb]'" in out
