"""Rows drafted from a text, and rows that a package has already."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.drafts.draft import draft
from factcheck.drafts.package import DraftPackage, open_package
from factcheck.vocabulary.columns import SHAPES
from tests.grounding.package import CLAIMS, write

CASE = re.compile(
    r"^## (.+?)\n\n```text\n(.*?)\n```\n\n```json\n(.*?)\n```", re.MULTILINE | re.DOTALL
)
CASES = CASE.findall((Path(__file__).parent / "cases.md").read_text(encoding="utf-8"))
PLACED = ("claim_id", "source_id", "char_start", "char_end")

Output = pytest.CaptureFixture[bytes]


def package(folder: Path, *rows: dict[str, str]) -> DraftPackage:
    opened, found = open_package(str(write(folder / "p", rows or [{"quote": "none"}])))
    assert opened, found
    return opened


def text_file(folder: Path, text: str | bytes) -> str:
    path = folder / "wire.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def run(capture: Output, *arguments: str) -> tuple[int, str, str]:
    status = main(["extract", *arguments])
    out, err = capture.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_text_is_drafted(tmp_path: Path, text: str, expected: str) -> None:
    drafts = draft(text_file(tmp_path, text), package(tmp_path))
    made = []
    for one in drafts.rows:
        cells = {name: cell for name, cell in one.cells.items() if cell and name not in PLACED}
        note = cells.pop("note").removeprefix("draft").removeprefix("; ")
        made.append({**cells, **({"note": note} if note else {})})
        place = slice(int(one.cells["char_start"]), int(one.cells["char_end"]))
        assert one.cells["quote"] == text[place]
    assert json.loads(expected) == made


def test_what_the_package_has_is_left_out(tmp_path: Path) -> None:
    text = "It spent 5 million euros, then 7 million euros, then 7 million euros, then 9 million."
    first, third = text.index("5 million"), text.rindex("7 million")
    place = {"char_start": str(third), "char_end": str(third + 15)}
    known = package(
        tmp_path,
        {"quote": "5 million euros"},
        {"quote": "7 million euros", **place},
        {"quote": "9 million", "source_id": "wire", "entity_id": ""},
    )
    drafts = draft(text_file(tmp_path, text), known)
    assert (["7 million euros"], 3) == ([one.cells["quote"] for one in drafts.rows], drafts.known)
    assert str(text.index("7 million")) == drafts.rows[0].cells["char_start"]
    assert first < third


def test_a_draft_that_is_appended_is_known_from_then_on(
    tmp_path: Path, capfdbinary: Output
) -> None:
    folder = write(tmp_path / "p", [{"quote": "5 million euros"}])
    path = text_file(tmp_path, "5 million euros, 7 million euros\nand “12%” of all, then 3, or so.")
    claims = folder / "claims.csv"
    before = claims.read_bytes()
    status, out, err = run(capfdbinary, path, "--package", str(folder), "--append")
    after = claims.read_bytes()
    assert (0, "") == (status, err)
    assert "`entity_id` in" in out
    assert "validate refuses the package until they are filled" in out
    assert after.startswith(before)
    rows = list(csv.DictReader(io.StringIO(after.decode("utf-8"))))
    assert {"7 million euros", "12%"} <= {row["quote"] for row in rows}
    assert main(["validate", str(folder), "--quiet"]) == 2
    assert "P210" in capfdbinary.readouterr().out.decode("utf-8")
    assert 0 == run(capfdbinary, path, "--package", str(folder), "--append")[0]
    assert after == claims.read_bytes()


def test_line_ends_of_the_table_are_kept(tmp_path: Path, capfdbinary: Output) -> None:
    folder = write(tmp_path / "p", [{"quote": "5 million euros"}])
    claims = folder / "claims.csv"
    claims.write_bytes(claims.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    path = text_file(tmp_path, "7 million euros")
    assert 0 == run(capfdbinary, path, "--package", str(folder), "--append")[0]
    after = claims.read_bytes()
    assert (3, 3) == (after.count(b"\r\n"), after.count(b"\n"))


def test_csv_has_the_columns_of_claims(
    tmp_path: Path, capfdbinary: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = text_file(tmp_path, 'It costs "5,000 euros", no less.')
    status, out, _ = run(capfdbinary, path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (0, list(SHAPES["claims"].columns)) == (status, list(rows[0]))
    assert ("5000", "EUR", "draft_001") == (
        rows[0]["value"],
        rows[0]["unit_id"],
        rows[0]["claim_id"],
    )
    folder = write(tmp_path / "p", [{"quote": "none"}])
    _, out, _ = run(capfdbinary, path, "--format", "csv", "--package", str(folder))
    assert list(CLAIMS) == list(next(iter(csv.DictReader(io.StringIO(out)))))


def test_figures_that_are_not_read_are_listed_as_such(tmp_path: Path, capfdbinary: Output) -> None:
    path = text_file(tmp_path, "The Concorde 747 left.")
    drafts = draft(path, package(tmp_path))
    assert [(False, "")] == [(one.read, one.cells.get("value", "")) for one in drafts.rows]
    assert drafts.rows[0].cells["note"].startswith("draft; not read: ")
    status, out, _ = run(capfdbinary, path, "--format", "json")
    document = json.loads(out)
    assert (0, [False]) == (status, [one["read"] for one in document["drafts"]])


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xff\xfe1\x00", "P105"), (b"\x80abc", "P105"), (None, "P102")],
)
def test_a_file_that_cannot_be_read_is_said(
    tmp_path: Path, capfdbinary: Output, content: bytes | None, code: str
) -> None:
    path = text_file(tmp_path, content) if content else str(tmp_path / "none.txt")
    status, out, err = run(
        capfdbinary, path, "--package", str(write(tmp_path / "p", [{"quote": "x"}]))
    )
    assert (2, "", True) == (status, out, code in err)


def test_a_source_that_is_not_there_is_said(tmp_path: Path, capfdbinary: Output) -> None:
    folder = write(tmp_path / "p", [{"quote": "x"}])
    path = text_file(tmp_path, "5 million euros")
    status, _, err = run(capfdbinary, path, "--package", str(folder), "--source", "wired")
    assert (2, True) == (status, "did you mean `wire`?" in err)


def test_a_note_has_the_day_of_publication(tmp_path: Path) -> None:
    source = {"published": "2025-12-23"}
    folder = write(tmp_path / "p", [{"quote": "x"}], source=source)
    known, _ = open_package(str(folder))
    (one,) = draft(text_file(tmp_path, "It will spend 5 million euros next year."), known).rows
    note = "draft; beside it stands `next year`, and the source is of 2025-12-23"
    assert ("", note) == (one.cells["period"], one.cells["note"])


def test_append_needs_a_source(tmp_path: Path, capfdbinary: Output) -> None:
    folder = write(tmp_path / "p", [{"quote": "x"}])
    other = tmp_path / "other.txt"
    other.write_text("5 million euros", encoding="utf-8")
    before = (folder / "claims.csv").read_bytes()
    status, _, err = run(capfdbinary, str(other), "--package", str(folder), "--append")
    assert (2, True) == (status, "name one with --source" in err)
    assert before == (folder / "claims.csv").read_bytes()


def test_a_broken_package_is_no_reason_to_do_without_it(
    tmp_path: Path, capfdbinary: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = text_file(tmp_path, "5 million euros")
    assert 0 == run(capfdbinary, path)[0]
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    assert 2 == run(capfdbinary, path)[0]


@pytest.mark.parametrize(
    "text",
    [
        "\x00" * 1000 + "5 million euros",
        "\u202e5 million euros\u202c 😀e\u0301 7 million euros",
        "9" * 10_000,
        "1,2" * 5_000,
        "一" * 5_000,
        "(" * 5_000 + "5%" + ")" * 5_000,
        "",
    ],
)
def test_hostile_texts_are_drafted_with_their_places(
    tmp_path: Path, capfdbinary: Output, text: str
) -> None:
    path = text_file(tmp_path, text)
    for one in draft(path, package(tmp_path)).rows:
        start, end = int(one.cells["char_start"]), int(one.cells["char_end"])
        assert one.cells["quote"] == text[start:end]
    status, out, _ = run(capfdbinary, path, "--package", str(tmp_path / "p"))
    assert (0, False) == (status, "\u202e" in out or "\x00" in out)
