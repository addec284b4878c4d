from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.figures import bounds, figure, number
from tests.report.samples import claim, found

SCALES = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0", "0"),
        ("12", "12"),
        ("2026", "2,026"),
        ("20000", "20,000"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("1234567", "1,234,567"),
        ("1500000", "1.5 million"),
        ("85500000000", "85.5 billion"),
        ("160000000000", "160 billion"),
        ("1234500000000000", "1,234.5 trillion"),
        ("-3000000", "−3 million"),
        ("0.125", "0.125"),
        ("0.50", "0.5"),
        ("1250.50", "1,250.5"),
        ("inf", "∞"),
        ("-inf", "−∞"),
        ("1/3", "1/3"),
        ("9" * 40, "999999999999999999… (40 digits)"),
    ],
)
def test_numbers_read_well(text: str, shown: str) -> None:
    assert shown == number(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("0.125", "12.5%"), ("0.5", "50%"), ("0.005", "0.5%"), ("1.25", "125%"), ("-0.1", "−10%")],
)
def test_ratios_read_as_percent(text: str, shown: str) -> None:
    assert shown == number(text, percent=True)


@given(st.integers(-(10**17), 10**17), st.integers(0, 6))
def test_no_number_is_rounded(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    sign = "-" if digits < 0 else ""
    whole, rest = divmod(abs(digits), 10**places)
    shown = number(f"{sign}{whole}.{rest:0{places}}" if places else str(digits))
    figures, _, word = shown.replace("−", "-").replace(",", "").partition(" ")
    assert value == Fraction(figures) * SCALES[word]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "160 billion CNY"),
        ({"hedge": "about"}, "about 160 billion CNY"),
        ({"relation": "gt"}, "more than 160 billion CNY"),
        ({"relation": "ge", "hedge": "about"}, "at least about 160 billion CNY"),
        ({"relation": "order"}, "on the order of 160 billion CNY"),
        ({"value_to_text": "165000000000"}, "160 to 165 billion CNY"),
        ({"value_to_text": "1200000000000"}, "160 billion to 1.2 trillion CNY"),
        ({"value_text": ""}, "no number"),
    ],
)
def test_a_figure_reads_as_it_was_printed(changes: dict[str, str], shown: str) -> None:
    assert shown == figure(claim(**changes))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("20000", "USD/chip", "20,000 USD/chip"),
        ("0.125", "ratio", "12.5%"),
        ("12", "ratio", "12"),
        ("1.57", "ratio", "1.57"),
        ("12.5", "%", "12.5%"),
        ("3", "pp", "3 pp"),
    ],
)
def test_a_unit_is_written_behind_a_figure(value: str, unit: str, shown: str) -> None:
    assert shown == figure(claim(value, unit))


@pytest.mark.parametrize(
    ("lower", "upper", "shown"),
    [
        ("160000000000", "160000000000", ""),
        ("159500000000", "160500000000", "159.5 to 160.5 billion"),
        ("950000000", "1050000000", "950 million to 1.05 billion"),
        ("160000000000", "inf", ""),
        ("144000000000", "inf", "from 144 billion"),
        ("-inf", "176000000000", "up to 176 billion"),
        ("-inf", "160000000000", ""),
    ],
)
def test_bounds_are_named_where_the_figure_does_not_say_them(
    lower: str, upper: str, shown: str
) -> None:
    assert shown == bounds(found(claim(), lower, upper))


def test_bounds_of_a_share_are_in_percent() -> None:
    assert "12.45 to 12.55%" == bounds(found(claim("0.125", "ratio"), "0.1245", "0.1255"))
