"""An earlier report: what it makes known, and what it cannot."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.diagnostics.waiver_codes import BASELINE
from factcheck.report.exit_code import exit_code
from factcheck.report.json_report import document, render_json
from factcheck.report.model import Finding, Report, Waived
from factcheck.waivers.baseline import read_baseline, with_baseline
from tests.report.samples import IDLE, SECOND_CASE, UNDETERMINED, broken_report, finding, report

FIRST = finding(figures="00000000deadbeef")
WAIVED = evolve(FIRST, waived=Waived("because", "Jo", "", at("waivers.csv", 2)))


def beside(tmp_path: Path, earlier: Report, now: Report, *, whole: bool = True) -> Report:
    path = tmp_path / "earlier.json"
    path.write_text(render_json(earlier), encoding="utf-8")
    known = read_baseline(str(path))
    assert not isinstance(known, Diagnostic)
    return with_baseline(now, known, whole=whole)


def states(made: Report) -> list[str]:
    return [one.baseline for one in made.findings]


def test_what_was_told_is_unchanged_and_the_rest_is_new(tmp_path: Path) -> None:
    made = beside(tmp_path, report(findings=(FIRST, IDLE)), report(findings=(FIRST, SECOND_CASE)))
    assert (["unchanged", "new"], 1) == (states(made), made.gone)


def test_the_same_case_with_other_figures_is_new(tmp_path: Path) -> None:
    moved = evolve(FIRST, figures="00000000cafecafe")
    made = beside(tmp_path, report(findings=(FIRST,)), report(findings=(moved,)))
    assert (["new"], 0) == (states(made), made.gone)


def test_a_report_that_told_no_figures_is_known_by_its_cases(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    old: Any = document(report(findings=(FIRST,)))
    for entry in old["findings"]:
        for key in ("figures", "waived", "baseline"):
            del entry[key]
    path.write_text(json.dumps(old), encoding="utf-8")
    known = read_baseline(str(path))
    assert not isinstance(known, Diagnostic)
    assert ["unchanged"] == states(with_baseline(report(findings=(FIRST,)), known, whole=True))


@pytest.mark.parametrize(
    ("earlier", "now", "state"),
    [(WAIVED, FIRST, "new"), (WAIVED, WAIVED, "unchanged"), (FIRST, WAIVED, "unchanged")],
)
def test_what_was_waived_and_no_longer_is_is_new(
    earlier: Finding,
    now: Finding,
    state: str,
    tmp_path: Path,
) -> None:
    assert [state] == states(beside(tmp_path, report(findings=(earlier,)), report(findings=(now,))))


def test_rules_that_were_left_out_have_nothing_gone(tmp_path: Path) -> None:
    earlier = report(findings=(FIRST, evolve(UNDETERMINED, rule="left_out")))
    assert 0 == beside(tmp_path, earlier, report(findings=(FIRST,)), whole=False).gone
    assert 1 == beside(tmp_path, earlier, report(findings=(FIRST,))).gone


def test_only_what_is_new_fails(tmp_path: Path) -> None:
    before = report()
    assert (1, 0) == (exit_code(before), exit_code(beside(tmp_path, before, before)))
    fewer = report(findings=before.findings[1:])
    assert 1 == exit_code(beside(tmp_path, fewer, before))


BAD = {
    "nothing": (b"", "it is not JSON: expecting value"),
    "text": (b"{\n  oops", "it is not JSON"),
    "bytes": (b"\xff\xfe", "it is not UTF-8"),
    "deep": (b"[" * 100_000, "it is no report"),
    "list": (b"[]", "it is no report of factcheck in JSON"),
    "other": (b'{"findings": {}}', "it is no report of factcheck in JSON"),
    "version": (b'{"version": 2, "findings": [], "problems": []}', "it is not of version 1"),
    "finding": (b'{"version": 1, "findings": [{}], "problems": []}', "has no fingerprint"),
    "digits": (b'{"version": ' + b"1" * 10_000 + b', "findings": []}', "it is no report"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_report_is_told(name: str, tmp_path: Path) -> None:
    data, said = BAD[name]
    path = tmp_path / "earlier.json"
    path.write_bytes(data)
    wrong = read_baseline(str(path))
    assert isinstance(wrong, Diagnostic)
    assert (BASELINE, str(path)) == (wrong.code, wrong.span.path)
    assert said in wrong.message


def test_the_place_of_what_is_not_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "earlier.json"
    path.write_bytes(BAD["text"][0])
    wrong = read_baseline(str(path))
    assert isinstance(wrong, Diagnostic)
    assert (2, 3) == (wrong.span.line, wrong.span.column)


def test_a_run_that_stopped_is_no_baseline(tmp_path: Path) -> None:
    path = tmp_path / "earlier.json"
    path.write_text(render_json(broken_report()), encoding="utf-8")
    wrong = read_baseline(str(path))
    assert isinstance(wrong, Diagnostic)
    assert "nothing was judged in that run" in wrong.message


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    wrong = read_baseline(str(tmp_path / "none.json"))
    assert isinstance(wrong, Diagnostic)
    assert "there is no file" in wrong.message
