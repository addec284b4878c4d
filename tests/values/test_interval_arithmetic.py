"""Every operation against numbers: none escapes, closed ends are reached, open ones approached."""

from collections.abc import Callable, Iterable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.values import interval, rational
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval, closed, point
from factcheck.values.rational import INFINITY, Rational
from tests.strategies import finite_ends, fraction, intervals, numbers, numbers_in, pair

Operation = Callable[[Interval, Interval], Interval | None]
Oracle = Callable[[Fraction, Fraction], Fraction]

NEAR = Fraction(1, 10**9)
CLOSE = Fraction(1, 10**3)
FAR = 10**5

OPERATIONS = pytest.mark.parametrize(
    ("operation", "oracle"),
    [
        pytest.param(interval.add, Fraction.__add__, id="add"),
        pytest.param(interval.subtract, Fraction.__sub__, id="subtract"),
        pytest.param(interval.multiply, Fraction.__mul__, id="multiply"),
        pytest.param(interval.divide, Fraction.__truediv__, id="divide"),
        pytest.param(interval.minimum, min, id="minimum"),
        pytest.param(interval.maximum, max, id="maximum"),
    ],
)


def samples(box: Interval) -> list[Fraction]:
    """The closed ends, numbers close to the open ones, zero, and the middle."""
    low, high = finite_ends(box)
    candidates = {low, high, low + NEAR, high - NEAR, Fraction(0), (low + high) / 2}
    return [number for number in candidates if box.contains(pair(number))]


def assert_exactly_around(result: Interval, values: Iterable[Fraction]) -> None:
    """The values lie inside, reach the closed ends, and come close to the open ones."""
    reached = set(values)
    assert all(result.contains(pair(value)) for value in reached)
    assert_reached(result.low, min(reached), is_open=result.low_open)
    assert_reached(result.high, max(reached), is_open=result.high_open)


def assert_reached(end: Rational, nearest: Fraction, *, is_open: bool) -> None:
    if not rational.is_finite(end):
        assert is_open
        assert nearest * rational.sign(end) > FAR
    elif is_open:
        assert 0 < abs(nearest - fraction(end)) < CLOSE
    else:
        assert fraction(end) == nearest


@OPERATIONS
@given(data=st.data(), left=intervals(), right=intervals())
def test_no_number_escapes(
    operation: Operation, oracle: Oracle, data: st.DataObject, left: Interval, right: Interval
) -> None:
    result = operation(left, right)
    assume(result is not None)
    assert result is not None
    one, other = data.draw(numbers_in(left)), data.draw(numbers_in(right))
    assert result.contains(pair(oracle(fraction(one), fraction(other))))


@OPERATIONS
@given(left=intervals(), right=intervals())
def test_ends_are_reached_or_approached(
    operation: Operation, oracle: Oracle, left: Interval, right: Interval
) -> None:
    result = operation(left, right)
    assume(result is not None)
    assert result is not None
    values = [oracle(one, other) for one in samples(left) for other in samples(right)]
    assert_exactly_around(result, values)


@given(intervals(), intervals())
def test_a_quotient_is_refused_exactly_where_the_divisor_can_be_zero(
    left: Interval, right: Interval
) -> None:
    assert right.contains((0, 1)) == (interval.divide(left, right) is None)


@given(intervals(), st.integers(0, 5))
def test_powers_are_exact(operand: Interval, exponent: int) -> None:
    result = interval.power(operand, exponent)
    assert result is not None
    assert_exactly_around(result, [number**exponent for number in samples(operand)])


@given(intervals(), st.integers(1, 4))
def test_negative_powers_are_exact_away_from_zero(operand: Interval, exponent: int) -> None:
    result = interval.power(operand, -exponent)
    assert operand.contains_zero() == (result is None)
    if result is not None:
        assert_exactly_around(result, [1 / number**exponent for number in samples(operand)])


@given(intervals())
def test_absolute_values_are_exact(operand: Interval) -> None:
    assert_exactly_around(interval.absolute(operand), map(abs, samples(operand)))


@given(intervals(), numbers())
def test_scaling_is_multiplication_by_a_point(operand: Interval, factor: Rational) -> None:
    assert interval.multiply(operand, point(factor)) == interval.scale(operand, factor)


@given(intervals(), intervals())
def test_a_difference_is_the_sum_with_the_opposite(left: Interval, right: Interval) -> None:
    assert interval.add(left, interval.negate(right)) == interval.subtract(left, right)


@given(intervals(), intervals())
def test_sums_and_products_do_not_depend_on_order(left: Interval, right: Interval) -> None:
    for operation in (interval.add, interval.multiply, interval.minimum, interval.maximum):
        assert operation(left, right) == operation(right, left)


@given(intervals(), intervals(), intervals(infinite=False))
def test_narrower_operands_give_narrower_results(
    left: Interval, right: Interval, cut: Interval
) -> None:
    inner = interval.intersect(left, cut)
    assume(inner is not None)
    assert inner is not None
    for operation in (interval.add, interval.subtract, interval.multiply):
        wide, narrow = operation(left, right), operation(inner, right)
        assert narrow == interval.intersect(wide, narrow)


ZERO_TO_TWO = closed((0, 1), (2, 1))


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        (point((0, 1)), Interval((0, 1), (5, 1), low_open=True, high_open=True), point((0, 1))),
        (point((0, 1)), EVERYTHING, point((0, 1))),
        (EVERYTHING, point((0, 1)), point((0, 1))),
        (
            ZERO_TO_TWO,
            Interval((1, 1), (3, 1), low_open=True, high_open=True),
            Interval((0, 1), (6, 1), high_open=True),
        ),
        (
            closed((-2, 1), (2, 1)),
            Interval((-3, 1), (3, 1), low_open=True),
            closed((-6, 1), (6, 1)),
        ),
        (NON_NEGATIVE, NON_NEGATIVE, NON_NEGATIVE),
        (
            Interval((0, 1), (1, 1), low_open=True),
            Interval((2, 1), INFINITY),
            Interval((0, 1), INFINITY, low_open=True),
        ),
    ],
)
def test_a_closed_zero_is_reached_whatever_the_other_ends_are(
    left: Interval, right: Interval, product: Interval
) -> None:
    assert product == interval.multiply(left, right)


def test_a_divisor_open_at_zero_leads_to_infinity() -> None:
    divisor = Interval((0, 1), (5, 1), low_open=True)
    assert Interval((1, 5), INFINITY) == interval.divide(closed((1, 1), (2, 1)), divisor)
    assert point((0, 1)) == interval.divide(point((0, 1)), divisor)
