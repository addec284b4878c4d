"""Quotes in their texts: there, moved, at several places, absent; and texts that cannot be read."""

import os
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.grounding.place import find_quote, is_there, occurrences
from tests.grounding.package import grounded, text, told, write

TEXT = "Acme spends 5 million yuan.\nLast year it was 4 million yuan. 5 million yuan!\n"


def claim(quote: str, start: int | None = None, end: int | None = None) -> dict[str, str]:
    place = {"char_start": str(start), "char_end": str(end)} if start is not None else {}
    return {"quote": quote, **place}


@pytest.mark.parametrize(
    ("row", "message", "help_"),
    [
        (claim("4 million yuan", 45, 59), None, None),
        (claim("4 million yuan"), None, None),
        (claim("5 million yuan"), None, None),
        (
            claim("4 million yuan", 44, 58),
            "Q812 `wire.txt` has ` 4 million yua` from 44 to 58",
            "the quote stands from 45 to 59",
        ),
        (
            claim("5 million yuan", 0, 4),
            "Q812 `wire.txt` has `Acme` from 0 to 4",
            "the quote stands at 2 places: 12 to 26, 61 to 75",
        ),
        (
            claim("4 million yuan", 900, 914),
            "Q812 `wire.txt` ends at 77",
            "the quote stands from 45 to 59",
        ),
        (
            claim("6 million yuan", 12, 26),
            "Q811 these words are not in `wire.txt`",
            "quote the text exactly as it is printed",
        ),
        (
            claim("yuan. Last", 12, 22),
            "Q811 these words are not in `wire.txt`",
            "the same words stand from 22 to 32, with other spaces: quote them as they are printed",
        ),
    ],
)
def test_a_quote_is_looked_for_where_its_claim_says_and_then_everywhere(
    tmp_path: Path, row: dict[str, str], message: str | None, help_: str | None
) -> None:
    folder = write(tmp_path / "p", [row], {"wire.txt": TEXT}, {"path": "wire.txt"})
    found = [one.replace(f"{folder}/", "") for one in told(grounded(folder)[1])]
    assert ([f"{message}; {help_}"] if message else []) == found


def test_a_moved_quote_is_told_at_the_cell_of_its_place(tmp_path: Path) -> None:
    row = claim("4 million yuan", 44, 58)
    folder = write(tmp_path / "p", [row], {"wire.txt": TEXT}, source={"path": "wire.txt"})
    _, (found,) = grounded(folder)
    line = (folder / "claims.csv").read_text(encoding="utf-8").splitlines()[1]
    assert (2, "44") == (found.span.line, line[found.span.column - 1 : found.span.end_column - 1])


@pytest.mark.parametrize("before", ["😀", "e\u0301", "\u202eabc\u202c", "\ufeff", "\r\n", "𠮷\x00"])
def test_places_count_code_points_beside_anything(tmp_path: Path, before: str) -> None:
    words = f"{before}1600亿元"
    start = len(before)
    row = claim("1600亿元", start, start + 6)
    folder = write(tmp_path / "p", [row], {"wire.txt": words.encode()}, source={"path": "wire.txt"})
    assert [] == told(grounded(folder)[1])


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("wire.txt", {}),
        ("wire.md", {}),
        ("wire", {}),
        ("deep/in/wire.txt", {}),
        ("archive/2025.txt", {"path": "archive/2025.txt"}),
        ("2025.txt", {"path": "archive/2025.txt"}),
    ],
)
def test_a_folder_of_sources_gives_a_text_by_name(
    tmp_path: Path, name: str, source: dict[str, str]
) -> None:
    folder = write(tmp_path / "p", [claim("5 million yuan", 12, 26)], source=source)
    path = tmp_path / "texts" / name
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    grounding, found = grounded(folder, str(tmp_path / "texts"))
    assert ({"wire": TEXT}, []) == ({k: v.text for k, v in grounding.texts.items()}, told(found))


