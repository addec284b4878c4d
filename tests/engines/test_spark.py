"""Spark in local mode, with one session for all: it tells what the exact engine tells."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest

from factcheck.check import check
from factcheck.engines import choose
from factcheck.engines.engine import Engine
from factcheck.engines.spark.door import Door
from factcheck.engines.spark.loaded import SparkEngine
from factcheck.engines.sql.expression import Column, Expression, call
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.report.build import build_report
from factcheck.report.json_report import document
from tests.engines import generated
from tests.engines.configured import configure
from tests.engines.every import on_spark
from tests.vocabulary.harness import GOOD


def told(package: Path, engine: str | Engine, *, lines: bool = True) -> str:
    """The report; without lines, where rows stand elsewhere."""
    result = check(str(package), engine=engine)
    assert [] == [one.message for one in result.diagnostics if one.is_error]
    text = json.dumps(document(build_report(result)), indent=1)
    text = text.replace("claims.parquet", "claims.csv").replace(str(package), "")
    return text if lines else "\n".join(one for one in text.split("\n") if '"line":' not in one)


RULES = """\
rule product check units × price ≈ whole within 20%

rule growth check whole ≥ whole[previous year]

rule agreement for each metric, entity, period check claims agree within 10%
"""


def make(folder: Path, seed: int, claims: int, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    random = Random(seed)  # noqa: S311 (no secret)
    generated.write(folder, random, claims, generated.rules(random, number))
    return folder


@pytest.mark.parametrize("missing", ["pyspark", "Java"])
def test_what_is_not_installed_is_told(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "lacks_for_spark", lambda: missing)
    result = check(str(GOOD), engine="spark")
    (mistake,) = [one for one in result.diagnostics if one.is_error]
    assert ("V103", f"{missing} is not installed") == (mistake.code.id, mistake.message)
    assert result.verdicts == ()


def as_partitions(spark: Any, package: Path, folder: Path) -> Path:  # noqa: ANN401 (of a guest)
    """The package with its claims in Parquet, a folder for each status in a folder.

    Some files lack a column that others have.
    """
    shutil.copytree(package, folder, ignore=shutil.ignore_patterns("claims.csv"))
    descriptor = json.loads((folder / "datapackage.json").read_text())
    descriptor["resources"][-1]["path"] = "claims.parquet"
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    with (package / "claims.csv").open(newline="") as table:
        header, *rows = csv.reader(table)
    schema = ", ".join(f"`{name}` STRING" for name in header)
    frame = spark.session.createDataFrame(rows, schema)
    for part in (frame.where("hedge = ''").drop("hedge"), frame.where("hedge <> ''")):
        part.write.mode("append").partitionBy("status").parquet(str(folder / "claims.parquet"))
    return folder


HOSTILE = {
    "spark.sql.ansi.enabled": "false",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.sql.ansi.enforceReservedKeywords": "true",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.caseSensitive": "false",
    "spark.sql.crossJoin.enabled": "false",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.files.ignoredPathSegmentRegex": "plan",
    "spark.sql.files.maxPartitionBytes": "1024",
    "spark.sql.legacy.allowNegativeScaleOfDecimal": "true",
    "spark.sql.legacy.ctePrecedencePolicy": "LEGACY",
    "spark.sql.legacy.decimal.retainFractionDigitsOnTruncate": "true",
    "spark.sql.legacy.literal.pickMinimumPrecision": "false",
    "spark.sql.legacy.timeParserPolicy": "LEGACY",
    "spark.sql.mapKeyDedupPolicy": "LAST_WIN",
    "spark.sql.parquet.enableVectorizedReader": "false",
    "spark.sql.parser.escapedStringLiterals": "true",
    "spark.sql.parser.quotedRegexColumnNames": "true",
    "spark.sql.session.timeZone": "Asia/Kathmandu",
    "spark.sql.shuffle.partitions": "3",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "true",
    "spark.sql.sources.useV1SourceList": "",
    "spark.sql.storeAssignmentPolicy": "LEGACY",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.variable.substitute": "true",
}
"""What a user may have configured, for good reasons or bad."""


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sessions that begin with such a configuration."""
    configure(monkeypatch, HOSTILE)


class TestInLocalMode:
    pytestmark = on_spark

    @pytest.mark.usefixtures("spark", "hostile")
    def test_the_same_report_whatever_is_configured(self, tmp_path: Path) -> None:
        generated.write(tmp_path, Random(8), 80, RULES)  # noqa: S311 (no secret)
        package = tmp_path
        assert told(package, "exact") == told(package, SparkEngine(findings=10**6))

    def test_a_kept_table_is_found_beside_what_it_was_made_of(self, spark: Door) -> None:
        rows = [(number, number) for number in range(600)]
        spark.fill("base", [("row", "BIGINT"), ("other", "BIGINT")], rows)
        spark.fill("asked", [("row", "BIGINT")], [(1,), (2,)])
        columns: dict[str, Expression] = {"row": Column("row"), "other": Column("other")}
        spark.create("kept", Select(columns, Table("base")))
        spark.view("part", Select(columns, Table("kept"), where=Column("other") < 500))

        def among(table: str) -> list[Join]:
            same = Column("row", "part").equals(Column("row", table))
            return [Join(Table(table), same, "semi")]

        own: dict[str, Expression] = {"row": Column("row", "part")}
        for name in ("first", "second"):
            spark.create(name, Select(own, Table("part"), among("asked")))
        both = spark.tables["first"].unionAll(spark.tables["second"])
        spark.keep("both", both)
        assert [(2,)] == spark.rows(Select({"n": call("count")}, Table("part"), among("both")))

    @pytest.mark.usefixtures("hostile")
    def test_partitions_are_one_table(self, tmp_path: Path, spark: Any) -> None:  # noqa: ANN401
        package = make(tmp_path / "csv", 9, 60, 1)
        other = as_partitions(spark, package, tmp_path / "parquet [1]")
        assert any((other / "claims.parquet").glob("status=*"))
        expected = told(package, "exact", lines=False)
        assert expected == told(other, SparkEngine(findings=10**6), lines=False)

    @pytest.mark.usefixtures("spark")
    def test_a_mistake_is_told_as_ever(self, tmp_path: Path) -> None:
        package = make(tmp_path, 9, 40, 1)
        claims = package / "claims.csv"
        lines = claims.read_text().split("\n")
        lines[7] = lines[7].replace(lines[7].split(",")[2], "nowhere", 1)
        claims.write_text("\n".join(lines))
        results = [check(str(package), engine=name).diagnostics for name in ("exact", "spark")]
        assert results[0]
        assert [(one.message, one.span) for one in results[0]] == [
            (one.message, one.span) for one in results[1]
        ]
