"""`factcheck ground --fix`: what it fills in, and that every other byte stays."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.cli import main
from factcheck.grounding.edits import edited
from factcheck.vocabulary.csv_table import parse_table
from factcheck.vocabulary.limits import DEFAULT_LIMITS
from factcheck.vocabulary.mistakes import Mistakes
from tests.grounding.package import text, write

TEXT = "前言😀。Acme spends 5 million yuan.\r\nLast year 4 million yuan. 4 million yuan!\n"
ONCE, TWICE = "5 million yuan", "4 million yuan"
START = TEXT.index(ONCE)

Output = pytest.CaptureFixture[bytes]


def run(capture: Output, *arguments: str) -> tuple[int, str]:
    status = main(["ground", *arguments])
    return status, capture.readouterr().out.decode("utf-8")


def package(folder: Path, *rows: dict[str, str]) -> Path:
    texts = {"wire.txt": TEXT.encode()}
    return write(folder / "p", rows, texts, {"path": "wire.txt", "sha256": ""})


def test_places_and_hashes_are_shown_and_then_written(tmp_path: Path, capfdbinary: Output) -> None:
    folder = package(
        tmp_path,
        {"quote": ONCE},
        {"quote": TWICE},
        {"quote": ONCE, "char_start": "1", "char_end": "9"},
    )
    before = (folder / "claims.csv").read_bytes()
    status, shown = run(capfdbinary, str(folder))
    assert (1, before) == (status, (folder / "claims.csv").read_bytes())
    assert f"+c1,wire,acme,any,,,,ratio,,,,,{ONCE},{START},{START + len(ONCE)},,," in shown
    assert "5 cells to fill in; `factcheck ground --fix` does it" in shown
    status, shown = run(capfdbinary, str(folder), "--fix")
    assert (0, True) == (status, "5 cells filled in" in shown)
    place = f",{START},{START + len(ONCE)},".encode()
    expected = before.replace(ONCE.encode() + b",,,", ONCE.encode() + place).replace(
        b",1,9,", place
    )
    assert expected == (folder / "claims.csv").read_bytes()
    assert (0, False) == (run(capfdbinary, str(folder))[0], (folder / "claims.csv.tmp").exists())


def test_quoting_and_line_ends_stay(tmp_path: Path, capfdbinary: Output) -> None:
    folder = package(tmp_path, {"quote": ONCE, "note": "x"}, {"quote": TWICE})
    claims = folder / "claims.csv"
    old = claims.read_bytes().replace(b"\n", b"\r\n")
    old = old.replace(ONCE.encode() + b",,,,,x", b'"' + ONCE.encode() + b'","",,"",,"a ""b""\r\nc"')
    claims.write_bytes(old)
    assert 0 == run(capfdbinary, str(folder), "--fix")[0]
    place = b'","%d",%d,"",,' % (START, START + len(ONCE))
    assert old.replace(b'","",,"",,', place) == claims.read_bytes()


def test_an_end_alone_is_put_right(tmp_path: Path, capfdbinary: Output) -> None:
    folder = package(
        tmp_path, {"quote": ONCE, "char_start": str(START), "char_end": str(START + 3)}
    )
    assert 0 == run(capfdbinary, str(folder), "--fix")[0]
    place = f",{START},{START + len(ONCE)},"
    assert place in (folder / "claims.csv").read_text(encoding="utf-8")


def test_a_hash_that_differs_is_left(tmp_path: Path, capfdbinary: Output) -> None:
    folder = write(
        tmp_path / "p",
        [{"quote": ONCE}],
        {"wire.txt": TEXT},
        {"path": "wire.txt", "sha256": "0" * 64},
    )
    before = (folder / "sources.csv").read_bytes()
    status, shown = run(capfdbinary, str(folder), "--fix")
    assert (2, True) == (status, "Q813" in shown)
    assert before == (folder / "sources.csv").read_bytes()


def test_a_table_without_the_columns_is_left(tmp_path: Path, capfdbinary: Output) -> None:
    folder = write(tmp_path / "p", [{"quote": ONCE}], {"wire.txt": TEXT}, {"path": "wire.txt"})
    claims = folder / "claims.csv"
    row = {"claim_id": "c1", "source_id": "wire", "entity_id": "acme", "metric_id": "any"}
    claims.write_text(text([{**row, "unit_id": "ratio", "quote": ONCE}]), encoding="utf-8")
    assert 0 == run(capfdbinary, str(folder), "--fix")[0]


def test_json_lists_the_changes(tmp_path: Path, capfdbinary: Output) -> None:
    folder = package(tmp_path, {"quote": ONCE})
    status, shown = run(capfdbinary, str(folder), "--format", "json")
    document = json.loads(shown)
    assert (1, False, []) == (status, document["fixed"], document["problems"])
    assert [
        (str(folder / "claims.csv"), 2, "char_end", "", str(START + len(ONCE))),
        (str(folder / "claims.csv"), 2, "char_start", "", str(START)),
    ] == [
        (*one["location"].values(), one["column"], one["before"], one["after"])
        for one in document["changes"][:2]
    ]


def test_an_archive_is_not_written_into(tmp_path: Path, capfdbinary: Output) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(b"PK")
    assert 2 == run(capfdbinary, str(path), "--fix")[0]


def test_a_package_that_cannot_be_read_is_left(tmp_path: Path, capfdbinary: Output) -> None:
    folder = package(tmp_path, {"quote": ONCE, "metric_id": "none"})
    before = (folder / "claims.csv").read_bytes()
    status, shown = run(capfdbinary, str(folder), "--fix")
    assert (2, True) == (status, "P212" in shown)
    assert before == (folder / "claims.csv").read_bytes()


def test_no_text_of_a_package_steers_the_terminal(tmp_path: Path, capfdbinary: Output) -> None:
    folder = package(tmp_path, {"quote": ONCE, "note": "\u202eevil"})
    assert "\u202e" not in run(capfdbinary, str(folder))[1]


_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\0\x85\u2028"), max_size=5)


@given(
    st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=5),
    st.data(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", '"']),
)
def test_setting_cells_leaves_all_others(
    rows: list[tuple[str, str, str]], data: st.DataObject, end: str, all_quoted: str
) -> None:
    def cell(content: str) -> str:
        quoted = all_quoted or any(sign in content for sign in ',"\n')
        return '"' + content.replace('"', '""') + '"' if quoted else content

    def table(cells: list[tuple[str, ...]]) -> str:
        lines = [",".join(map(cell, row)) for row in [("a", "b", "c"), *cells]]
        return "".join(line.replace("\n", end) + end for line in lines)

    kept = [row for row in rows if any(row)] or [("1", "", "")]
    whole = table(list(kept))
    parsed = parse_table(whole.replace("\r\n", "\n"), "t.csv", DEFAULT_LIMITS, Mistakes(9))
    assert parsed
    index = data.draw(st.integers(0, len(kept) - 1))
    column = data.draw(st.integers(0, 2))
    assume(len(parsed.rows) == len(kept) and "\n" not in kept[index][column])
    expected = [
        tuple(
            "17" if (number, place) == (index, column) else content
            for place, content in enumerate(row)
        )
        for number, row in enumerate(kept)
    ]
    edits = {(parsed.lines[index], "abc"[column]): "17"}
    again = parse_table(
        edited(whole, parsed, edits).replace("\r\n", "\n"), "t.csv", DEFAULT_LIMITS, Mistakes(9)
    )
    assert again
    assert [list(row) for row in expected] == again.rows
