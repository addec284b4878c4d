from collections.abc import Callable
from fractions import Fraction
from math import gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import rational
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, ONE, ZERO, Rational
from tests.strategies import fraction, large_numbers, numbers

finite = st.one_of(numbers(), large_numbers())
extended = st.one_of(finite, st.sampled_from([INFINITY, NEGATIVE_INFINITY]))
Operation = Callable[[Rational, Rational], Rational]
Oracle = Callable[[Fraction, Fraction], Fraction]


@pytest.mark.parametrize(
    ("operation", "oracle"),
    [
        (rational.add, Fraction.__add__),
        (rational.subtract, Fraction.__sub__),
        (rational.multiply, Fraction.__mul__),
        (rational.minimum, min),
        (rational.maximum, max),
    ],
)
@given(left=finite, right=finite)
def test_arithmetic_agrees_with_fractions(
    operation: Operation, oracle: Oracle, left: Rational, right: Rational
) -> None:
    result = operation(left, right)
    assert oracle(fraction(left), fraction(right)) == fraction(result)
    assert result[1] > 0


@given(finite, finite.filter(lambda value: value[0] != 0))
def test_quotients_agree_with_fractions(left: Rational, right: Rational) -> None:
    result = rational.divide(left, right)
    assert fraction(left) / fraction(right) == fraction(result)
    assert result[1] > 0


@given(numbers(), st.integers(-6, 6))
def test_powers_agree_with_fractions(base: Rational, exponent: int) -> None:
    if base[0] == 0 and exponent < 0:
        with pytest.raises(ZeroDivisionError):
            rational.power(base, exponent)
    else:
        assert fraction(base) ** exponent == fraction(rational.power(base, exponent))


@given(finite, finite)
def test_order_agrees_with_fractions(left: Rational, right: Rational) -> None:
    one, other = fraction(left), fraction(right)
    assert (one > other) - (one < other) == rational.compare(left, right)
    assert (one < other) == rational.less(left, right)
    assert (one <= other) == rational.less_equal(left, right)


@given(extended)
def test_the_infinities_are_the_extremes(value: Rational) -> None:
    assert rational.less_equal(NEGATIVE_INFINITY, value)
    assert rational.less_equal(value, INFINITY)
    assert rational.less(value, INFINITY) == (value != INFINITY)
    assert rational.compare(value, value) == 0


@given(extended, extended)
def test_infinite_sums_are_infinite_or_refused(left: Rational, right: Rational) -> None:
    infinite = {value for value in (left, right) if not rational.is_finite(value)}
    if len(infinite) > 1:
        with pytest.raises(ArithmeticError):
            rational.add(left, right)
    elif infinite:
        assert infinite == {rational.add(left, right)}


@given(extended, extended)
def test_infinite_products_have_the_sign_of_their_factors(left: Rational, right: Rational) -> None:
    product = rational.multiply(left, right)
    assert rational.sign(left) * rational.sign(right) == rational.sign(product)
    infinite = not (rational.is_finite(left) and rational.is_finite(right))
    assert (infinite and rational.sign(product) != 0) == (not rational.is_finite(product))


def test_zero_times_infinity_is_zero() -> None:
    assert rational.multiply(ZERO, INFINITY) == ZERO
    assert rational.multiply(NEGATIVE_INFINITY, ZERO) == ZERO


@given(extended)
def test_division_by_zero_is_refused(value: Rational) -> None:
    with pytest.raises(ArithmeticError):
        rational.divide(value, ZERO)


@given(finite)
def test_a_number_over_infinity_is_zero(value: Rational) -> None:
    assert rational.sign(rational.divide(value, NEGATIVE_INFINITY)) == 0


def test_infinity_over_infinity_is_refused() -> None:
    with pytest.raises(ArithmeticError):
        rational.divide(INFINITY, NEGATIVE_INFINITY)


@given(extended)
def test_reduced_values_are_equal_in_lowest_terms(value: Rational) -> None:
    reduced = rational.reduce(value)
    assert rational.compare(value, reduced) == 0
    assert gcd(*reduced) == 1


@given(st.lists(numbers(12, 9), min_size=1, max_size=400))
def test_denominators_do_not_grow_in_a_long_sum(values: list[Rational]) -> None:
    total = ZERO
    for value in values:
        total = rational.add(total, value)
    assert sum(map(fraction, values)) == fraction(total)
    assert total[1].bit_length() < 300


@given(extended)
def test_absolute_is_the_greater_of_a_value_and_its_opposite(value: Rational) -> None:
    greater = rational.maximum(value, rational.negate(value))
    assert rational.compare(greater, rational.absolute(value)) == 0


def test_the_power_of_zero_is_one_for_every_value() -> None:
    assert {rational.power(value, 0) for value in (ZERO, INFINITY, (-2, 3))} == {ONE}


def test_a_power_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(OverflowError):
        rational.power((10, 1), 10**9)


def test_whole_numbers_are_rationals() -> None:
    assert rational.from_int(-7) == (-7, 1)
