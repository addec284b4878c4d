"""The reader on a second table, which it had not met when it passed the first."""

from collections import Counter

from tests.quantities.forms import SECOND_FORMS, forms
from tests.quantities.measure import RIGHT, WRONG, outcomes


def test_nine_of_ten_forms_are_read_and_fewer_than_one_of_fifty_is_wrong() -> None:
    found = outcomes(SECOND_FORMS)
    counts = Counter(one.verdict for one in found)
    wrong = [(one.form.text, one.why) for one in found if one.verdict == WRONG]
    assert counts[RIGHT] >= 0.9 * len(found), counts
    assert len(wrong) < 0.02 * len(found), wrong


def test_every_row_points_at_one_place() -> None:
    table = forms(SECOND_FORMS)
    assert len(table) >= 150
    assert [] == [form for form in table if form.text.count(form.figure) != 1]
    assert [] == [form for form in table if form.converts not in form.text]
