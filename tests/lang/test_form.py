"""Every text of the cases gives the tree, or the mistakes, that stand beside it."""

import pytest

from tests.lang.album import ALBUMS, TREES, outcome
from tests.lang.markdown import Case, cases

_CASES = [case for path in (*TREES, *ALBUMS) for case in cases(path)]


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_case(case: Case) -> None:
    assert case.expected == outcome(case)


def test_titles_are_told_apart() -> None:
    titles = [case.title for case in _CASES]
    assert sorted(set(titles)) == sorted(titles)
