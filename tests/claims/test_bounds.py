"""Bounds against an oracle on `fractions` that follows the words of the language's page."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.bounds import bounds_of
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval
from factcheck.values.rational import parse_decimal
from factcheck.vocabulary.hedges import parse_hedge
from factcheck.vocabulary.model import Hedge

INFINITE = None
End = Fraction | None
"""None is an end without a number."""

POLICY = {"": None, "about": "10%", "nearly": ["-10%", "0%"], "over": ["0%", "20%"], "as": "0%"}

EXAMPLES = [
    # value, to, relation, hedge, decimals, non-negative, what is allowed
    ("23000000000", "", "eq", "", -9, True, "[22500000000, 23500000000]"),
    ("0.125", "", "eq", "", 3, True, "[0.1245, 0.1255]"),
    ("12", "", "eq", "", None, True, "[12, 12]"),
    ("12", "", "eq", "", 0, True, "[11.5, 12.5]"),
    ("30", "", "gt", "", 0, True, "(30, inf)"),
    ("30", "", "ge", "", 0, True, "[30, inf)"),
    ("30", "", "lt", "", 0, False, "(-inf, 30)"),
    ("30", "", "lt", "", 0, True, "[0, 30)"),
    ("30", "", "le", "", 0, True, "[0, 30]"),
    ("0", "", "gt", "", None, True, "(0, inf)"),
    ("0", "", "le", "", None, True, "[0, 0]"),
    ("-5", "", "gt", "", None, True, "[0, inf)"),
    ("100", "", "eq", "about", None, True, "[90, 110]"),
    ("100", "", "eq", "about", -2, True, "[50, 150]"),
    ("100", "", "eq", "nearly", -1, True, "[90, 100]"),
    ("100", "", "eq", "nearly", -2, True, "[50, 100]"),
    ("-100", "", "eq", "nearly", 0, False, "[-100, -90]"),
    ("-100", "", "eq", "about", 0, False, "[-110, -90]"),
    ("100", "", "eq", "over", 0, False, "[100, 120]"),
    ("-100", "", "eq", "over", 0, False, "[-120, -100]"),
    ("0", "", "eq", "about", 0, False, "[-0.5, 0.5]"),
    ("0", "", "eq", "about", 0, True, "[0, 0.5]"),
    ("0", "", "eq", "nearly", 0, False, "[-0.5, 0]"),
    ("100", "", "eq", "as", 0, False, "[100, 100]"),
    ("100", "", "gt", "about", None, True, "(90, inf)"),
    ("100", "", "lt", "about", None, True, "[0, 110)"),
    ("100", "", "le", "about", None, False, "(-inf, 110]"),
    ("100", "", "gt", "nearly", None, True, "(90, inf)"),
    ("100", "", "lt", "nearly", None, True, "[0, 100)"),
    ("-100", "", "gt", "nearly", None, False, "(-100, inf)"),
    ("-100", "", "lt", "nearly", None, False, "(-inf, -90)"),
    ("91", "93", "eq", "", 0, True, "[90.5, 93.5]"),
    ("91", "93", "eq", "about", 0, True, "[81.9, 102.3]"),
    ("91", "93", "eq", "nearly", 0, True, "[81.9, 93]"),
    ("-3", "2", "eq", "about", None, False, "[-3.3, 2.2]"),
    ("0.2", "0.4", "eq", "", 0, True, "[0, 0.9]"),
    ("100000000000", "", "order", "", None, True, "[100000000000, 1000000000000)"),
    ("100000000000", "", "order", "about", -11, True, "[100000000000, 1000000000000)"),
    ("", "", "eq", "", None, False, "(-inf, inf)"),
    ("", "", "eq", "", None, True, "[0, inf)"),
]


def shown(bounds: Interval) -> str:
    low = f"{'(' if bounds.low_open else '['}{_end(bounds.low)}"
    return f"{low}, {_end(bounds.high)}{')' if bounds.high_open else ']'}"


def _end(end: tuple[int, int]) -> str:
    if not end[1]:
        return "inf" if end[0] > 0 else "-inf"
    text = f"{float(Fraction(*end)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def hedge_of(name: str) -> Hedge | None:
    hedge = parse_hedge(POLICY[name]) if name else None
    assert hedge is None or isinstance(hedge, Hedge)
    return hedge


@pytest.mark.parametrize(
    ("value", "value_to", "relation", "hedge", "decimals", "non_negative", "expected"), EXAMPLES
)
def test_words_allow_these_numbers(
    value: str,
    value_to: str,
    relation: str,
    hedge: str,
    decimals: int | None,
    non_negative: bool,  # noqa: FBT001
    expected: str,
) -> None:
    bounds = bounds_of(
        parse_decimal(value),
        parse_decimal(value_to),
        relation,
        hedge_of(hedge),
        decimals,
        non_negative=non_negative,
    )
    assert expected == shown(bounds)


def sides(value: Fraction, hedge: str, half: Fraction) -> tuple[Fraction, Fraction]:
    """The ends of one printed number under rounding and hedge."""
    if not hedge:
        return value - half, value + half
    share = {"about": (-10, 10), "nearly": (-10, 0), "over": (0, 20), "as": (0, 0)}[hedge]
    moved = [value * (100 + percent) / 100 for percent in share]
    still = [percent == 0 for percent in share]
    if value < 0:
        moved, still = moved[::-1], still[::-1]
    low = value if still[0] else min(moved[0], value - half)
    high = value if still[1] else max(moved[1], value + half)
    return low, high


def oracle(
    value: Fraction, value_to: Fraction | None, relation: str, hedge: str, decimals: int | None
) -> tuple[End, End]:
    """The two ends, before a non-negative metric cuts them."""
    if relation == "order":
        return value, value * 10
    if relation != "eq":
        low, high = sides(value, hedge, Fraction(0))
        return (low, INFINITE) if relation[0] == "g" else (INFINITE, high)
    half = Fraction(0) if decimals is None else Fraction(10) ** -decimals / 2
    last = value if value_to is None else value_to
    return sides(value, hedge, half)[0], sides(last, hedge, half)[1]


NUMBERS = st.one_of(st.integers(-30, 30).map(Fraction), st.fractions(-99, 99, max_denominator=40))


@given(
    value=NUMBERS,
    width=st.none() | NUMBERS.map(abs),
    relation=st.sampled_from(["eq", "gt", "ge", "lt", "le", "order"]),
    hedge=st.sampled_from(sorted(POLICY)),
    decimals=st.none() | st.integers(-3, 3),
    non_negative=st.booleans(),
)
def test_bounds_are_those_of_the_oracle(
    *,
    value: Fraction,
    width: Fraction | None,
    relation: str,
    hedge: str,
    decimals: int | None,
    non_negative: bool,
) -> None:
    if relation == "order":
        value = abs(value) + 1
    value_to = value + width if relation == "eq" and width is not None else None
    low, high = oracle(value, value_to, relation, hedge, decimals)
    low_open, high_open = (
        relation == "gt" or low is None,
        relation in {"lt", "order"} or high is None,
    )
    empty = high is not None and (high < 0 or (high == 0 and high_open))
    if non_negative and not empty and (low is None or low < 0):
        low, low_open = Fraction(0), False
    expected = Interval(
        (-1, 0) if low is None else low.as_integer_ratio(),
        (1, 0) if high is None else high.as_integer_ratio(),
        low_open,
        high_open,
    )
    end = None if value_to is None else value_to.as_integer_ratio()
    number = value.as_integer_ratio()
    actual = bounds_of(number, end, relation, hedge_of(hedge), decimals, non_negative=non_negative)
    assert expected == actual


@given(NUMBERS, st.sampled_from(sorted(POLICY)), st.none() | st.integers(-3, 3))
def test_a_printed_number_lies_in_its_bounds(
    value: Fraction, hedge: str, decimals: int | None
) -> None:
    number = value.as_integer_ratio()
    bounds = bounds_of(number, None, "eq", hedge_of(hedge), decimals, non_negative=False)
    assert bounds.contains(number)


def test_no_number_is_everything() -> None:
    assert EVERYTHING == bounds_of(None, None, "eq", None, None, non_negative=False)
    assert NON_NEGATIVE == bounds_of(None, None, "eq", None, None, non_negative=True)
