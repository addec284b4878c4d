"""Steps along the calendar: shifts, neighbours, parts and lengths of periods."""

from datetime import date, timedelta

from factcheck.values.period.days import (
    MONTHS_OF,
    Period,
    is_month_end,
    last_day,
    months_between,
    span,
    starts_part,
)


def shift_months(period: Period, months: int) -> Period | None:
    """Moved along the calendar; None outside the years 1 to 9999.

    A month end stays a month end; a first day or a single day clamps to its month.
    """
    sticky = period.kind != "day" and is_month_end(period.end)
    start = _shift(period.start, months, to_month_end=False)
    end = _shift(period.end, months, to_month_end=sticky)
    return None if start is None or end is None else span(start, end)


def _shift(start: date, months: int, *, to_month_end: bool) -> date | None:
    year, month_index = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    last = last_day(year, month_index + 1)
    return date(year, month_index + 1, last if to_month_end else min(start.day, last))


def _shift_days(period: Period, count: int) -> Period | None:
    try:
        step = timedelta(days=count)
        return span(period.start + step, period.end + step)
    except OverflowError:
        return None


def previous(period: Period, kind: str | None = None) -> Period | None:
    """The one before, of the same length; None outside the calendar or if not of this kind."""
    return _neighbour(period, kind, -1)


def following(period: Period, kind: str | None = None) -> Period | None:
    """The one after, of the same length; None outside the calendar or if not of this kind."""
    return _neighbour(period, kind, 1)


def _neighbour(period: Period, kind: str | None, direction: int) -> Period | None:
    if kind not in {None, period.kind}:
        return None
    months = whole_months(period)
    if months is None:
        return _shift_days(period, direction * days(period))
    return shift_months(period, direction * months)


def parts(period: Period, kind: str) -> tuple[Period, ...]:
    """The parts of a kind made of months that tile it, in order; empty if none or only itself."""
    months, length = whole_months(period), MONTHS_OF[kind]
    if months is None or months % length or months == length:
        return ()
    if not starts_part(period.start, kind):
        return ()
    return tuple(_part(period.start, index * length, length) for index in range(months // length))


def _part(start: date, first_month: int, length: int) -> Period:
    year, month_index = divmod(start.month - 1 + first_month, 12)
    year += start.year
    last_month = month_index + length
    return span(date(year, month_index + 1, 1), date(year, last_month, last_day(year, last_month)))


def contains(outer: Period, inner: Period) -> bool:
    """True when every day of `inner` is one of `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def days(period: Period) -> int:
    """The number of days."""
    return (period.end - period.start).days + 1


def whole_months(period: Period) -> int | None:
    """The number of calendar months; None unless it fills whole ones."""
    return months_between(period.start, period.end)


def whole_years(period: Period) -> int | None:
    """The number of years, from any month on; None unless it fills whole ones."""
    months = whole_months(period)
    return None if months is None or months % 12 else months // 12


def weekday(period: Period) -> int | None:
    """The day of the week, Monday 1 to Sunday 7; None unless it is a single day."""
    return period.start.isoweekday() if period.kind == "day" else None


def enclosing_year(period: Period) -> Period | None:
    """The calendar year in which it lies; None when it lies in several."""
    if period.start.year != period.end.year:
        return None
    return span(date(period.start.year, 1, 1), date(period.start.year, 12, 31))
