"""Exchange rates against an oracle that looks at one day after the other."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.values import interval
from factcheck.values.interval import Interval, closed, point
from factcheck.vocabulary.exchange import MAX_UNCOVERED_DAYS, Exchange
from factcheck.vocabulary.model import Rate

FIRST = date(2025, 1, 1)
CURRENCIES = ("CNY", "EUR", "USD")


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Rate, ...]:
    """A handful of rates over some forty days: single days, weeks, months, with gaps."""
    rows = draw(
        st.lists(
            st.tuples(
                st.permutations(CURRENCIES),
                st.integers(0, 40),
                st.sampled_from([0, 0, 0, 6, 13, 29]),
                st.integers(1, 9),
                st.integers(0, 2),
            ),
            max_size=8,
        )
    )
    return tuple(
        Rate(
            f"r{number}",
            pair[0],
            pair[1],
            after(start),
            after(start + length),
            (low, 1),
            (low + width, 1),
            None,
            number + 2,
        )
        for number, (pair, start, length, low, width) in enumerate(rows)
    )


def of_day(rows: list[Rate], day: date) -> list[Rate]:
    """The shortest rows that cover a day, else those that ended last before it, not long ago."""
    covering = [row for row in rows if row.start <= day <= row.end]
    if covering:
        least = min(row.end - row.start for row in covering)
        return [row for row in covering if row.end - row.start == least]
    for back in range(1, MAX_UNCOVERED_DAYS + 1):
        ended = [row for row in rows if row.end == day - timedelta(days=back)]
        if ended:
            return ended
    return []


def speaking(rows: list[Rate], start: date, end: date) -> list[Rate]:
    exact = [row for row in rows if (row.start, row.end) == (start, end)]
    if exact:
        return exact
    found: list[Rate] = []
    day = start
    while day <= end:
        best = of_day(rows, day)
        if not best:
            return []
        found += best
        day += timedelta(days=1)
    return found


def hull(rows: Iterable[Rate]) -> Interval:
    listed = list(rows)
    low = min(listed, key=lambda row: row.lower[0]).lower
    return closed(low, max(listed, key=lambda row: row.upper[0]).upper)


def one_step(
    table: Iterable[Rate], pair: tuple[str, str], days: tuple[date, date]
) -> Interval | None:
    listed = list(table)
    own = speaking([row for row in listed if (row.from_unit, row.to_unit) == pair], *days)
    if own:
        return hull(own)
    opposite = speaking([row for row in listed if (row.to_unit, row.from_unit) == pair], *days)
    return interval.divide(point((1, 1)), hull(opposite)) if opposite else None


def expected(
    table: Iterable[Rate], pair: tuple[str, str], days: tuple[date, date]
) -> Interval | None:
    direct = one_step(table, pair, days)
    if direct is not None:
        return direct
    (third,) = set(CURRENCIES) - set(pair)
    first, second = (
        one_step(table, (pair[0], third), days),
        one_step(table, (third, pair[1]), days),
    )
    return interval.multiply(first, second) if first and second else None


@settings(max_examples=3 * settings().max_examples)
@given(
    table=tables(),
    pair=st.permutations(CURRENCIES).map(lambda one: (one[0], one[1])),
    start=st.integers(-3, 60),
    length=st.sampled_from([0, 0, 1, 6, 30, 89]),
)
def test_the_rate_of_any_days(
    table: tuple[Rate, ...], pair: tuple[str, str], start: int, length: int
) -> None:
    days = after(start), after(start + length)
    found = Exchange(table).rate(*pair, *days)
    assert (found and found.bounds) == expected(table, pair, days)
    if found is not None:
        assert (found.from_unit, found.to_unit, found.start, found.end) == (*pair, *days)


@given(table=tables(), start=st.integers(0, 40))
def test_the_order_of_rows_does_not_matter(table: tuple[Rate, ...], start: int) -> None:
    days = after(start), after(start + 5)
    assert Exchange(table).rate("USD", "CNY", *days) == Exchange(table[::-1]).rate(
        "USD", "CNY", *days
    )
