"""The one home of Hypothesis strategies: numbers, intervals, truths, units and periods."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from factcheck.values import interval, rational
from factcheck.values.dimension import Dimension, collect
from factcheck.values.interval import Interval
from factcheck.values.period import Period, day, parse_period, span
from factcheck.values.rational import INFINITY, NEGATIVE_INFINITY, Rational
from factcheck.values.truth import Truth
from factcheck.values.unit import BaseUnit, Unit, parse_unit

BASE_UNITS = {
    "CNY": BaseUnit("CNY", "money", (1, 1), currency=True),
    "USD": BaseUnit("USD", "money", (1, 1), currency=True),
    "chip": BaseUnit("chip", "chip", (1, 1)),
    "person": BaseUnit("person", "person", (1, 1)),
    "m": BaseUnit("m", "length", (1, 1)),
    "km": BaseUnit("km", "length", (1000, 1)),
    "亿元": BaseUnit("亿元", "money", (100_000_000, 1), currency=True),
}

truths = st.sampled_from(Truth)


def numbers(bound: int = 12, denominator: int = 4) -> st.SearchStrategy[Rational]:
    """Small rationals, unreduced: zero, equal values and opposite signs come often."""
    return st.tuples(st.integers(-bound, bound), st.integers(1, denominator))


def large_numbers() -> st.SearchStrategy[Rational]:
    """Rationals of any size that claims can have, with denominators on both sides of reduction."""
    return st.tuples(st.integers(-(10**120), 10**120), st.integers(1, 10**120))


def fraction(value: Rational) -> Fraction:
    """The oracle's form of a finite rational."""
    return Fraction(*value)


def pair(value: Fraction) -> Rational:
    """Back from the oracle."""
    return (value.numerator, value.denominator)


@st.composite
def intervals(draw: st.DrawFn, *, infinite: bool = True) -> Interval:
    """Intervals with every mix of open, closed and infinite ends, points among them."""
    low, high = sorted(draw(st.tuples(numbers(), numbers())), key=fraction)
    if fraction(low) == fraction(high):
        return interval.point(low)
    ends = st.sampled_from(["open", "closed", "infinite"] if infinite else ["open", "closed"])
    lower, upper = draw(ends), draw(ends)
    return Interval(
        NEGATIVE_INFINITY if lower == "infinite" else low,
        INFINITY if upper == "infinite" else high,
        lower == "open",
        upper == "open",
    )


@st.composite
def numbers_in(draw: st.DrawFn, box: Interval) -> Rational:
    """A number of the interval: an end, zero, something between, or far out."""
    low, high = finite_ends(box)
    position = draw(st.fractions(0, 1, max_denominator=50))
    candidates = [low, high, Fraction(0), low + (high - low) * position, (low + high) / 2]
    return draw(st.sampled_from([pair(c) for c in candidates if box.contains(pair(c))]))


def finite_ends(box: Interval, far: int = 10**12) -> tuple[Fraction, Fraction]:
    """The ends as fractions, with `far` standing for infinity."""
    low = fraction(box.low) if rational.is_finite(box.low) else Fraction(-far)
    high = fraction(box.high) if rational.is_finite(box.high) else Fraction(far)
    return low, high


def dimensions() -> st.SearchStrategy[Dimension]:
    """Products of small powers of a few base dimensions."""
    names = st.sampled_from(["chip", "day", "length", "money"])
    powers = st.dictionaries(names, st.integers(-3, 3))
    return powers.map(lambda chosen: Dimension(collect((tuple(chosen.items()), 1))))


@st.composite
def unit_texts(draw: st.DrawFn) -> str:
    """Unit texts in the order and spelling of their authors."""
    ids = st.sampled_from([*BASE_UNITS, "day", "%", "pp", "ratio", "1"])
    powers = st.sampled_from(["", "", "", "^2", "^-1"])
    joints = st.sampled_from(["/", "*", "×", "·"])
    first = draw(ids) + draw(powers)
    return first + "".join(draw(st.lists(st.builds(str.__add__, joints, ids), max_size=2)))


def units() -> st.SearchStrategy[Unit]:
    """Units as packages write them."""
    return unit_texts().map(known_unit)


def known_unit(text: str) -> Unit:
    """The unit of a text that is known to be right."""
    unit = parse_unit(text, BASE_UNITS)
    assert isinstance(unit, Unit), unit
    return unit


dates = st.dates(date(1, 1, 1), date(9999, 12, 31))
inner_dates = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@st.composite
def month_periods(draw: st.DrawFn) -> Period:
    """Periods of whole months: years, halves, quarters, months and spans of them."""
    year, months = draw(st.integers(1000, 3000)), draw(st.sampled_from([1, 2, 3, 6, 12, 24, 36]))
    aligned = draw(st.booleans())
    first = draw(st.integers(0, 11))
    if aligned:
        first -= first % min(months, 12)
    last = year * 12 + first + months - 1
    text = f"{year:04}-{first + 1:02}/{last // 12:04}-{last % 12 + 1:02}"
    return known_period(text)


@st.composite
def day_periods(draw: st.DrawFn) -> Period:
    """Single days, and spans from any day to any later one."""
    start, end = sorted(draw(st.tuples(inner_dates, inner_dates)))
    return draw(st.sampled_from([day(start), span(start, end)]))


periods = st.one_of(month_periods(), day_periods())


def known_period(text: str) -> Period:
    """The period of a text that is known to be right."""
    period = parse_period(text)
    assert period is not None, text
    return period
