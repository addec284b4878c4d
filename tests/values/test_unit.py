from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import unit
from factcheck.values.unit import BaseUnit, Dimension, Unit, UnknownUnit, parse_unit
from tests.strategies import BASE_UNITS, dimensions, fraction, known_unit, unit_texts, units

ONE = known_unit("ratio")


def test_units_times_price_is_money() -> None:
    product = unit.multiply(known_unit("chip"), known_unit("CNY/chip"))
    assert known_unit("CNY") == product
    assert product.text == "CNY"


@pytest.mark.parametrize(
    ("text", "dimension", "factor", "currencies"),
    [
        ("CNY", "money", 1, (("CNY", 1),)),
        ("CNY/chip", "money/chip", 1, (("CNY", 1),)),
        ("CNY/chip/day", "money/chip/day", 1, (("CNY", 1),)),
        ("CNY/USD", "ratio", 1, (("CNY", 1), ("USD", -1))),
        ("CNY/CNY", "ratio", 1, ()),
        ("km^2", "length^2", 10**6, ()),
        ("1/day", "1/day", 1, ()),
        ("m·km×chip", "chip*length^2", 1000, ()),
        ("亿元/person", "money/person", 10**8, (("亿元", 1),)),
        ("km^-1", "1/length", Fraction(1, 1000), ()),
    ],
)
def test_a_text_gives_dimension_factor_and_currencies(
    text: str, dimension: str, factor: Fraction, currencies: tuple[tuple[str, int], ...]
) -> None:
    known = known_unit(text)
    assert text == known.text
    assert dimension == known.dimension.text()
    assert factor == fraction(known.factor)
    assert currencies == known.currencies


@pytest.mark.parametrize("text", ["%", "pp"])
def test_percent_and_percentage_points_are_hundredths(text: str) -> None:
    known = known_unit(text)
    assert fraction(known.factor) == Fraction(1, 100)
    assert known.dimension.is_dimensionless()


@pytest.mark.parametrize("dimension", ["", "ratio", "1"])
def test_a_base_unit_may_have_no_dimension(dimension: str) -> None:
    known = parse_unit("score", {"score": BaseUnit("score", dimension, (1, 1))})
    assert isinstance(known, Unit)
    assert known.dimension.is_dimensionless()


def test_all_currencies_are_money() -> None:
    known = parse_unit("JPY", {"JPY": BaseUnit("JPY", "yen", (1, 1), currency=True)})
    assert isinstance(known, Unit)
    assert known.dimension == known_unit("CNY").dimension
    assert known != known_unit("CNY")


def test_a_package_may_give_its_own_meaning_to_a_built_in_id() -> None:
    known = parse_unit("pp", {"pp": BaseUnit("pp", "piece", (1, 1))})
    assert isinstance(known, Unit)
    assert known.dimension.text() == "piece"


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("CNY/foo", "foo", 4),
        ("foo/CNY", "foo", 0),
        ("", "", 0),
        ("/day", "/day", 0),
        ("CNY//chip", "//chip", 3),
        ("CNY/chip ", " ", 8),
        ("CNY chip", " chip", 3),
        ("day/", "/", 3),
        ("m^2^2", "^2", 3),
        ("m^10", "m", 0),
        ("m^x", "^x", 1),
        ("m^٢", "^٢", 1),
    ],
)
def test_what_cannot_be_read_is_pointed_at(text: str, name: str, position: int) -> None:
    assert UnknownUnit(name, position) == parse_unit(text, BASE_UNITS)


def test_long_text_is_refused() -> None:
    assert isinstance(parse_unit("*".join(["m"] * 10_000), BASE_UNITS), UnknownUnit)


@given(st.text(max_size=20))
def test_every_text_is_read_or_pointed_at(text: str) -> None:
    known = parse_unit(text, BASE_UNITS)
    if isinstance(known, UnknownUnit):
        assert text[known.position :].startswith(known.name)


@given(units(), units(), units())
def test_products_depend_neither_on_order_nor_on_grouping(one: Unit, two: Unit, six: Unit) -> None:
    assert unit.multiply(one, two) == unit.multiply(two, one)
    left = unit.multiply(unit.multiply(one, two), six)
    assert left == unit.multiply(one, unit.multiply(two, six))


@given(units(), units())
def test_division_undoes_multiplication(one: Unit, two: Unit) -> None:
    assert one == unit.divide(unit.multiply(one, two), two)
    assert ONE == unit.divide(one, one)
    assert one == unit.multiply(one, ONE)


@given(units(), st.integers(-3, 3), st.integers(-3, 3))
def test_powers_add_up(base: Unit, one: int, two: int) -> None:
    product = unit.multiply(unit.power(base, one), unit.power(base, two))
    assert unit.power(base, one + two) == product


@given(units(), units())
def test_the_text_of_a_product_means_the_product(one: Unit, two: Unit) -> None:
    product = unit.multiply(one, two)
    assert product == known_unit(product.text)


@given(unit_texts())
def test_equal_units_are_equal_however_written(text: str) -> None:
    known = known_unit(text)
    again = known_unit(unit.multiply(known, ONE).text)
    assert known == again
    assert hash(known) == hash(again)


@given(dimensions(), dimensions())
def test_dimensions_form_a_group(one: Dimension, two: Dimension) -> None:
    assert one.multiply(two) == two.multiply(one)
    assert one == one.multiply(two).divide(two)
    assert one.divide(one).is_dimensionless()
    assert one.multiply(one) == one.power(2)
    assert one.power(-1) == Dimension().divide(one)


def test_a_dimension_is_written_like_a_unit() -> None:
    assert known_unit("day").dimension.divide(known_unit("m^2").dimension).text() == "day/length^2"
    assert Dimension().text() == "ratio"
