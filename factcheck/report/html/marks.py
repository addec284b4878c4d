"""What stands on the strip of one row: a bar between two ends, or a point."""

from __future__ import annotations

from typing import Final

from factcheck.records import Record, frozen
from factcheck.report.html.scale import Scale
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.rational import Rational

CLOSED: Final = "closed"
OPEN: Final = "open"
ENDLESS: Final = "endless"


@frozen
class Bar(Record):
    """An interval on a scale, in percent of the width; a point has both ends in one place."""

    start: str
    end: str
    low: str
    """closed, open (a number that is left out) or endless (drawn as an arrow)."""
    high: str

    @property
    def is_point(self) -> bool:
        """Whether it is a single number."""
        return self.start == self.end and self.low == self.high == CLOSED


def bar(scale: Scale, bounds: Interval) -> Bar:
    """The interval as it is drawn."""
    return Bar(
        percent(scale.at(bounds.low)),
        percent(scale.at(bounds.high)),
        _end(bounds.low, is_open=bounds.low_open),
        _end(bounds.high, is_open=bounds.high_open),
    )


def _end(end: Rational, *, is_open: bool) -> str:
    if not rational.is_finite(end):
        return ENDLESS
    return OPEN if is_open else CLOSED


def outside(scale: Scale, bounds: Interval, room: Interval) -> tuple[tuple[str, str], ...]:
    """The parts of an interval that lie below and above a room, as stretches."""
    found = []
    if rational.less(bounds.low, room.low):
        found.append((bounds.low, rational.minimum(bounds.high, room.low)))
    if rational.less(room.high, bounds.high):
        found.append((rational.maximum(bounds.low, room.high), bounds.high))
    return tuple((percent(scale.at(low)), percent(scale.at(high))) for low, high in found)


def percent(place: float) -> str:
    """A place with as many digits as a screen can show: `12.35%`."""
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"
