"""Whole numbers of times: how long they are, and where in the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from factcheck.values import period as periods
from factcheck.values.period import Period

_FUNCTIONS: Final[Mapping[str, Callable[[Period], int | None]]] = {
    "ordinal": lambda time: time.start.toordinal(),
    "days": periods.days,
    "months": periods.whole_months,
    "years": periods.whole_years,
    "weekday": periods.weekday,
}


def number_of(function: str, time: Period) -> int | None:
    """days, months, years, weekday or ordinal of a time; None where it has none."""
    return _FUNCTIONS[function](time)
