"""The table of forms is whole: every row says where its figure is and what it means."""

from __future__ import annotations

from tests.quantities.forms import NO_AMOUNT, forms

KINDS = {"money", "ratio", "multiple", "points", "count", "measure", "rank", NO_AMOUNT}


def test_the_table_has_every_language_and_enough_forms() -> None:
    """Three languages with both ways of writing Chinese, amounts and what looks like amounts."""
    table = forms()
    assert {"en", "zh", "zh-Hant", "ar"} == {form.language for form in table}
    assert len([form for form in table if form.kind != NO_AMOUNT]) >= 300
    assert len([form for form in table if form.kind == NO_AMOUNT]) >= 40


def test_every_row_points_at_one_place_and_says_what_is_there() -> None:
    """A figure is once in its sentence; an amount has a value, other things have none."""
    table = forms()
    assert [] == [form for form in table if form.text.count(form.figure) != 1]
    assert [] == [form for form in table if form.kind not in KINDS]
    assert [] == [form for form in table if bool(form.values) == (form.kind == NO_AMOUNT)]
    assert [] == [form for form in table if form.converts not in form.text]


def test_no_row_stands_twice() -> None:
    """Each row is a form of its own."""
    places = [(form.text, form.figure) for form in forms()]
    assert len(places) == len(set(places))
