"""The axis of a picture and what is drawn on it, number by number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.html.marks import Bar, bar, outside
from factcheck.report.html.scale import Scale, scale_of
from factcheck.report.html.ticks import axis_of
from factcheck.values.interval import Interval, closed, point
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, Rational, parse_decimal


def numbers(*texts: str) -> list[Rational]:
    found = [parse_decimal(text) for text in texts]
    assert None not in found
    return [one for one in found if one is not None]


def scale(*texts: str) -> Scale:
    made = scale_of(numbers(*texts))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("low", "high", "number", "place"),
    [
        ("0", "12", "0", 100 / 14),
        ("0", "12", "6", 50),
        ("0", "12", "12", 100 - 100 / 14),
        ("0", "12", "-50", 0),
        ("0", "12", "50", 100),
        ("-3", "3", "0", 50),
        ("1", "10000", "100", 50),
        ("1e-300", "1e300", "1", 50),
    ],
)
def test_a_number_stands_at_its_place(low: str, high: str, number: str, place: float) -> None:
    assert pytest.approx(place, abs=0.01) == scale(low, high).at(*numbers(number))


@pytest.mark.parametrize(
    ("texts", "logarithmic"),
    [
        (("1", "99"), False),
        (("1", "100"), True),
        (("0", "100"), False),
        (("-1", "100"), False),
        (("0.001", "1"), True),
    ],
)
def test_orders_of_magnitude_are_drawn_on_a_logarithmic_axis(
    texts: tuple[str, ...], *, logarithmic: bool
) -> None:
    assert logarithmic == scale(*texts).logarithmic


def test_there_is_no_axis_without_a_number() -> None:
    assert scale_of([INFINITY, NEGATIVE_INFINITY]) is None


@pytest.mark.parametrize(
    ("low", "high", "unit", "caption", "labels"),
    [
        ("84500000000", "253000000000", "CNY", "billion CNY", ["100", "150", "200", "250"]),
        ("0.45", "0.55", "ratio", "", ["46%", "48%", "50%", "52%", "54%"]),
        ("1", "3", "ratio", "", ["1", "1.5", "2", "2.5", "3"]),
        (
            "18000",
            "22000",
            "CNY/chip",
            "CNY/chip",
            ["18,000", "19,000", "20,000", "21,000", "22,000"],
        ),
        ("-5", "5", "person", "person", ["−4", "−2", "0", "2", "4"]),
        (
            "1000000",
            "3000000000",
            "USD",
            "USD",
            ["1 million", "10 million", "100 million", "1 billion"],
        ),
        ("7", "7", "day", "day", ["6.6", "6.8", "7", "7.2", "7.4"]),
    ],
)
def test_an_axis_is_labelled_with_round_numbers(
    low: str, high: str, unit: str, caption: str, labels: list[str]
) -> None:
    axis = axis_of(scale(low, high), unit)
    assert (caption, labels) == (axis.caption, [tick.label for tick in axis.ticks])


@given(
    st.lists(st.fractions().map(lambda number: (number.numerator, number.denominator)), min_size=1)
)
def test_every_number_is_on_the_axis_and_few_are_labelled(found: list[Rational]) -> None:
    made = scale_of(found)
    assert made is not None
    axis = axis_of(made, "CNY")
    assert all(0 < made.at(number) < 100 for number in found)
    assert len(axis.ticks) <= 16
    assert [tick.place for tick in axis.ticks] == sorted(tick.place for tick in axis.ticks)


@pytest.mark.parametrize(
    ("bounds", "drawn"),
    [
        (closed((3, 1), (6, 1)), Bar("28.57%", "50%", "closed", "closed")),
        (Interval((3, 1), INFINITY, low_open=True), Bar("28.57%", "100%", "open", "endless")),
        (Interval(NEGATIVE_INFINITY, (6, 1)), Bar("0%", "50%", "endless", "closed")),
        (point((6, 1)), Bar("50%", "50%", "closed", "closed")),
    ],
)
def test_an_interval_is_drawn_with_its_ends(bounds: Interval, drawn: Bar) -> None:
    made = bar(scale("0", "12"), bounds)
    assert drawn == made
    assert bounds.is_point() == made.is_point


@pytest.mark.parametrize(
    ("bounds", "stretches"),
    [
        (closed((3, 1), (6, 1)), ()),
        (closed((3, 1), (9, 1)), (("50%", "71.43%"),)),
        (closed((7, 1), (9, 1)), (("57.14%", "71.43%"),)),
        (closed((-9, 1), (9, 1)), (("0%", "7.14%"), ("50%", "71.43%"))),
    ],
)
def test_what_leaves_the_room_is_marked(
    bounds: Interval, stretches: tuple[tuple[str, str], ...]
) -> None:
    assert stretches == outside(scale("0", "12"), bounds, closed((0, 1), (6, 1)))
