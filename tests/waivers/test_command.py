"""Waivers and baselines from the command line, over a package on disk."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck.cli import main
from tests.report import hostile_package

Run = Callable[..., tuple[int, str]]

RULES = ["--select", "r0_*", "--select", "r1_*"]
COLUMNS = ("fingerprint", "rule", "case", "verdict", "figures")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return hostile_package.write(tmp_path / "x", "plain").parent


@pytest.fixture
def run(package: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Exit status and standard output of `factcheck validate` over the package."""

    def validate(*arguments: str) -> tuple[int, str]:
        status = main(["validate", str(package), *RULES, *arguments])
        return status, capfdbinary.readouterr().out.decode("utf-8")

    return validate


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.waivers.clock.today", lambda: date(2026, 11, 22))


def violated(run: Run) -> list[dict[str, str]]:
    _, out = run("--format", "csv")
    rows = csv.DictReader(io.StringIO(out))
    return [row for row in rows if row["verdict"] == "violated"]


def waive(path: Path, rows: list[dict[str, str]], expires: str = "") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*COLUMNS, "reason", "by", "expires"])
        for row in rows:
            writer.writerow([*(row[name] for name in COLUMNS), "both stand", "Jo", expires])


def change_a_figure(package: Path) -> None:
    """Of one claim, and the words that state it."""
    claims = package / "data" / "claims.csv"
    text = claims.read_text("utf-8").replace("150000000000", "170000000000", 1)
    claims.write_text(text.replace("150 billion", "170 billion", 1), encoding="utf-8")


def test_lines_of_the_csv_report_are_waivers(run: Run, package: Path) -> None:
    rows = violated(run)
    assert 1 == run()[0]
    waive(package / "waivers.csv", rows)
    status, out = run()
    assert 0 == status
    assert f"; {len(rows)} waived" in out
    assert "both stand (Jo; " in " ".join(out.split())


def test_an_option_takes_another_file(run: Run, package: Path, tmp_path: Path) -> None:
    rows = violated(run)
    waive(package / "waivers.csv", rows[:1])
    waive(tmp_path / "mine.csv", rows)
    assert [1, 0] == [run()[0], run("--waivers", str(tmp_path / "mine.csv"))[0]]


def test_every_format_shows_what_is_waived(run: Run, package: Path) -> None:
    waive(package / "waivers.csv", violated(run)[:1], "2027-01-31")
    for name in ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"):
        _, out = run("--format", name)
        assert 1 == out.count("both stand"), name


def test_an_expired_waiver_lets_the_finding_count_again(run: Run, package: Path) -> None:
    waive(package / "waivers.csv", violated(run), "2026-11-21")
    status, out = run("--format", "json")
    document = json.loads(out)
    assert (1, 0) == (status, document["summary"]["waived"])
    assert {"W805"} == {one["code"] for one in document["problems"]}


def test_a_changed_figure_is_another_finding(run: Run, package: Path) -> None:
    waive(package / "waivers.csv", violated(run))
    change_a_figure(package)
    status, out = run("--format", "json")
    assert 1 == status
    assert "W807" in {one["code"] for one in json.loads(out)["problems"]}


def test_moved_rows_and_other_quotes_change_nothing(run: Run, package: Path) -> None:
    waive(package / "waivers.csv", violated(run))
    claims = package / "data" / "claims.csv"
    said, other = "a plain text. It is", "Again it is"
    header, *rows = claims.read_text("utf-8").replace(said, other).splitlines()
    assert other in rows[0]
    claims.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    assert 0 == run()[0]


def test_a_settled_finding_is_reported(run: Run, package: Path) -> None:
    rows = violated(run)
    rows[0] = rows[0] | {"fingerprint": "0" * 32, "rule": ""}
    waive(package / "waivers.csv", rows)
    assert 0 == len(json.loads(run("--format", "json")[1])["problems"])  # rules were left out
    status = main(["validate", str(package)])
    assert 1 == status
    report = factcheck.validate(str(package))
    assert {"W806"} == {one.code.id for one in report.problems}


def test_a_bad_waiver_stops_the_run_in_every_format(run: Run, package: Path) -> None:
    (package / "waivers.csv").write_text("rule,reason,by\nr0_fits,,Jo\n", encoding="utf-8")
    status, out = run("--format", "json")
    document = json.loads(out)
    assert (2, [], [], ["W804"]) == (
        status,
        document["rules"],
        document["findings"],
        [one["code"] for one in document["problems"]],
    )
    assert {"line": 2, "column": 9} == {
        name: document["problems"][0]["location"][name] for name in ("line", "column")
    }
    assert "W804" in run("--format", "markdown")[1]


def test_no_waiver_hides_a_problem(run: Run, package: Path) -> None:
    waive(package / "waivers.csv", violated(run))
    claims = package / "data" / "claims.csv"
    claims.write_text(claims.read_text("utf-8").replace("capex", "capx", 1), encoding="utf-8")
    assert 2 == run()[0]


def test_only_what_is_new_fails_beside_a_baseline(run: Run, package: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "earlier.json"
    assert 1 == run("--format", f"json:{baseline}")[0]
    status, out = run("--baseline", str(baseline))
    assert 0 == status
    assert " known, 0 new, 0 gone since the baseline" in " ".join(out.split())
    change_a_figure(package)
    status, out = run("--baseline", str(baseline), "--format", "json")
    states = [one["baseline"] for one in json.loads(out)["findings"]]
    assert (1, {"new", "unchanged"}) == (status, set(states))


def test_a_bad_baseline_stops_the_run(run: Run, tmp_path: Path) -> None:
    status, out = run("--baseline", str(tmp_path / "none.json"))
    assert 2 == status
    assert "error[W809]" in out


def test_the_day_changes_nothing_else(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("--format", "json")
    monkeypatch.setattr("factcheck.waivers.clock.today", lambda: date(2099, 1, 1))
    assert first == run("--format", "json")
