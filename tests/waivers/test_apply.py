"""Which findings waivers accept, and what is said of waivers that accept none."""

from datetime import date
from pathlib import Path

import pytest

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.waiver_codes import EXPIRED, NO_FINDING, OTHER_FIGURES, TWICE
from factcheck.report.exit_code import exit_code
from factcheck.report.model import Report
from factcheck.waivers.apply import with_waivers
from factcheck.waivers.read import read_waivers
from tests.report.samples import IDLE, SECOND_CASE, UNDETERMINED, finding, report, rule

FINGERPRINT = "5f0c2a9be1d34c775f0c2a9be1d34c77"
FIGURES = "00000000deadbeef"
FIRST = finding(fingerprint=FINGERPRINT, figures=FIGURES)
REPORT = report(findings=(FIRST, SECOND_CASE, UNDETERMINED, IDLE))
TODAY = date(2026, 11, 22)
CASE = "entity=bytedance;period=2026"


def applied(
    tmp_path: Path, *rows: str, made: Report = REPORT, whole: bool = True
) -> tuple[list[str], list[Diagnostic]]:
    """The reasons of the waived findings, and what is said."""
    text = "\n".join(["fingerprint,rule,case,verdict,figures,reason,by,expires", *rows]) + "\n"
    (tmp_path / "w.csv").write_text(text, encoding="utf-8")
    waivers, wrong = read_waivers(str(tmp_path / "w.csv"), None)
    assert [] == wrong
    marked, told = with_waivers(made, waivers, TODAY, whole=whole)
    return [f.waived.reason if f.waived else "" for f in marked.findings], told


@pytest.mark.parametrize(
    ("row", "which"),
    [
        (f"{FINGERPRINT},,,,,ok,Jo,", 0),
        (f"{FINGERPRINT},chips_half_of_capex,{CASE},violated,{FIGURES},ok,Jo,2026-11-22", 0),
        (f",chips_half_of_capex,{CASE},,,ok,Jo,", 0),
        (",chips_half_of_capex,period=2026;entity=bytedance,,,ok,Jo,", 0),
        (",chips_half_of_capex,entity=alphabet;period=2025-Q3,,,ok,Jo,", 1),
        (f",order_fits_budget,{CASE},undetermined,,ok,Jo,", 2),
        (",quarters_fit,,not_exercised,,ok,Jo,", 3),
    ],
)
def test_a_waiver_accepts_its_finding_and_no_other(row: str, which: int, tmp_path: Path) -> None:
    expected = ["ok" if place == which else "" for place in range(4)]
    assert (expected, []) == applied(tmp_path, row)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("0123456789abcdef0123456789abcdef,,,,,ok,Jo,", "no finding has this fingerprint"),
        (f"{FINGERPRINT},another_rule,,,,ok,Jo,", "there is no rule `another_rule`"),
        (f",chip_half_of_capex,{CASE},,,ok,Jo,", "did you mean `chips_half_of_capex`?"),
        (",chips_half_of_capex,entity=bytedance,,,ok,Jo,", f"its findings are {CASE} (violated)"),
        (f",chips_half_of_capex,{CASE},undetermined,,ok,Jo,", "that is undetermined"),
        (",chips_half_of_capex,,,,ok,Jo,", "has no such finding"),
        (f",order_fits_budget,{CASE},,,ok,Jo,", f"{CASE} (undetermined)"),
        (",one_figure,entity=a,,,ok,Jo,", "it is settled: take the row out"),
    ],
)
def test_a_waiver_that_fits_nothing_is_reported(row: str, said: str, tmp_path: Path) -> None:
    reasons, (told,) = applied(tmp_path, row)
    assert [""] * 4 == reasons
    assert NO_FINDING is told.code
    assert 2 == told.span.line
    assert said in f"{told.message}; {told.help}"


def test_the_last_day_still_counts_and_the_next_does_not(tmp_path: Path) -> None:
    assert (["ok", "", "", ""], []) == applied(tmp_path, f"{FINGERPRINT},,,,,ok,Jo,2026-11-22")
    reasons, (told,) = applied(tmp_path, f"{FINGERPRINT},,,,,ok,Jo,2026-11-21")
    assert ([""] * 4, EXPIRED) == (reasons, told.code)
    assert "expired after 2026-11-21, so the finding counts again" in told.message
    assert not told.is_error


def test_other_figures_are_another_finding(tmp_path: Path) -> None:
    reasons, (told,) = applied(tmp_path, f"{FINGERPRINT},,,,0123456789abcdef,ok,Jo,")
    assert ([""] * 4, OTHER_FIGURES) == (reasons, told.code)
    assert told.help is not None
    assert f"write `{FIGURES}`" in told.help


def test_the_second_waiver_of_a_finding_is_reported(tmp_path: Path) -> None:
    rows = (f"{FINGERPRINT},,,,,first,Jo,", f",chips_half_of_capex,{CASE},,,second,Jo,")
    reasons, (told,) = applied(tmp_path, *rows)
    assert ("first", TWICE, 3) == (reasons[0], told.code, told.span.line)
    assert [2] == [label.span.line for label in told.labels]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",another_rule,,,,ok,Jo,", 0),
        ("0123456789abcdef0123456789abcdef,,,,,ok,Jo,", 0),
        (",chips_half_of_capex,,,,ok,Jo,", 1),
    ],
)
def test_rules_that_were_left_out_are_not_missed(row: str, said: int, tmp_path: Path) -> None:
    assert said == len(applied(tmp_path, row, whole=False)[1])


def test_waived_findings_call_for_nothing(tmp_path: Path) -> None:
    rules = (rule("chips_half_of_capex", "violated", violated=2),)
    both = report(rules=rules, findings=(FIRST, SECOND_CASE))
    path = tmp_path / "w.csv"
    text = f"fingerprint,rule,case,reason,by\n{FINGERPRINT},,,ok,Jo\n"
    more = ",chips_half_of_capex,entity=alphabet;period=2025-Q3,ok,Jo\n"
    statuses = []
    for content in (text, text + more):
        path.write_text(content, encoding="utf-8")
        marked, _ = with_waivers(both, read_waivers(str(path), None)[0], TODAY, whole=True)
        statuses.append((exit_code(marked), exit_code(marked, strict=True)))
    assert [(1, 1), (0, 0)] == statuses
