"""Periods: the days from a first to a last, their texts, and steps along the calendar."""

from factcheck.values.period.days import Period, day, span
from factcheck.values.period.steps import (
    contains,
    days,
    enclosing_year,
    following,
    parts,
    previous,
    shift_months,
    weekday,
    whole_months,
    whole_years,
)
from factcheck.values.period.text import canonical_text, parse_period

__all__ = [
    "Period",
    "canonical_text",
    "contains",
    "day",
    "days",
    "enclosing_year",
    "following",
    "parse_period",
    "parts",
    "previous",
    "shift_months",
    "span",
    "weekday",
    "whole_months",
    "whole_years",
]
