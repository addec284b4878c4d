"""The reader measured with tables of forms, each written without looking at its words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.quantities.forms import FORMS, NO_AMOUNT, TABLES, forms
from tests.quantities.measure import KINDS, RIGHT, WRONG, outcomes

EVERY = pytest.mark.parametrize("table", TABLES, ids=[table.stem for table in TABLES])


@EVERY
def test_nine_of_ten_forms_are_read_and_fewer_than_one_of_fifty_is_wrong(table: Path) -> None:
    found = outcomes(table)
    counts = Counter(one.verdict for one in found)
    wrong = [(one.form.text, one.why) for one in found if one.verdict == WRONG]
    assert counts[RIGHT] >= 0.9 * len(found), counts
    assert len(wrong) < 0.02 * len(found), wrong


@EVERY
def test_every_row_points_at_one_place_and_says_what_is_there(table: Path) -> None:
    """A figure is once in its sentence; an amount has a value, other things have none."""
    rows = forms(table)
    assert len(rows) >= 150
    assert [] == [form for form in rows if form.text.count(form.figure) != 1]
    assert [] == [form for form in rows if form.kind not in {*KINDS, NO_AMOUNT}]
    assert [] == [form for form in rows if bool(form.values) == (form.kind == NO_AMOUNT)]
    assert [] == [form for form in rows if form.converts not in form.text]
    places = [(form.text, form.figure) for form in rows]
    assert len(places) == len(set(places))


def test_the_first_table_has_every_language_and_enough_forms() -> None:
    """Three languages with both ways of writing Chinese, amounts and what looks like amounts."""
    table = forms(FORMS)
    assert {"en", "zh", "zh-Hant", "ar"} == {form.language for form in table}
    assert len([form for form in table if form.kind != NO_AMOUNT]) >= 300
    assert len([form for form in table if form.kind == NO_AMOUNT]) >= 40
