from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.values.period import (
    Period,
    contains,
    day,
    days,
    enclosing_year,
    following,
    parts,
    previous,
    shift_months,
    whole_months,
    whole_years,
)
from tests.strategies import dates, known_period, month_periods, periods

KINDS = ("year", "half", "quarter", "month")
kinds = st.sampled_from(KINDS)
months = st.integers(-600, 600)


def text(period: Period | None) -> str | None:
    return None if period is None else period.text


@pytest.mark.parametrize(
    ("period", "count", "shifted"),
    [
        ("2025-Q1", -3, "2024-Q4"),
        ("2025", -12, "2024"),
        ("2025", -120, "2015"),
        ("2025-Q1", -1, "2024-12/2025-02"),
        ("2024-02", 12, "2025-02"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-02-28", 1, "2025-03-28"),
        ("2025-01-15/2025-02-28", 1, "2025-02-15/2025-03-31"),
        ("2025-01-31/2025-02-10", 1, "2025-02-28/2025-03-10"),
        ("0001", -1, None),
        ("9999-12", 1, None),
        ("2025", 10**30, None),
    ],
)
def test_shifts_move_along_the_calendar(period: str, count: int, shifted: str | None) -> None:
    assert shifted == text(shift_months(known_period(period), count))


@given(month_periods(), months, months)
def test_shifts_of_whole_months_compose(period: Period, one: int, two: int) -> None:
    halfway = shift_months(period, one)
    assert halfway is not None
    assert shift_months(period, one + two) == shift_months(halfway, two)
    assert whole_months(period) == whole_months(halfway)


@given(dates, months)
def test_a_shifted_day_is_a_day(date_: date, count: int) -> None:
    shifted = shift_months(day(date_), count)
    assert shifted is None or shifted.kind == "day"


@given(periods)
def test_following_undoes_previous(period: Period) -> None:
    for step, back in ((previous, following), (following, previous)):
        neighbour = step(period)
        assume(neighbour is not None)
        assert neighbour is not None
        # 31 days before 2025-02-01/2025-03-03 lies 2025-01, and a month is followed by a month.
        assume((whole_months(period) is None) == (whole_months(neighbour) is None))
        assert period == back(neighbour)


@given(periods)
def test_neighbours_touch_and_are_as_long(period: Period) -> None:
    before = previous(period)
    assume(before is not None)
    assert before is not None
    assert period.start - timedelta(days=1) == before.end
    count = whole_months(period)
    assert days(period) == days(before) if count is None else count == whole_months(before)


@given(periods, kinds)
def test_a_step_by_kind_needs_a_period_of_that_kind(period: Period, kind: str) -> None:
    stepped = previous(period, kind)
    if period.kind == kind:
        assert stepped == previous(period)
        assert stepped is None or stepped.kind == kind
    else:
        assert stepped is None
        assert following(period, kind) is None


@pytest.mark.parametrize(
    ("period", "kind", "before"),
    [
        ("2025", "year", "2024"),
        ("2025-Q1", "quarter", "2024-Q4"),
        ("2025-H1", "half", "2024-H2"),
        ("2025-03", "month", "2025-02"),
        ("2025-01/2025-12", "year", "2024"),
        ("2025-Q1", "year", None),
        ("2024-07/2025-06", "year", None),
        ("2023/2025", None, "2020/2022"),
        ("2025-01-08/2025-01-14", None, "2025-01-01/2025-01-07"),
        ("2025-03-01", None, "2025-02-28"),
        ("0001", None, None),
        ("0001-01-01", None, None),
        ("0001-01-01/9999-12-30", None, None),
    ],
)
def test_previous_leads_to_the_one_before(
    period: str, kind: str | None, before: str | None
) -> None:
    assert before == text(previous(known_period(period), kind))


def test_nothing_follows_the_end_of_the_calendar() -> None:
    assert [None, None] == [following(known_period(each)) for each in ("9999", "9999-12-31")]


@given(periods, kinds)
def test_parts_tile_their_period(period: Period, kind: str) -> None:
    tiles = parts(period, kind)
    if tiles:
        assert (period.start, period.end) == (tiles[0].start, tiles[-1].end)
        assert {kind} == {tile.kind for tile in tiles}
        assert list(tiles[1:]) == [following(tile, kind) for tile in tiles[:-1]]
        assert all(contains(period, tile) and tile != period for tile in tiles)


@pytest.mark.parametrize(
    ("period", "kind", "tiles"),
    [
        ("2025", "quarter", ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        ("2025", "half", ["2025-H1", "2025-H2"]),
        ("2025-Q4", "month", ["2025-10", "2025-11", "2025-12"]),
        ("2023/2025", "year", ["2023", "2024", "2025"]),
        ("2025-H2/2026-H1", "half", ["2025-H2", "2026-H1"]),
        ("2025-Q2/2025-Q3", "quarter", ["2025-Q2", "2025-Q3"]),
        ("2025-Q2/2025-Q3", "half", []),
        ("2025-H2/2026-H1", "year", []),
        ("2025-Q3", "quarter", []),
        ("2025-Q3", "year", []),
        ("2025-02/2025-04", "quarter", []),
        ("2025-12-23", "month", []),
        ("2025-12-01/2026-01-15", "month", []),
    ],
)
def test_parts_are_named_as_people_name_them(period: str, kind: str, tiles: list[str]) -> None:
    assert tiles == [tile.text for tile in parts(known_period(period), kind)]


@given(periods, periods)
def test_a_period_contains_another_when_all_its_days_are_inside(
    outer: Period, inner: Period
) -> None:
    inside = outer.start <= inner.start <= inner.end <= outer.end
    assert inside == contains(outer, inner)
    assert contains(outer, outer)


@pytest.mark.parametrize(
    ("period", "month_count", "year_count", "year"),
    [
        ("2025", 12, 1, "2025"),
        ("2025-Q3", 3, None, "2025"),
        ("2023/2025", 36, 3, None),
        ("2025-04/2026-03", 12, 1, None),
        ("2025-01-02/2025-12-31", None, None, "2025"),
        ("2025-12-23", None, None, "2025"),
        ("2024-02-01/2024-02-28", None, None, "2024"),
    ],
)
def test_lengths_are_whole_or_not_at_all(
    period: str, month_count: int | None, year_count: int | None, year: str | None
) -> None:
    known = known_period(period)
    assert month_count == whole_months(known)
    assert year_count == whole_years(known)
    assert year == text(enclosing_year(known))