def test_a_folder_of_sources_gives_a_text_by_its_hash_whatever_its_name(tmp_path: Path) -> None:
    digest = "ceeb3b1fc2b7a4a1dbb8ca0b1eb8ccd2b33c6bdf9c0a2ffc0d5d7d8c2f5c1f3a"
    folder = write(tmp_path / "p", [claim("5 million yuan", 12, 26)], source={"sha256": digest})
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "other.txt").write_text("nothing", encoding="utf-8")
    (texts / "000.txt").write_text(TEXT, encoding="utf-8")
    _, found = grounded(folder, str(texts))
    assert ["Q815"] == [one.code.id for one in found]
    (texts / "wire.txt").write_text(TEXT, encoding="utf-8")
    grounding, (other,) = grounded(folder, str(texts))
    assert "Q813" == other.code.id
    real = grounding.texts["wire"].sha256
    sources = folder / "sources.csv"
    sources.write_text(sources.read_text(encoding="utf-8").replace(digest, real.upper()), "utf-8")
    (texts / "wire.txt").write_text("another text", encoding="utf-8")
    grounding, found = grounded(folder, str(texts))
    assert (str(texts / "000.txt"), []) == (grounding.texts["wire"].shown, found)


def test_nothing_outside_of_the_package_or_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    folder = write(tmp_path / "p", [claim("5 million yuan")], source={"path": "wire.txt"})
    (folder / "wire.txt").symlink_to(tmp_path / "secret.txt")
    grounding, found = grounded(folder)
    assert ({}, ["P104"]) == (dict(grounding.texts), [one.code.id for one in found])
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "wire.txt").symlink_to(tmp_path / "secret.txt")
    grounding, found = grounded(folder, str(texts))
    assert {} == dict(grounding.texts)
    assert ["P104", "Q815"] == sorted(one.code.id for one in found)


@pytest.mark.parametrize("data", [b"\xff\xfe1\x006\x00", b"\x80" * 50, bytes(range(256))])
def test_a_file_that_is_no_text_is_a_warning_and_verifies_nothing(
    tmp_path: Path, data: bytes
) -> None:
    folder = write(
        tmp_path / "p", [claim("5 million")], {"wire.txt": data}, source={"path": "wire.txt"}
    )
    grounding, (found,) = grounded(folder)
    assert ({}, "Q814", False) == (dict(grounding.texts), found.code.id, found.is_error)


def test_a_package_may_be_passed_on_without_its_texts(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", [claim("5 million")], source={"path": "wire.txt"})
    grounding, found = grounded(folder)
    assert ({}, []) == (dict(grounding.texts), found)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no name on this system")
def test_a_pipe_is_no_text(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", [claim("5 million")], source={"path": "wire.txt"})
    os.mkfifo(folder / "wire.txt")
    _, found = grounded(folder)
    assert [f"Q814 `{folder}/wire.txt` is not a regular file; None"] == told(found)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", [claim("5 million")])
    _, (found,) = grounded(folder, str(tmp_path / "nowhere"))
    assert ("Q815", True) == (found.code.id, found.is_error)


def test_a_claim_without_a_quote_asks_for_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", [{"value": "5"}], source={"path": "wire.txt"})
    result = check(str(folder))
    assert (None, ()) == (result.grounding, result.diagnostics)


def test_places_do_not_overlap_and_are_limited() -> None:
    assert [0, 2] == occurrences("aaaaa", "aa")
    assert 100 == len(occurrences("a" * 1000, "a"))
    assert [] == occurrences("text", "")


def test_words_with_other_spaces_are_found_in_linear_time() -> None:
    hostile = ("a" + " " * 1_000) * 1_000
    assert (None, ()) == (find_quote(hostile, "a b").spaced, find_quote(hostile, "a b").starts)


def test_a_place_is_exact() -> None:
    assert is_there("abc", "bc", 1, 3)
    assert not is_there("abc", "bc", 1, 2)
    assert not is_there("abc", "bc", None, None)


def test_csv_of_the_package_is_written_with_its_header() -> None:
    assert 'a,b\n"1,2",3\n' == text([{"a": "1,2", "b": "3"}])
