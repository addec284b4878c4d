"""The pattern for plain texts and the whole one find the same words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lang.scan import Scanner, scanner
from factcheck.lang.tables import tables
from factcheck.lang.wrong_signs import WRONG_SIGNS

PIECES = [
    *tables().signs,
    *WRONG_SIGNS,
    *" \n\u00a0\u3000",
    "# a comment",
    "//",
    "/*",
    "x",
    "cafés",
]
PIECES += [
    "é",
    "x²",
    "a·b",
    "名",
    "2025-Q3",
    "2025-13",
    "2025",
    "1_000.5e3",
    "rule",
    "_",
    "７",
    "‘a’",
]
PIECES += ['"text"', '"', "`a name`", "`", "'", ":", "€", "\x00", "\u202e", "\r"]


def found(by: Scanner, text: str) -> Iterator[tuple[str, str, int, int, int]]:
    for word in by.words(text, "a.rules"):
        yield word.type, word.text, word.line, word.column, word.start


def without_plain_pattern() -> Scanner:
    whole = Scanner(tables())
    whole._plain = whole._whole  # noqa: SLF001 (there is no other way to leave it out)
    return whole


WHOLE = without_plain_pattern()


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_pieces_of_texts(text: str) -> None:
    assert [*found(WHOLE, text)] == [*found(scanner(), text)]


@given(st.text(max_size=20))
def test_any_text(text: str) -> None:
    assert [*found(WHOLE, text)] == [*found(scanner(), text)]


def test_rules_in_order_need_no_more_than_the_plain_pattern(root: Path) -> None:
    for file in sorted((root / "rules").glob("*.rules")):
        fresh = Scanner(tables())
        assert [*found(WHOLE, file.read_text("utf-8"))] == [*found(fresh, file.read_text("utf-8"))]
        assert "_whole" not in vars(fresh), file.name


@pytest.mark.parametrize("text", ["名 > 1", "a == b", "a ! b"])
def test_the_whole_pattern_goes_on_where_a_text_has_something_else(text: str) -> None:
    fresh = Scanner(tables())
    assert [*found(WHOLE, text)] == [*found(fresh, text)]
    assert "_whole" in vars(fresh)
