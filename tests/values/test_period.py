from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import period as periods_
from factcheck.values.period import Period, canonical_text, day, parse_period, span
from tests.strategies import dates, known_period, month_periods, periods


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
        ("2025-H1", date(2025, 1, 1), date(2025, 6, 30), "half"),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31), "half"),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30), "quarter"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
        ("2025-12-23", date(2025, 12, 23), date(2025, 12, 23), "day"),
        ("2023/2025", date(2023, 1, 1), date(2025, 12, 31), "span"),
        ("2025-Q2/2025-Q3", date(2025, 4, 1), date(2025, 9, 30), "span"),
        ("2025-12-23/2026", date(2025, 12, 23), date(2026, 12, 31), "span"),
    ],
)
def test_a_text_names_its_days(text: str, start: date, end: date, kind: str) -> None:
    assert (start, end, kind, text) == as_tuple(known_period(text))


def as_tuple(period: Period) -> tuple[date, date, str, str]:
    return period.start, period.end, period.kind, period.text


@pytest.mark.parametrize(
    "text",
    [
        *("", "26", "02026", "0000", "2025-00", "2025-13", "2025-Q0", "2025-Q5", "2025-H3"),
        *("2025-q1", "2025Q1", "2025-1", "2025-02-29", "2025-02-30", "2025-12-00", "-2025"),
        *("2026/2025", "2025/", "/2025", "/", "2025/2026/2027", "2025-Q1-01", "2025-12-23T00"),
        *(" 2025", "2025 ", "2025\n", "２０２５", "٢٠٢٥", "2025-１2", "FY2025", "2025–2026"),
    ],
)
def test_what_names_no_period_is_not_read(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("2025-H1", "2025-01/2025-06", "half"),
        ("2025-Q1/2025-Q4", "2025", "year"),
        ("2025/2025", "2025-01-01/2025-12-31", "year"),
        ("2025-02-01/2025-02-28", "2025-02", "month"),
        ("2025-12-23/2025-12-23", "2025-12-23", "day"),
        ("2025-10/2025-12", "2025-Q4", "quarter"),
    ],
)
def test_periods_of_the_same_days_are_equal_and_of_one_kind(
    one: str, other: str, kind: str
) -> None:
    left, right = known_period(one), known_period(other)
    assert left == right
    assert hash(left) == hash(right)
    assert {left.kind, right.kind} == {kind}
    assert canonical_text(left) == canonical_text(right)


@given(periods, periods)
def test_equality_and_order_are_those_of_the_days(one: Period, other: Period) -> None:
    assert ((one.start, one.end) == (other.start, other.end)) == (one == other)
    assert ((one.start, one.end) < (other.start, other.end)) == (one < other)


@given(periods)
def test_the_canonical_text_reads_back_as_the_same_days(period: Period) -> None:
    text = canonical_text(period)
    again = known_period(text)
    assert period == again
    assert period.kind == again.kind
    assert text == again.text


@pytest.mark.parametrize(
    "text",
    [
        *("2026", "2025-H1", "2025-Q3", "2025-10", "2025-12-23", "2023/2025", "2025-02/2025-04"),
        *("2025-H2/2026-H1", "2025-Q1/2025-Q3", "2025-01-15/2025-02-03", "0001/9999"),
    ],
)
def test_the_canonical_text_is_the_shortest(text: str) -> None:
    first_to_last = span(known_period(text).start, known_period(text).end)
    assert text == canonical_text(first_to_last)
    assert text == first_to_last.text


@given(dates)
def test_every_day_is_a_period(date_: date) -> None:
    period = day(date_)
    assert period == known_period(date_.isoformat())
    assert period.kind == "day"
    assert periods_.days(period) == 1
    assert date_.isoweekday() == periods_.weekday(period)


@given(periods)
def test_days_are_counted_from_the_first_to_the_last(period: Period) -> None:
    last = period.start + timedelta(days=periods_.days(period) - 1)
    assert period.end == last


@given(month_periods())
def test_only_days_have_a_weekday(period: Period) -> None:
    assert periods_.weekday(period) is None


def test_a_reversed_span_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        span(date(2025, 1, 2), date(2025, 1, 1))


@given(st.text(max_size=12))
def test_every_text_is_read_or_refused(text: str) -> None:
    period = parse_period(text)
    assert period is None or period.text == text
