"""The period itself: a first and a last day, and the kind that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from factcheck.records import Record, field, frozen

MONTHS_OF: Final[Mapping[str, int]] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
"""The kinds that are made of months, longest first, with how many."""

_FEBRUARY: Final = 2
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@frozen
class Period(Record):
    """The days from `start` to `end`, both included; equal and ordered by these two alone."""

    start: date
    end: date
    kind: str = field(eq=False)
    text: str = field(eq=False)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Period:
            return NotImplemented
        return self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __lt__(self, other: Period) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: Period) -> bool:
        return (self.start, self.end) <= (other.start, other.end)


def is_month_end(date_: date) -> bool:
    """True on the last day of a month."""
    return date_.day == last_day(date_.year, date_.month)


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == _FEBRUARY else _LENGTHS[month - 1]


def months_between(start: date, end: date) -> int | None:
    """The number of calendar months from `start` to `end`; None unless they fill whole ones."""
    if start.day != 1 or not is_month_end(end):
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def starts_part(start: date, kind: str) -> bool:
    """True when a year, half, quarter or month begins on `start`."""
    return start.day == 1 and (start.month - 1) % MONTHS_OF[kind] == 0


def ends_part(end: date, kind: str) -> bool:
    """True when a year, half, quarter or month ends on `end`."""
    return is_month_end(end) and end.month % MONTHS_OF[kind] == 0


def _kind(start: date, end: date) -> str:
    if start == end:
        return "day"
    months = months_between(start, end)
    for kind, length in MONTHS_OF.items():
        if length == months and starts_part(start, kind):
            return kind
    return "span"


def _name(date_: date, kind: str) -> str:
    """The text of the part of this kind in which the day lies."""
    year = f"{date_.year:04}"
    names = {
        "year": year,
        "half": f"{year}-H{(date_.month + 5) // 6}",
        "quarter": f"{year}-Q{(date_.month + 2) // 3}",
        "month": f"{year}-{date_.month:02}",
    }
    return names.get(kind) or date_.isoformat()


@lru_cache(maxsize=4096)
def name_of(start: date, end: date) -> str:
    """The canonical text: one name, or the first and last part of the longest kind that fits."""
    kind = _kind(start, end)
    if kind != "span":
        return _name(start, kind)
    fitting = (each for each in MONTHS_OF if starts_part(start, each) and ends_part(end, each))
    best = next(fitting, "day")
    return f"{_name(start, best)}/{_name(end, best)}"


def span(start: date, end: date, text: str | None = None) -> Period:
    """The period from `start` to `end`; raises ValueError when they are reversed."""
    if end < start:
        raise ValueError(f"a period cannot end ({end}) before it starts ({start})")
    return Period(start, end, _kind(start, end), name_of(start, end) if text is None else text)


def day(date_: date) -> Period:
    """The period of one day."""
    return Period(date_, date_, "day", date_.isoformat())
