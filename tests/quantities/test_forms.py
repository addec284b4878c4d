"""The reader on forms that it was not made from: at least nine of ten right, hardly one wrong."""

from collections import Counter

import pytest

from tests.quantities.measure import RIGHT, WRONG, Outcome, outcomes


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return outcomes()


def test_nine_of_ten_forms_are_read_as_a_reader_would(found: list[Outcome]) -> None:
    counts = Counter(one.verdict for one in found)
    assert counts[RIGHT] >= 0.9 * len(found), counts


def test_fewer_than_one_of_fifty_is_confidently_wrong(found: list[Outcome]) -> None:
    wrong = [(one.form.text, one.why) for one in found if one.verdict == WRONG]
    assert len(wrong) < 0.02 * len(found), wrong


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant", "ar"])
def test_no_language_is_much_worse(found: list[Outcome], language: str) -> None:
    counts = Counter(one.verdict for one in found if one.form.language == language)
    assert counts[RIGHT] >= 0.85 * counts.total(), counts
