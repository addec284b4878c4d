"""How many findings of each rule are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.engines.budget import Budget

BUDGET = Budget(each=25, fewest=5, whole=200)
NUMBERS = st.lists(st.integers(0, 400), max_size=60)


@pytest.mark.parametrize(
    ("numbers", "most"),
    [
        ([], 25),
        ([1000], 25),
        ([25] * 8, 25),
        ([1000] * 8, 25),
        ([1000] * 9, 22),
        ([1000] * 20, 10),
        ([1000] * 50, 5),
        ([1] * 150 + [1000] * 5, 10),  # what a rule does not need is left to the others
    ],
)
def test_rules_share_what_there_is_room_for(numbers: list[int], most: int) -> None:
    assert most == BUDGET.of_each(numbers)


@given(NUMBERS, NUMBERS)
def test_there_is_never_less_room_for_fewer_rules(some: list[int], more: list[int]) -> None:
    assert BUDGET.of_each(some) >= BUDGET.of_each(some + more)


@given(NUMBERS)
def test_no_more_are_shown_than_fit_and_as_many_as_can(numbers: list[int]) -> None:
    def shown(most: int) -> int:
        return sum(min(number, most) for number in numbers)

    most = BUDGET.of_each(numbers)
    assert BUDGET.fewest <= most <= BUDGET.each
    assert shown(most) <= BUDGET.whole or most == BUDGET.fewest
    assert shown(most + 1) > BUDGET.whole or most == BUDGET.each
