import sys
from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import rational
from factcheck.values.rational import MAX_DIGITS, Rational, parse_decimal
from tests.counting import calls
from tests.strategies import fraction, large_numbers, numbers

decimals = st.from_regex(
    r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-2]?[0-9]{1,2})?", fullmatch=True
)


def parsed(text: str) -> Rational:
    value = parse_decimal(text)
    assert value is not None, text
    return value


@given(decimals)
def test_decimal_text_is_read_exactly(text: str) -> None:
    assert Fraction(text) == fraction(parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "+", ".", ".5", "5.", "1.2.3", "--1", "1e", "e5", "1e+", "1e1000", "1e309"),
        *("1_000", "1,000", " 1", "1 ", "1\n", "0x10", "NaN", "inf", "∞", "½", "٣", "１", "−1"),
    ],
)
def test_what_is_not_a_plain_number_is_not_read(text: str) -> None:
    assert parse_decimal(text) is None


def test_digits_are_limited() -> None:
    assert parsed("9" * MAX_DIGITS) == (10**MAX_DIGITS - 1, 1)
    assert parse_decimal("9" * (MAX_DIGITS + 1)) is None
    assert parse_decimal("1." + "0" * MAX_DIGITS) is None
    assert parse_decimal("123", max_digits=2) is None


@pytest.mark.parametrize("text", ["1" * 10_000_000, "1e" + "9" * 10_000_000, "0." + "0" * 10**7])
def test_huge_text_is_refused_at_a_glance(text: str) -> None:
    assert calls(lambda: parse_decimal(text)) < 20
    assert parse_decimal(text) is None


@given(decimals)
def test_written_and_read_again_a_decimal_is_the_same(text: str) -> None:
    value = parsed(text)
    written = rational.to_decimal_text(value)
    assert Fraction(text) == Fraction(written)
    assert "e" not in written
    assert written == rational.to_decimal_text(rational.reduce(value))


@given(decimals)
def test_written_decimals_have_no_idle_zero(text: str) -> None:
    whole, _, places = rational.to_decimal_text(parsed(text)).lstrip("-").partition(".")
    assert whole == "0" or not whole.startswith("0")
    assert not places.endswith("0")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((85_000_000_000, 1), "85000000000"),
        ((1, 8), "0.125"),
        ((-5, 100), "-0.05"),
        ((0, 7), "0"),
        ((6, 3), "2"),
        ((1, 0), "inf"),
        ((-1, 0), "-inf"),
    ],
)
def test_decimal_text_is_plain(value: Rational, text: str) -> None:
    assert text == rational.to_decimal_text(value)


@given(numbers(100, 100))
def test_only_values_whose_decimals_end_are_written(value: Rational) -> None:
    rest = fraction(value).denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert (rest == 1) == rational.has_finite_decimal(value)
    if rest != 1:
        with pytest.raises(ValueError, match="never end"):
            rational.to_decimal_text(value)


def test_numbers_longer_than_python_converts_are_written() -> None:
    assert sys.get_int_max_str_digits() < 20_001
    assert "1" + "0" * 20_000 == rational.to_decimal_text((10**20_000, 1))


@given(st.one_of(numbers(), large_numbers()), st.integers(1, 12))
def test_short_text_is_the_nearest_with_that_many_digits(value: Rational, digits: int) -> None:
    exact = Context(prec=1000).divide(Decimal(value[0]), Decimal(value[1]))
    ends = rational.has_finite_decimal(value)
    nearest = Context(prec=digits).plus(exact)
    if ends or len(exact.as_tuple().digits) == 1000:
        assert Fraction(nearest) == Fraction(rational.to_short_text(value, digits))


@given(decimals, st.integers(1, 15))
def test_a_decimal_is_shortened_alike_however_its_fraction_is_held(text: str, digits: int) -> None:
    value = parsed(text)
    reduced = rational.reduce(value)
    short = rational.to_short_text(value, digits)
    assert short == rational.to_short_text(reduced, digits)
    size = abs(fraction(value))
    if size:
        exponent = rational.leading_exponent(rational.absolute(value))
        assert Fraction(10) ** exponent <= size < Fraction(10) ** (exponent + 1)
    told = rational.significant_digits(value)
    assert told is None or (told <= digits) == (Fraction(text) == Fraction(short))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("160500000000", "160500000000"),
        ("0.000012345", "0.00001234"),
        ("0.000012355", "0.00001236"),
        ("99995", "100000"),
        ("12345", "12340"),
        ("-2.50", "-2.5"),
        ("0", "0"),
        ("2.5e21", "2.5e21"),
        ("2.5e20", "250000000000000000000"),
        ("-3e-9", "-3e-9"),
    ],
)
def test_short_text_is_for_people(text: str, short: str) -> None:
    assert short == rational.to_short_text(parsed(text))


@given(large_numbers())
def test_floats_are_the_nearest(value: Rational) -> None:
    assert float(fraction(value)) == rational.to_float(value)


def test_floats_of_huge_values_are_infinite() -> None:
    huge = [rational.to_float(value) for value in ((10**400, 1), (-(10**400), 1), (1, 0), (-1, 0))]
    assert [float("inf"), float("-inf")] * 2 == huge
    assert rational.to_float((1, 10**400)) == 0.0
