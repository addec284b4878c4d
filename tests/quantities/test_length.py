"""Work grows with the length of a text and not faster, whatever the text."""

import pytest

from factcheck.quantities import read_quantities
from tests.counting import calls

SHORT, LONG = 100, 400
"""How often a piece is repeated."""

PIECES = [
    "1", "1.", "1,000,", "1 000 ", "123 4567 ", "billion ", "万", "亿", "一", "一万亿", "零",
    "半", "多", "(", "(1 ", "$1 (", "$1) ", "😀1", "1\u0301", "\u0301", "\u200f1", "\u0640",
    "1\u200b", "two and ", "a ", "and ", "ألف و", "خمسة و", "one hundred and ", "-", "-5", "+",
    "about ", "%", "5%", "per day ", "5 per day ", "ab ", "的", "一样", "والكتاب ", "1-", "1/",
    "1:", "of ", "hundreds of ", "分之一", "百分之", "第", "2025-12-23", "2025年12月23日",
    "December ", "December 2, ", "a half ", "half of ", "1-1-1-", "0 ", "05 ", "5 big ", "元",
    "5元", "$", "US$", "\n", "1\n", "一点", "最多", "两个", "five-", "no. ", "A1-", "one in ",
    "每天的人", "5 monthly ", "between 1 and ", "5 to ", "1~", "from ", "Q", "Q3 ", "数",
    "几百", "(million) ", "(million) 5 ", "(in millions) 5 ", "5小时08分", "每五个就有"
]  # fmt: skip


def work(text: str) -> int:
    return calls(lambda: read_quantities(text))


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    work(piece)  # whatever is done once
    assert work(piece * LONG) <= 4.5 * work(piece * SHORT) + 2000


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_row_of_anything_keeps_the_places(piece: str) -> None:
    text = piece * LONG
    for figure in read_quantities(text):
        assert figure.text == text[figure.start : figure.end]


@pytest.mark.slow
def test_a_million_digits_are_unread() -> None:
    for figure in read_quantities("7" * 1_000_000 + " dollars"):
        assert not figure.confident
