"""What is known of the range of a term."""

from __future__ import annotations

from factcheck.values.interval import Interval
from factcheck.values.record import Record, frozen


@frozen
class Range(Record):
    """All numbers a term may be; `exact` when every one of them is reached by some choice."""

    bounds: Interval
    exact: bool
