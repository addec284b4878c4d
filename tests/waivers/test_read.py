"""A file of waivers: what is read, and every way of writing it wrong, with its place."""

from datetime import date
from pathlib import Path

import pytest

from factcheck.diagnostics.waiver_codes import CELL, COLUMNS, NAMES_NO_FINDING, UNANSWERED
from factcheck.waivers.read import read_waivers

PRINT = "0123456789abcdef0123456789abcdef"
FIGURES = "0123456789abcdef"
HEADER = "fingerprint,rule,case,verdict,figures,reason,by,expires,note"


def write(folder: Path, text: str) -> str:
    path = folder / "waivers.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_waiver_names_its_finding_by_fingerprint(tmp_path: Path) -> None:
    path = write(tmp_path, f"{HEADER}\n{PRINT},,,,{FIGURES},both stand,Jo,2027-01-31,seen\n")
    (waiver,), found = read_waivers(path, None)
    assert [] == found
    assert (PRINT, None, None, None) == (
        waiver.fingerprint,
        waiver.rule,
        waiver.case,
        waiver.verdict,
    )
    assert (FIGURES, "both stand", "Jo", date(2027, 1, 31)) == (
        waiver.figures,
        waiver.reason,
        waiver.by,
        waiver.expires,
    )
    assert (path, 2, 1) == (waiver.location.path, waiver.location.line, waiver.location.column)


def test_or_by_rule_and_case_and_then_it_is_violated(tmp_path: Path) -> None:
    text = 'rule,case,reason,by\none_year,"period=2026; entity=a\\;b",both stand,Jo\n'
    (waiver,), found = read_waivers(write(tmp_path, text), None)
    assert [] == found
    assert (("entity", "a;b"), ("period", "2026")) == waiver.case
    assert ("one_year", "violated", None, None) == (
        waiver.rule,
        waiver.verdict,
        waiver.figures,
        waiver.expires,
    )


def test_a_rule_without_a_case_is_its_case_without_fields(tmp_path: Path) -> None:
    text = "rule,verdict,reason,by\nidle,not_exercised,no such year yet,Jo\n"
    (waiver,), _ = read_waivers(write(tmp_path, text), None)
    assert ((), "not_exercised") == (waiver.case, waiver.verdict)


def test_the_file_beside_the_descriptor_is_read(tmp_path: Path) -> None:
    write(tmp_path, "rule,reason,by\na,because,Jo\n")
    assert 1 == len(read_waivers(None, tmp_path)[0])


def test_a_link_out_of_the_package_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("rule,reason,by\na,because,Jo\n", encoding="utf-8")
    package = tmp_path / "package"
    package.mkdir()
    (package / "waivers.csv").symlink_to(outside)
    waivers, (wrong,) = read_waivers(None, package)
    assert [] == waivers
    assert "a link that leads out of the package" in wrong.message


def test_without_any_there_are_none() -> None:
    assert ([], []) == read_waivers(None, None)


ROWS = {
    "no finding": (f"{HEADER}\n,,,,,because,Jo,,\n", NAMES_NO_FINDING, (2, 2), "neither a finger"),
    "no reason": (f"{HEADER}\n{PRINT},,,,,,Jo,,\n", UNANSWERED, (2, 38), "no reason"),
    "nobody": (f"{HEADER}\n{PRINT},,,,,because, ,,\n", UNANSWERED, (2, 46), "nobody who answers"),
    "fingerprint": (f"{HEADER}\nABC,,,,,because,Jo,,\n", CELL, (2, 1), "`ABC` is no fingerprint"),
    "figures": (f"{HEADER}\n{PRINT},,,,12,because,Jo,,\n", CELL, (2, 37), "`12` is no digest"),
    "case": (f"{HEADER}\n,a,bytedance,,,because,Jo,,\n", CELL, (2, 4), "`bytedance` is no case"),
    "field twice": (f"{HEADER}\n,a,e=1;e=2,,,because,Jo,,\n", CELL, (2, 4), "is no case"),
    "verdict": (f"{HEADER}\n,a,,violates,,because,Jo,,\n", CELL, (2, 5), "did you mean `violated`"),
    "holds": (f"{HEADER}\n,a,,holds,,because,Jo,,\n", CELL, (2, 5), "no verdict that can be"),
    "date": (f"{HEADER}\n,a,,,,because,Jo,31.1.2027,\n", CELL, (2, 18), "for example 2027-01-31"),
    "no day": (f"{HEADER}\n,a,,,,because,Jo,2027-02-30,\n", CELL, (2, 18), "is no day"),
    "basic date": (f"{HEADER}\n,a,,,,because,Jo,20270130,\n", CELL, (2, 18), "is no day"),
    "unknown column": ("rule,reason,by,expiry\n", COLUMNS, (1, 16), "did you mean `expires`?"),
    "missing column": ("rule,by\n", COLUMNS, (1, 1), "waivers need a column `reason`"),
    "unnamed": ("reason,by\n", COLUMNS, (1, 1), "need a column `fingerprint`, or `rule`"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_mistake_is_told_at_its_cell(name: str, tmp_path: Path) -> None:
    text, code, place, said = ROWS[name]
    waivers, (wrong,) = read_waivers(write(tmp_path, text), None)
    assert [] == waivers
    assert (code, place) == (wrong.code, (wrong.span.line, wrong.span.column))
    assert said in f"{wrong.message} {wrong.help}"


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = "rule,reason,by,expires\n,,Jo,soon\nb,because,Jo,\n"
    waivers, found = read_waivers(write(tmp_path, text), None)
    assert ["b"] == [waiver.rule for waiver in waivers]
    assert [NAMES_NO_FINDING, UNANSWERED, CELL] == [one.code for one in found]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, (wrong,) = read_waivers(str(tmp_path / "none.csv"), None)
    assert "there is no file" in wrong.message
    assert wrong.is_error
