"""The range of a region from the corners of its inputs, where its extremes are known to lie there.

They do when the region is monotone in every input that stands twice, whatever the others are: the
sign of its derivative says so, or that it is a quotient of degree at most one. The inputs that
stand once are independent of all else, and remain intervals. Where an end is infinite, or a
divisor is zero at an open one, all inputs go to their ends together, along one growing ω: boxes
that end at ω, or 1/ω from an open end, have their extremes at corners and exhaust the box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import product
from typing import Final

from factcheck.records import Factory, Record, define, frozen
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, point
from factcheck.values.interval.ends import End, extreme
from factcheck.verdicts import growth, terms
from factcheck.verdicts.fraction import linear_fraction
from factcheck.verdicts.natural import pair, power
from factcheck.verdicts.regions import Region
from factcheck.verdicts.slope import slope
from factcheck.verdicts.tape import Tape

MAX_CORNERS: Final = 10
"""Inputs without a known direction: at most two to this power corners are tried."""
MAX_WORK: Final = 50_000
"""Steps taken at most over all corners of one region."""


@frozen
class Direction(Record):
    """1 where a region never falls with an input, -1 where it never rises, 0 either of these.

    `strict` when it always does one of the two, `constant` when it does neither.
    """

    sign: int
    strict: bool
    constant: bool


@frozen
class Corners(Record):
    """The range, and whether it is known of both ends that they are reached or not."""

    bounds: Interval
    exact: bool


@define
class Box:
    """A region with the ranges of its steps, inputs included."""

    tape: Tape
    region: Region
    boxes: Mapping[int, Interval]
    _on: dict[int, list[int]] = Factory(dict)

    def corners(self) -> Corners | None:
        """The range; None when the extremes may lie inside. May raise an ArithmeticError."""
        several = [one for one, places in self.region.inputs.items() if self._moves(one, places)]
        if all(self.boxes[one].is_finite() for one in several):
            found = self._at_ends(several, growing=False)
            if found is not None:
                return found
        every = [one for one in self.region.inputs if self._moves(one, 2)]
        return self._at_ends(every, growing=True)

    def _moves(self, one: int, places: int) -> bool:
        return places > 1 and not self.boxes[one].is_point()

    def _at_ends(self, inputs: list[int], *, growing: bool) -> Corners | None:
        directions: dict[int, Direction] = {}
        for one in inputs:
            direction = self._direction(one)
            if direction is None:
                return None
            directions[one] = direction
        free = [one for one in inputs if not directions[one].sign]
        if len(free) > MAX_CORNERS or len(self.region.steps) << len(free) > MAX_WORK:
            return None
        lows: list[End] = []
        highs: list[End] = []
        sure = True
        for corner, up in _choices(directions, free):
            found = self._growing(corner) if growing else self._finite(corner)
            if found is None:
                return None
            ends = self._open_ends(corner, directions)
            if any(directions[one].strict for one in ends):
                found = Interval(found.low, found.high, low_open=True, high_open=True)
            elif ends:
                inside = self._finite(corner, frozenset(ends))
                sure = sure and inside is not None and _reached(found, inside, up)
            lows += [found.lower()] * (up <= 0)
            highs += [found.upper()] * (up >= 0)
        low = reduce(lambda one, other: extreme(one, other, 1, prefer_open=False), lows)
        high = reduce(lambda one, other: extreme(one, other, -1, prefer_open=False), highs)
        if not rational.less(low[0], high[0]):
            return Corners(point(low[0]), exact=True)
        return Corners(Interval(low[0], high[0], low[1], high[1]), exact=sure)

    def _open_ends(
        self, corner: Mapping[int, int], directions: Mapping[int, Direction]
    ) -> list[int]:
        """The inputs that do not reach their end of a corner, and that matter."""
        return [
            one
            for one, side in corner.items()
            if not directions[one].constant
            and (self.boxes[one].low_open if side < 0 else self.boxes[one].high_open)
        ]

    def _direction(self, one: int) -> Direction | None:
        """None where the region may turn within the range of the input."""
        steps = self._depending(one)
        try:
            rise = slope(self.tape, steps, self.boxes, one)
        except ArithmeticError:
            rise = intervals.EVERYTHING
        if _sign(rise):
            return _direction(rise)
        fraction = linear_fraction(self.tape, steps, self.boxes, one)
        if fraction is None:
            return None
        return _direction(fraction.determinant())

    def _depending(self, one: int) -> list[int]:
        """The steps that depend on an input, each after its operands."""
        if not self._on:
            parents: dict[int, list[int]] = {}
            for step in self.region.steps:
                for operand in self.tape.operands(step):
                    parents.setdefault(operand, []).append(step)
            self._on = parents
        found: set[int] = set()
        waiting = [one]
        while waiting:
            for parent in self._on.get(waiting.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return sorted(found)

    def _finite(
        self, corner: Mapping[int, int], moved: frozenset[int] = frozenset()
    ) -> Interval | None:
        """With some inputs at their ends, or moved inside; None when a divisor may be zero."""
        values = {one: self.boxes[one] for one in self.region.inputs}
        for one, side in corner.items():
            box = self.boxes[one]
            if one in moved:
                values[one] = point(_inside(box))
            else:
                values[one] = point(box.low if side < 0 else box.high)
        try:
            for step in self.region.steps:
                values[step] = apply(self.tape, step, values)
        except ArithmeticError:
            return None
        return values[self.region.root]

    def _growing(self, corner: Mapping[int, int]) -> Interval | None:
        """What the region tends to as all inputs near their ends."""
        values: dict[int, growth.Growing] = {}
        for one in self.region.inputs:
            box, side = self.boxes[one], corner.get(one, -1)
            value, is_open = box.lower() if side < 0 else box.upper()
            values[one] = growth.end(value, side, is_open=is_open)
        try:
            for step in self.region.steps:
                values[step] = self._grown(step, values)
            limit = values[self.region.root].limit()
        except ArithmeticError:
            return None
        return Interval(limit, limit)

    def _grown(self, step: int, values: Mapping[int, growth.Growing]) -> growth.Growing:
        tape = self.tape
        kind, left = tape.kinds[step], values[tape.left[step]]
        if kind is terms.PowerTerm:
            return growth.power(left, tape.exponent[step])
        if kind is terms.Magnitude:
            return growth.magnitude(left)
        return growth.joined(kind, left, values[tape.right[step]])


def _direction(rise: Interval) -> Direction:
    return Direction(_sign(rise), not rise.contains_zero(), rise == point(rational.ZERO))


def _reached(limit: Interval, inside: Interval, up: int) -> bool:
    """Whether the ends that matter are among the numbers inside the box."""
    low = inside.low_open == limit.low_open and not rational.compare(inside.low, limit.low)
    high = inside.high_open == limit.high_open and not rational.compare(inside.high, limit.high)
    return (low or up > 0) and (high or up < 0)


def _inside(box: Interval) -> rational.Rational:
    """A number that is no end."""
    if box.is_finite():
        return rational.multiply(rational.add(box.low, box.high), (1, 2))
    if rational.is_finite(box.low):
        return rational.add(box.low, rational.ONE)
    if rational.is_finite(box.high):
        return rational.subtract(box.high, rational.ONE)
    return rational.ZERO


def _sign(rise: Interval) -> int:
    if rational.sign(rise.low) >= 0:
        return 1
    return -1 if rational.sign(rise.high) <= 0 else 0


def _choices(
    directions: Mapping[int, Direction], free: list[int]
) -> Iterator[tuple[dict[int, int], int]]:
    """The corners where extremes may lie, as sides; with 1 for a greatest, -1 for a least one."""
    known = {one: direction.sign for one, direction in directions.items() if direction.sign}
    for choice in product((-1, 1), repeat=len(free)):
        chosen = dict(zip(free, choice, strict=True))
        if not known:
            yield chosen, 0
            continue
        yield {**known, **chosen}, 1
        yield {**{one: -sign for one, sign in known.items()}, **chosen}, -1


def apply(tape: Tape, step: int, values: Mapping[int, Interval]) -> Interval:
    """One step on independent operands.

    Raises UndefinedError for a divisor that may be zero, OverflowError for too many digits.
    """
    kind, left = tape.kinds[step], values[tape.left[step]]
    if kind is terms.PowerTerm:
        return power(left, tape.exponent[step])
    if kind is terms.Magnitude:
        return intervals.absolute(left)
    return pair(kind, left, values[tape.right[step]])
