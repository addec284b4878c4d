"""Bounds of calculated numbers as people read them, exactly: `84.5 to 85.5 billion CNY`."""

from __future__ import annotations

from factcheck.report.escape import for_terminal
from factcheck.report.figures import both_ends, number
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.verdicts.steps import NumberStep
from factcheck.verdicts.told import decimal

_LARGEST_PERCENT = (2, 1)


def amount(bounds: Interval, unit: str) -> str:
    """What a number may be, with its unit; an end that is left out is said to be."""
    percent = unit == "ratio" and _is_small(bounds)
    after = "" if unit in ("", "ratio") else f" {for_terminal(unit)}"
    low, high = (number(decimal(end), percent=percent) for end in (bounds.low, bounds.high))
    if bounds.is_point():
        return low + after
    if not rational.is_finite(bounds.low):
        if not rational.is_finite(bounds.high):
            return "any number" + after
        return ("below " if bounds.high_open else "at most ") + high + after
    if not rational.is_finite(bounds.high):
        return ("above " if bounds.low_open else "at least ") + low + after
    if bounds.low_open or bounds.high_open:
        start = f"above {low}" if bounds.low_open else low
        return f"{start} to {'below ' if bounds.high_open else ''}{high}{after}"
    return both_ends(low, high) + after


def number_text(step: NumberStep, loose: str) -> str:
    """What a step of a check comes to; `loose` is added where the bounds are wide."""
    if step.bounds is None:
        return f"unknown: {step.reason}"
    value = amount(step.bounds, step.unit)
    if not step.exact:
        value += loose
    return f"{value} ({step.reason})" if step.reason else value


def _is_small(bounds: Interval) -> bool:
    """Whether a ratio reads better in percent: it is below 2, and not whole, as counts are."""
    if bounds.is_point() and rational.is_finite(bounds.low) and bounds.low[0] % bounds.low[1] == 0:
        return False
    finite = [end for end in (bounds.low, bounds.high) if rational.is_finite(end)]
    return any(end[0] for end in finite) and all(
        rational.less(rational.absolute(end), _LARGEST_PERCENT) for end in finite
    )
