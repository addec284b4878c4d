import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.escape import for_terminal
from factcheck.report.width import has_right_to_left, isolate, pad, shorten, width, wrap

TEXT = st.text(max_size=200).map(for_terminal)
MIXED = st.text("ab ,(）。资本开支约亿元 إنفاق\u0301e", max_size=200)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("capex", 5),
        ("1600亿元", 8),
        ("ﾊﾝｶｸ", 4),
        ("（全角）", 8),
        ("e\u0301", 1),
        ("مَ", 1),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("€5", 2),
        ("🙂", 2),
        ("\u2068a\u2069", 1),
    ],
)
def test_columns_that_a_text_takes(text: str, columns: int) -> None:
    assert columns == width(text)


def test_padding_counts_columns() -> None:
    assert "财新网  |" == pad("财新网", 8) + "|"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("one two  ", ["one two"]),
        ("incomprehensible", ["incompre", "hensible"]),
        ("资本开支约1600亿元。", ["资本开支", "约1600亿", "元。"]),
        ("资本开支。约", ["资本开", "支。约"]),
        ("资本开（约）", ["资本开", "（约）"]),
        ("a  b", ["a  b"]),
    ],
)
def test_lines_break_where_readers_expect_it(text: str, lines: list[str]) -> None:
    assert lines == wrap(text, 8)


@given(TEXT | MIXED, st.integers(2, 40))
def test_no_line_is_wider_than_asked(text: str, columns: int) -> None:
    assert max(map(width, wrap(text, columns))) <= columns


@given(TEXT | MIXED, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    assert text.replace(" ", "") == "".join(wrap(text, columns)).replace(" ", "")


@given(TEXT | MIXED, st.integers(2, 40))
def test_shortening_fits_and_keeps_what_fits(text: str, columns: int) -> None:
    short = shorten(text, columns)
    assert width(short) <= columns
    assert (short == text) == (width(text) <= columns)


@pytest.mark.parametrize("text", ["إنفاق", "abc ש", "١٢٣"])
def test_right_to_left_text_is_set_apart(text: str) -> None:
    assert has_right_to_left(text)
    assert f"\u2068{text}\u2069" == isolate(text)


@pytest.mark.parametrize("text", ["", "capex", "资本", "€ – “quoted”"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert text == isolate(text)
