"""The reader on tables that it had not met when it passed the ones before."""

from collections import Counter
from pathlib import Path

import pytest

from tests.quantities.forms import ARABIC_FORMS, CHINESE_FORMS, SECOND_FORMS, THIRD_FORMS, forms
from tests.quantities.measure import RIGHT, WRONG, outcomes

TABLES = pytest.mark.parametrize(
    "table",
    [SECOND_FORMS, THIRD_FORMS, CHINESE_FORMS, ARABIC_FORMS],
    ids=["second", "third", "Chinese", "Arabic"],
)


@TABLES
def test_nine_of_ten_forms_are_read_and_fewer_than_one_of_fifty_is_wrong(table: Path) -> None:
    found = outcomes(table)
    counts = Counter(one.verdict for one in found)
    wrong = [(one.form.text, one.why) for one in found if one.verdict == WRONG]
    assert counts[RIGHT] >= 0.9 * len(found), counts
    assert len(wrong) < 0.02 * len(found), wrong


@TABLES
def test_every_row_points_at_one_place(table: Path) -> None:
    rows = forms(table)
    assert len(rows) >= 150
    assert [] == [form for form in rows if form.text.count(form.figure) != 1]
    assert [] == [form for form in rows if form.converts not in form.text]
