"""What is kept of large tables changes no report, and spares what was done before."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from factcheck.cache import store
from factcheck.database import connection
from factcheck.inputs import door
from tests.cache.world import World
from tests.engines import generated
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

PARTS = "rule parts check part ≈ half of whole within {}%"
SUMS = "rule sums check part + gain = whole"
AGREE = "rule agree for each metric, entity, period check claims agree within 5%"


@pytest.fixture
def package(world: World) -> Path:
    """A package with three rules of three shapes."""
    folder = world.folder / "generated"
    folder.mkdir()
    generated.write(folder, Random(5), 150, AGREE)  # noqa: S311 (no secret)
    (folder / "rules").mkdir(exist_ok=True)
    for name, text in (("parts", PARTS.format(10)), ("sums", SUMS)):
        (folder / "rules" / f"{name}.rules").write_text(text + "\n", encoding="utf-8")
    return folder


def validated(world: World, package: Path, *more: str) -> str:
    rules = ("--rules", str(package / "rules"), "--engine", "duckdb", "--format", "json")
    status, out, err = world.validate(str(package), *rules, *more)
    assert status in (0, 1), err
    return out


def edit(package: Path, percent: int) -> None:
    text = PARTS.format(percent) + "\n"
    (package / "rules" / "parts.rules").write_text(text, encoding="utf-8")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that DuckDB was asked and told, a list that is filled as it happens."""
    from factcheck.engines.duck import door  # noqa: PLC0415 (not where it is missing)
    from factcheck.engines.sql.dialect import DUCKDB  # noqa: PLC0415 (as above)
    from factcheck.engines.sql.write import written  # noqa: PLC0415 (as above)

    found: list[str] = []

    def rows(self: Any, query: Any, *most: Any) -> Any:  # noqa: ANN401 (as the door has it)
        found.append(written(query, DUCKDB))
        return asked(self, query, *most)

    def say(self: Any, statement: str, parameters: Any = ()) -> None:  # noqa: ANN401 (as above)
        found.append(statement)
        told(self, statement, parameters)

    asked, told = door.Door.rows, door.Door.say
    monkeypatch.setattr(door.Door, "rows", rows)
    monkeypatch.setattr(door.Door, "say", say)
    return found


def test_the_same_again_asks_no_engine(world: World, package: Path, said: list[str]) -> None:
    first = validated(world, package)
    said.clear()
    assert first == validated(world, package)
    assert [] == said


