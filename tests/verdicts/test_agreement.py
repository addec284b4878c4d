"""`claims agree` against all pairs, one by one."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.values import interval
from factcheck.values.interval import Interval, point
from factcheck.values.rational import Rational
from factcheck.values.truth import Truth
from tests.engines.packages import claim, judged, metric, package, vocabulary
from tests.strategies import intervals
from tests.verdicts.test_compare import can_be_close

HEADCOUNT = metric("headcount")
WORDS = vocabulary([HEADCOUNT])


def agreed(figures: list[Interval], tolerance: str) -> Truth:
    claims = [
        claim(number, HEADCOUNT, bounds, source=f"s{number % 3 + 1}")
        for number, bounds in enumerate(figures)
    ]
    found = judged(
        f"rule one for each metric check claims agree{tolerance}", package(WORDS, claims)
    )
    (case,) = found.cases
    return case.truth


def pairs_agree(figures: list[Interval], tolerance: Rational) -> bool:
    return all(can_be_close(one, other, tolerance) for one, other in combinations(figures, 2))


HUNDRED, HUNDRED_AND_TEN = point((100, 1)), point((110, 1))


@given(figures=st.lists(intervals(), min_size=2, max_size=5), tolerance=st.sampled_from([0, 5, 50]))
@example(figures=[HUNDRED, HUNDRED_AND_TEN], tolerance=5)
@example(figures=[point((95, 1)), HUNDRED], tolerance=5)
@example(figures=[Interval((100, 1), (102, 1), low_open=True), point((95, 1))], tolerance=5)
@example(figures=[Interval((0, 1), (5, 1), low_open=True), point((0, 1))], tolerance=5)
def test_all_claims_agree_when_every_pair_can(figures: list[Interval], tolerance: int) -> None:
    text = f" within {tolerance}%" if tolerance else ""
    expected = Truth.HOLDS if pairs_agree(figures, (tolerance, 100)) else Truth.VIOLATED
    assert agreed(figures, text) is expected


@given(figures=st.lists(intervals(), min_size=2, max_size=5))
def test_without_tolerance_all_bounds_share_a_point(figures: list[Interval]) -> None:
    shared: Interval | None = figures[0]
    for one in figures[1:]:
        shared = shared and interval.intersect(shared, one)
    assert (agreed(figures, "") is Truth.HOLDS) == (shared is not None)


@given(figures=st.lists(intervals(), min_size=2, max_size=4), copies=st.integers(1, 4))
def test_order_and_copies_do_not_matter(figures: list[Interval], copies: int) -> None:
    assert agreed(figures[::-1] * copies, " within 5%") is agreed(figures, " within 5%")


@pytest.mark.parametrize("number", [0, 1])
def test_one_claim_is_no_case(number: int) -> None:
    claims = [claim(place, HEADCOUNT, HUNDRED) for place in range(number)]
    found = judged("rule one for each metric check claims agree", package(WORDS, claims))
    assert found.cases == ()
