"""Every text of the cases gets the layout that stands beside it, and keeps it."""

import pytest

from tests.format.case_text import all_cases, outcome
from tests.lang.markdown import Case

ALL = all_cases()


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_text_gets_the_layout(case: Case) -> None:
    assert case.expected == outcome(case.text)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_text_in_the_layout_keeps_it(case: Case) -> None:
    assert case.expected == outcome(case.expected)


def test_titles_are_told_apart() -> None:
    titles = [case.title for case in ALL]
    assert sorted(set(titles)) == sorted(titles)
