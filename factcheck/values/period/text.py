"""Periods as text: `2026`, `2025-H1`, `2025-Q3`, `2025-10`, `2025-12-23`, and `A/B` from A to B."""

import re
from datetime import date
from typing import Final

from factcheck.values.period.days import Period, last_day, name_of, span

_NAME: Final = re.compile(r"([0-9]{4})(?:-(?:H([12])|Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")


def parse_period(text: str) -> Period | None:
    """The period that `text` names, in the years 0001 to 9999; None if none or a reversed one."""
    first, slash, last = text.partition("/")
    try:
        start, end = _bounds(first)
        if slash:
            _, end = _bounds(last)
        return span(start, end, text)
    except ValueError:
        return None


def _bounds(name: str) -> tuple[date, date]:
    """The first and last day of a name without a slash; raises ValueError when it is none."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"not a period: {name[:30]!r}")
    year = int(match[1])
    if match[5]:
        exact = date(year, int(match[4]), int(match[5]))
        return exact, exact
    first, last = _months(match)
    start = date(year, first, 1)
    return start, date(year, last, last_day(year, last))


def _months(match: re.Match[str]) -> tuple[int, int]:
    _, half, quarter, month, _ = match.groups()
    if half:
        return int(half) * 6 - 5, int(half) * 6
    if quarter:
        return int(quarter) * 3 - 2, int(quarter) * 3
    return (int(month), int(month)) if month else (1, 12)


def canonical_text(period: Period) -> str:
    """The one text that all equal periods share, and that reads back as the same days."""
    return name_of(period.start, period.end)
