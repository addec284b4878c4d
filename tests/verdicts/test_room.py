"""The room beside the right side of a comparison, which pictures show as a band."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.interval import EVERYTHING, Interval, closed, point
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, less_equal, parse_decimal
from factcheck.verdicts.room import Room, Tolerance, room


def interval(low: str, high: str) -> Interval:
    start, end = parse_decimal(low), parse_decimal(high)
    assert start is not None
    assert end is not None
    return closed(start, end)


def tolerance(amount: str, of: str, base: Interval | None = None) -> Tolerance:
    return Tolerance(interval(amount, amount), of, base)


RIGHT = interval("80", "100")


@pytest.mark.parametrize(
    ("operator", "possible", "sure"),
    [
        ("<=", Interval(NEGATIVE_INFINITY, (100, 1)), Interval(NEGATIVE_INFINITY, (80, 1))),
        (
            "<",
            Interval(NEGATIVE_INFINITY, (100, 1), high_open=True),
            Interval(NEGATIVE_INFINITY, (80, 1), high_open=True),
        ),
        (">=", Interval((80, 1), INFINITY), Interval((100, 1), INFINITY)),
        ("=", RIGHT, None),
    ],
)
def test_the_room_of_a_comparison(operator: str, possible: Interval, sure: Interval | None) -> None:
    assert Room(possible, sure) == room(operator, RIGHT, None)


@pytest.mark.parametrize(
    ("allowed", "low", "high"),
    [
        (tolerance("0.2", "larger"), "64", "125"),
        (tolerance("0.2", "right"), "64", "120"),
        (tolerance("0.25", "left"), "64", "133.333"),
        (tolerance("5", ""), "75", "105"),
        (tolerance("0.1", "other", interval("40", "50")), "75", "105"),
    ],
)
def test_the_room_within_a_tolerance(allowed: Tolerance, low: str, high: str) -> None:
    made = room("~=", RIGHT, allowed)
    assert made is not None
    assert interval(low, low).low[0] * made.possible.low[1] == made.possible.low[0]
    end = made.possible.high
    assert pytest.approx(float(high), rel=1e-5) == end[0] / end[1]


def test_what_is_sure_holds_for_every_number_of_the_right_side() -> None:
    made = room("~=", interval("95", "100"), tolerance("0.1", "larger"))
    assert made is not None
    assert made.sure is not None
    assert [90, 106] == [round(end[0] / end[1]) for end in (made.sure.low, made.sure.high)]


def test_nothing_is_left_out_by_unequal() -> None:
    assert room("!=", RIGHT, None) is None


def test_a_tolerance_of_all_leaves_no_room_to_draw() -> None:
    assert room("~=", RIGHT, tolerance("1", "right")) is None


def test_beside_an_unknown_number_everything_is_possible() -> None:
    made = room("~=", EVERYTHING, tolerance("0.1", "larger"))
    assert made is not None
    assert EVERYTHING == made.possible


@given(
    left=st.fractions(-100, 100),
    right=st.fractions(-100, 100),
    share=st.fractions(0, 0.99),
    of_larger=st.booleans(),
)
def test_the_band_is_where_two_numbers_are_close(  # the definition of LANGUAGE: |a − b| ≤ t × max
    left: Fraction, right: Fraction, share: Fraction, *, of_larger: bool
) -> None:
    largest = max(abs(left), abs(right)) if of_larger else abs(right)
    close = abs(left - right) <= share * largest
    amount = point((share.numerator, share.denominator))
    number = (right.numerator, right.denominator)
    made = room("~=", point(number), Tolerance(amount, "larger" if of_larger else "right"))
    assert made is not None
    at = (left.numerator, left.denominator)
    inside = less_equal(made.possible.low, at) and less_equal(at, made.possible.high)
    assert close == inside


@given(
    left=st.fractions(-100, 100),
    right=st.fractions(-100, 100).filter(bool),
    share=st.fractions(0, 0.99),
    of=st.sampled_from(["larger", "left", "right"]),
)
def test_the_quotient_lies_in_the_band_around_one_where_its_sides_are_close(
    left: Fraction, right: Fraction, share: Fraction, of: str
) -> None:
    allowed = {"left": abs(left), "right": abs(right)}.get(of, max(abs(left), abs(right)))
    close = abs(left - right) <= share * allowed
    made = room("~=", point((1, 1)), Tolerance(point((share.numerator, share.denominator)), of))
    assert made is not None
    quotient = left / right
    at = (quotient.numerator, quotient.denominator)
    inside = less_equal(made.possible.low, at) and less_equal(at, made.possible.high)
    assert close == inside
