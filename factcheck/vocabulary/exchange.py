"""Dated exchange rates: which rows of the table speak for a currency pair over some days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from factcheck.records import Factory, Record, define, frozen
from factcheck.values import rational
from factcheck.values.interval import Interval, closed, divide, hull, multiply, point
from factcheck.vocabulary.model import Rate

MAX_UNCOVERED_DAYS: Final = 7
"""Weekends and holidays: the row before stands in for so many days."""


@frozen
class ExchangeRate(Record):
    """One `from_unit` was `bounds` of `to_unit` over the days; the rows it was read from."""

    from_unit: str
    to_unit: str
    start: date
    end: date
    bounds: Interval
    rows: tuple[str, ...]

    def __hash__(self) -> int:
        return hash((self.from_unit, self.to_unit, self.start, self.end))


@define
class Exchange:
    """The rates of a package, looked up once for each pair and days."""

    rates: tuple[Rate, ...]
    _found: dict[tuple[str, str, date, date], ExchangeRate | None] = Factory(dict)
    _pairs: dict[tuple[str, str], list[Rate]] | None = None

    def rate(self, from_unit: str, to_unit: str, start: date, end: date) -> ExchangeRate | None:
        """The rate over the days as an interval, or None when the table does not say.

        The row of exactly these days; else the hull of the shortest rows that cover them; else the
        inverse of the opposite rows; else two steps through a third currency.
        """
        key = (from_unit, to_unit, start, end)
        if key not in self._found:
            self._found[key] = self._step(*key) or self._two_steps(*key)
        return self._found[key]

    def _rows(self, from_unit: str, to_unit: str) -> list[Rate]:
        if self._pairs is None:
            self._pairs = {}
            for rate in self.rates:
                self._pairs.setdefault((rate.from_unit, rate.to_unit), []).append(rate)
        return self._pairs.get((from_unit, to_unit), [])

    def _step(self, from_unit: str, to_unit: str, start: date, end: date) -> ExchangeRate | None:
        rows = _speaking(self._rows(from_unit, to_unit), start, end)
        if rows:
            return _read(from_unit, to_unit, start, end, rows)
        rows = _speaking(self._rows(to_unit, from_unit), start, end)
        if not rows:
            return None
        opposite = _read(to_unit, from_unit, start, end, rows)
        bounds = divide(point(rational.ONE), opposite.bounds)
        if bounds is None:
            return None
        return ExchangeRate(from_unit, to_unit, start, end, bounds, opposite.rows)

    def _two_steps(
        self, from_unit: str, to_unit: str, start: date, end: date
    ) -> ExchangeRate | None:
        """The hull over the third currencies that lead from one to the other."""
        found: ExchangeRate | None = None
        thirds = {unit for rate in self.rates for unit in (rate.from_unit, rate.to_unit)}
        for third in sorted(thirds - {from_unit, to_unit}):
            first = self._step(from_unit, third, start, end)
            second = first and self._step(third, to_unit, start, end)
            if first is None or second is None:
                continue
            bounds = multiply(first.bounds, second.bounds)
            rows = (*first.rows, *second.rows)
            if found is not None:
                bounds, rows = hull(found.bounds, bounds), (*found.rows, *rows)
            found = ExchangeRate(from_unit, to_unit, start, end, bounds, rows)
        return found


def _read(
    from_unit: str, to_unit: str, start: date, end: date, rows: Iterable[Rate]
) -> ExchangeRate:
    ordered = sorted(rows, key=lambda rate: (rate.start, rate.end, rate.id))
    bounds = closed(ordered[0].lower, ordered[0].upper)
    for rate in ordered[1:]:
        bounds = hull(bounds, closed(rate.lower, rate.upper))
    ids = tuple(dict.fromkeys(rate.id for rate in ordered))
    return ExchangeRate(from_unit, to_unit, start, end, bounds, ids)


def _speaking(rows: list[Rate], start: date, end: date) -> list[Rate]:
    """The rows of exactly these days, else the shortest that cover each of them, else none."""
    exact = [rate for rate in rows if rate.start == start and rate.end == end]
    if exact or not rows:
        return exact
    day, last = start.toordinal(), end.toordinal()
    near = [
        _Row(rate.start.toordinal(), rate.end.toordinal(), rate)
        for rate in rows
        if rate.end.toordinal() >= day - MAX_UNCOVERED_DAYS - 1 and rate.start <= end
    ]
    chosen: dict[str, Rate] = {}
    while day <= last:
        covering = [row for row in near if row.start <= day <= row.end]
        shortest = min((row.end - row.start for row in covering), default=0)
        best = [row for row in covering if row.end - row.start == shortest]
        best = best or _just_before(near, day)
        if not best:
            return []
        chosen.update((row.rate.id, row.rate) for row in best)
        day = _next_change(near, day, last) if covering else day + 1
    return list(chosen.values())


@frozen
class _Row:
    """A rate with its days as ordinals: the calendar ends, and counting does not."""

    start: int
    end: int
    rate: Rate


def _just_before(rows: list[_Row], day: int) -> list[_Row]:
    """The rows that ended last before an uncovered day, when that is not too long ago."""
    last = max((row.end for row in rows if row.end < day), default=None)
    if last is None or day - last > MAX_UNCOVERED_DAYS:
        return []
    return [row for row in rows if row.end == last]


def _next_change(rows: list[_Row], day: int, last: int) -> int:
    """The next day on which other rows may speak."""
    changes = [row.start for row in rows if row.start > day]
    changes += [row.end + 1 for row in rows if row.end >= day]
    return min(changes, default=last + 1)
