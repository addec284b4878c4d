"""Periods and days on one axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from factcheck.report.html.limits import ROWS_DRAWN
from factcheck.report.html.marks import CLOSED, Bar, percent
from factcheck.report.html.picture import Picture, Row
from factcheck.report.html.ticks import Tick
from factcheck.values.period import Period

Dated = tuple[str, str, str, Period]
"""What a row is called, a date beside it, what it says, and its period."""

_MOST: Final = 6
_MONTHS: Final = (1, 2, 3, 6)
_YEARS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000)
_IN_YEAR: Final = 12
_PAD: Final = 12
_LAST_YEAR: Final = 9999


def picture_of_times(title: str, dated: Sequence[Dated]) -> Picture | None:
    """The periods as bars; None where there are not two to compare."""
    if len(dated) < 2:  # noqa: PLR2004 (one alone is compared with nothing)
        return None
    first = min(one.start.toordinal() for *_, one in dated)
    last = max(one.end.toordinal() for *_, one in dated) + 1
    pad = max((last - first) // _PAD, 1)
    low, high = first - pad, last + pad
    rows = [
        Row("claim", label, day, said, _exact(period), _bar(period, low, high))
        for label, day, said, period in dated
    ]
    return Picture(
        title,
        "",
        tuple(_ticks(low, high)),
        False,  # noqa: FBT003 (time is not logarithmic)
        (),
        tuple(rows[:ROWS_DRAWN]),
        (),
        max(0, len(rows) - ROWS_DRAWN),
    )


def _exact(period: Period) -> str:
    if period.start == period.end:
        return period.start.isoformat()
    return f"{period.start.isoformat()} to {period.end.isoformat()}"


def _bar(period: Period, low: int, high: int) -> Bar:
    """From the morning of the first day to the evening of the last."""
    start, end = period.start.toordinal(), period.end.toordinal() + 1
    return Bar(_place(start, low, high), _place(end, low, high), CLOSED, CLOSED)


def _place(day: int, low: int, high: int) -> str:
    return percent(_part(day, low, high))


def _part(day: int, low: int, high: int) -> float:
    return 100 * (day - low) / (high - low)


def _ticks(low: int, high: int) -> Iterator[Tick]:
    """The beginnings of months or years, as many as can be read."""
    months = _months_apart(high - low)
    start = date.fromordinal(max(low, 1))
    month = (start.year * _IN_YEAR + start.month - 1) // months * months
    while True:
        month += months
        year = month // _IN_YEAR
        if year > _LAST_YEAR:
            return
        day = date(year, month % _IN_YEAR + 1, 1)
        if day.toordinal() > high:
            return
        label = str(year) if months % _IN_YEAR == 0 else f"{year}-{day.month:02}"
        yield Tick(_part(day.toordinal(), low, high), label)


def _months_apart(days: int) -> int:
    """So many months from tick to tick that there are few."""
    wanted = days / 30.4 / _MOST
    for months in (*_MONTHS, *(years * _IN_YEAR for years in _YEARS)):
        if months >= wanted:
            return months
    return _YEARS[-1] * _IN_YEAR
