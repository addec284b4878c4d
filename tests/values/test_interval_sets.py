import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import interval
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval, closed, point
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, Rational
from tests.strategies import fraction, intervals, numbers, numbers_in


@given(intervals(), intervals(), numbers())
def test_an_intersection_has_the_numbers_of_both(
    left: Interval, right: Interval, number: Rational
) -> None:
    both = interval.intersect(left, right)
    inside = both is not None and both.contains(number)
    assert (left.contains(number) and right.contains(number)) == inside


@given(st.data(), intervals(), intervals())
def test_intervals_are_disjoint_when_no_number_is_in_both(
    data: st.DataObject, left: Interval, right: Interval
) -> None:
    if interval.disjoint(left, right):
        assert not right.contains(data.draw(numbers_in(left)))
    else:
        both = interval.intersect(left, right)
        assert both is not None
        number = data.draw(numbers_in(both))
        assert left.contains(number)
        assert right.contains(number)


@given(st.data(), intervals(), intervals())
def test_a_hull_contains_both(data: st.DataObject, left: Interval, right: Interval) -> None:
    hull = interval.hull(left, right)
    assert hull.contains(data.draw(numbers_in(left)))
    assert hull.contains(data.draw(numbers_in(right)))
    assert left == interval.intersect(left, hull)


@given(intervals(), intervals())
def test_the_ends_of_a_hull_are_ends_of_its_parts(left: Interval, right: Interval) -> None:
    hull = interval.hull(left, right)
    assert from_low_up(hull) in map(from_low_up, (left, right))
    opposites = map(interval.negate, (left, right))
    assert from_low_up(interval.negate(hull)) in map(from_low_up, opposites)


def from_low_up(box: Interval) -> Interval:
    """Everything from the low end up, so equal for equal low ends."""
    return Interval(box.low, INFINITY, box.low_open)


@given(intervals())
def test_every_interval_contains_itself(box: Interval) -> None:
    assert box == interval.intersect(box, box)
    assert box == interval.hull(box, box)
    assert box == interval.intersect(box, EVERYTHING)


@given(intervals())
def test_zero_is_found_like_any_number(box: Interval) -> None:
    assert box.contains((0, 1)) == box.contains_zero()


@given(numbers())
def test_a_point_contains_one_number(number: Rational) -> None:
    only = point(number)
    assert only.is_point()
    assert only.is_finite()
    assert only.contains(number)
    assert fraction(only.width()) == 0


@given(intervals())
def test_width_is_the_distance_of_the_ends(box: Interval) -> None:
    if box.is_finite():
        assert fraction(box.high) - fraction(box.low) == fraction(box.width())
        assert box.is_point() == (fraction(box.width()) == 0)
    else:
        assert box.width() == INFINITY
        assert not box.is_point()


@given(numbers(), st.integers(1, 9))
def test_intervals_are_equal_when_their_numbers_are(number: Rational, factor: int) -> None:
    same = point((number[0] * factor, number[1] * factor))
    assert point(number) == same
    assert hash(point(number)) == hash(same)


def test_an_infinite_end_is_open() -> None:
    assert EVERYTHING == closed(NEGATIVE_INFINITY, INFINITY)
    assert EVERYTHING.low_open
    assert EVERYTHING.high_open
    assert NON_NEGATIVE.high_open
    assert not NON_NEGATIVE.low_open


def test_touching_intervals_are_disjoint_unless_both_are_closed() -> None:
    left, right = closed((0, 1), (2, 2)), closed((1, 1), (5, 1))
    assert point((1, 1)) == interval.intersect(left, right)
    assert interval.disjoint(left, Interval((1, 1), (5, 1), low_open=True))


def test_reversed_ends_are_refused() -> None:
    with pytest.raises(ValueError, match="above"):
        closed((2, 1), (3, 2))
