"""What is known of the range of a term."""

from __future__ import annotations

from factcheck.records import Record, frozen
from factcheck.values.interval import Interval


@frozen
class Range(Record):
    """All numbers a term may be; `exact` when every one of them is reached by some choice."""

    bounds: Interval
    exact: bool