def test_an_edited_rule_runs_alone(world: World, package: Path, said: list[str]) -> None:
    validated(world, package)
    of_agreement, of_checks, of_figures = '"class" AS', "lag(", 'AS INTEGER) AS "kind_0"'
    first = "\n".join(said)
    assert all(part in first for part in (of_agreement, of_checks, of_figures, "class_0"))
    edit(package, 20)
    said.clear()
    found = validated(world, package)
    again = "\n".join(said)
    assert "class_0" in again
    assert not any(part in again for part in (of_agreement, of_checks, of_figures))
    assert validated(world, package, "--no-cache") == found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_any_sequence_of_edits_gives_the_reports_of_no_cache(
    world: World, package: Path, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 (no secret)
    for _ in range(4):
        edit(package, random.choice([1, 5, 10, 50]))
        rules = package / "rules" / "sums.rules"
        rules.write_text(random.choice([SUMS, SUMS.replace("=", "≤"), ""]) + "\n")
        if random.random() < 0.3:
            claims = (package / "claims.csv").read_text(encoding="utf-8").rstrip("\n").split("\n")
            (package / "claims.csv").write_text("\n".join(claims[:-1]) + "\n", encoding="utf-8")
        expected = validated(world, package, "--no-cache")
        assert expected == validated(world, package)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def turned(data: bytes) -> bytes:
    place = len(data) // 2
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def nothing(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [cut, turned, nothing])
def test_damage_is_as_good_as_nothing(
    world: World, package: Path, damage: Callable[[bytes], bytes]
) -> None:
    validated(world, package)
    edit(package, 20)
    for file in world.cache.iterdir():
        file.write_bytes(damage(file.read_bytes()))
    found = validated(world, package)
    assert validated(world, package, "--no-cache") == found


@pytest.mark.parametrize("pattern", ["table-*", "tables-*", "run-*", "*"])
def test_files_may_go_at_any_time(world: World, package: Path, pattern: str) -> None:
    validated(world, package)
    edit(package, 20)
    for file in world.cache.glob(pattern):
        file.unlink()
    found = validated(world, package)
    assert validated(world, package, "--no-cache") == found


FORGED: list[Callable[[str], object]] = [
    lambda _: "[]",
    lambda _: "[[]]",
    lambda _: "[[null,null,null,null,null,null,null,null]]",
    lambda _: '[["x"]]',
    lambda _: "[[1e999,{}]]",
    lambda _: "{",
    lambda _: 7,
]


@pytest.mark.parametrize("forge", FORGED)
def test_a_forged_answer_of_no_use_is_asked_for_again(
    world: World, package: Path, forge: Callable[[str], object]
) -> None:
    validated(world, package)
    edit(package, 20)
    for path in world.entries("tables"):
        seal, _, body = path.read_bytes().partition(b"\n")
        answers, files = json.loads(body)
        forged = json.dumps([{name: forge(text) for name, text in answers.items()}, files])
        assert seal.decode() == sha256(path.stem.encode() + body).hexdigest()
        seal = sha256(path.stem.encode() + forged.encode()).hexdigest().encode()
        path.write_bytes(seal + b"\n" + forged.encode())
    rules = ("--rules", str(package / "rules"), "--engine", "duckdb", "--format", "json")
    status, _, err = world.validate(str(package), *rules)
    assert "internal error" not in err
    assert status in (0, 1, 2)


def test_tables_that_do_not_fit_go(
    world: World, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MAX_TABLES_BYTES", 1)
    validated(world, package)
    assert [] == sorted(world.cache.glob("table-*"))


def test_claims_that_change_during_the_run_leave_nothing(
    world: World, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.engines.stored.loaded import InTables  # noqa: PLC0415 (not where it is missing)

    coverage = InTables.coverage

    def meanwhile(*arguments: Any) -> Any:  # noqa: ANN401 (as it is)
        with (package / "claims.csv").open("a") as file:
            file.write("\n")
        return coverage(*arguments)

    monkeypatch.setattr(InTables, "coverage", meanwhile)
    validated(world, package)
    assert [] == [*world.entries("run"), *world.entries("tables")]


def to_parquet(package: Path, name: str) -> None:
    """A table of the package in Parquet, as its CSV file has it now."""
    import duckdb  # noqa: PLC0415 (not where it is missing)

    source = f"read_csv('{package / name}.csv', all_varchar = true, header = true)"
    duckdb.sql(f"COPY (FROM {source}) TO '{package / name}.parquet'")


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
@pytest.mark.parametrize(
    ("name", "old", "new"), [("metrics", "true", ""), ("claims", ",100,", ",101,")]
)
def test_an_edited_table_in_parquet_is_another_table(
    world: World, package: Path, name: str, old: str, new: str, engine: str
) -> None:
    to_parquet(package, name)
    descriptor, table = package / "datapackage.json", package / f"{name}.csv"
    descriptor.write_text(descriptor.read_text().replace(f"{name}.csv", f"{name}.parquet"))
    before = validated(world, package, "--engine", engine)
    table.write_text(table.read_text().replace(old, new))
    to_parquet(package, name)
    found = validated(world, package, "--engine", engine)
    assert before != found
    assert validated(world, package, "--engine", engine, "--no-cache") == found


def test_a_table_in_parquet_that_changes_while_it_is_read_leaves_nothing(
    world: World, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.database import parquet  # noqa: PLC0415 (not where it is missing)

    to_parquet(package, "metrics")
    descriptor = package / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace("metrics.csv", "metrics.parquet"))
    rows_of, table = parquet.rows_of, package / "metrics.csv"

    def meanwhile(path: Path, most: int) -> Any:  # noqa: ANN401 (as it is)
        table.write_text(table.read_text().replace("true", ""))
        to_parquet(package, "metrics")
        return rows_of(path, most)

    monkeypatch.setattr(parquet, "rows_of", meanwhile)
    validated(world, package, "--engine", "exact")
    assert [] == [*world.entries("run"), *world.entries("rules")]


@pytest.mark.parametrize("failure", ["IOException", "OutOfMemoryException"])
def test_a_run_needs_no_room_to_keep_its_tables(
    world: World, package: Path, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    import duckdb  # noqa: PLC0415 (not where it is missing)

    from factcheck.engines.duck import door  # noqa: PLC0415 (as above)
    from factcheck.engines.engine import TooLittleMemoryError  # noqa: PLC0415 (as above)

    copies: list[str] = []

    def say(self: Any, statement: str, parameters: Any = ()) -> None:  # noqa: ANN401 (as it is)
        if statement.startswith("COPY"):
            copies.append(statement)
            statement = "SELECT error('no room')"
        try:
            told(self, statement, parameters)
        except duckdb.InvalidInputException as error:
            if failure == "IOException":
                raise duckdb.IOException from error
            raise TooLittleMemoryError from error

    told = door.Door.say
    expected = validated(world, package, "--no-cache")
    monkeypatch.setattr(door.Door, "say", say)
    assert expected == validated(world, package)
    assert len(copies) == 1  # and the run was not made a second time
    assert [] == sorted(world.cache.glob("*.half"))


def test_another_version_of_duckdb_is_asked_again(
    world: World, package: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    validated(world, package)
    edit(package, 20)
    monkeypatch.setattr(connection.guest(), "__version__", "another")
    said.clear()
    validated(world, package)
    assert 'AS INTEGER) AS "kind_0"' in "\n".join(said)


@pytest.mark.parametrize("engine", ["exact", "duckdb"])
def test_a_run_with_another_duckdb_is_made_again(
    world: World, package: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    to_parquet(package, "metrics")
    descriptor = package / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace("metrics.csv", "metrics.parquet"))
    updated = world.folder / "updated_guest.py"
    updated.touch()
    monkeypatch.syspath_prepend(updated.parent)
    monkeypatch.setitem(door.LIBRARIES, "duckdb", ("no_such_guest", updated.stem))
    found = validated(world, package, "--engine", engine)
    assert found == validated(world, package, "--engine", engine)
    assert 1 == world.runs
    updated.write_text("version = 2")
    assert found == validated(world, package, "--engine", engine)
    assert 2 == world.runs


def test_results_can_be_kept_nowhere(world: World, package: Path) -> None:
    world.cache.write_text("no folder")
    assert validated(world, package) == validated(world, package, "--no-cache")
