"""The ranges of the steps of a tape: exact where a figure that stands twice is one variable."""

from __future__ import annotations

from typing import Final

from factcheck.records import Factory, define
from factcheck.values.interval import Interval, intersect
from factcheck.verdicts import terms
from factcheck.verdicts.corners import Box, apply
from factcheck.verdicts.natural import UndefinedError, widest
from factcheck.verdicts.range import Range
from factcheck.verdicts.regions import Region, is_simple, region_of
from factcheck.verdicts.tape import Tape, tape_of
from factcheck.verdicts.terms import Term

SMALL: Final = 16
"""Regions of so few steps have each of them looked at on its own, for a narrower range."""


def range_on_tape(term: Term) -> Range | None:
    """The range of a term in which figures stand twice; None: divides by zero."""
    tape, root = tape_of(term)
    return _Ranges(tape).of(root)


@define
class _Ranges:
    """The ranges of the steps of a tape that are asked for, each found once."""

    tape: Tape
    found: dict[int, Range | None] = Factory(dict)

    def of(self, root: int) -> Range | None:
        """The range of a step: first those that it rests on, each before those that rest on it."""
        for leaf, bounds in self.tape.leaves.items():
            self.found[leaf] = Range(bounds, exact=True)
        regions: dict[int, Region] = {}
        asked = {root}
        for step in range(root, -1, -1):
            if step in asked and step not in self.found:
                regions[step] = region_of(self.tape, step)
                asked.update(regions[step].inputs)
                asked.update(self._looked_into(regions[step]))
        for step in sorted(regions):
            self.found[step] = self._range(regions[step])
        return self.found[root]

    def _looked_into(self, region: Region) -> list[int]:
        """The steps of a region whose own range is worth knowing: their sign may decide."""
        if len(region.steps) <= SMALL:
            return [
                step
                for step in region.steps
                if step != region.root and not is_simple(self.tape, step)
            ] + self._signs(region)
        return self._signs(region)

    def _signs(self, region: Region) -> list[int]:
        found = []
        for step in region.steps if len(region.steps) > 1 else ():
            kind, left, right = self.tape.kinds[step], self.tape.left[step], self.tape.right[step]
            if kind is terms.Quotient:
                found.append(right)
            elif kind in (terms.PowerTerm, terms.Magnitude):
                found.append(left)
            elif kind in (terms.Least, terms.Greatest):
                found += [left, right]
        return found

    def _range(self, region: Region) -> Range | None:
        boxes: dict[int, Interval] = {}
        exact = True
        for one in region.inputs:
            known = self.found[one]
            if known is None:
                return None
            boxes[one] = known.bounds
            exact = exact and known.exact
        for step in region.steps:
            own = self.found.get(step)
            if step in self.found and own is None:
                return None
            try:
                box = apply(self.tape, step, boxes)
            except UndefinedError:
                return None
            except OverflowError:
                box = widest(self.tape.kinds[step], self.tape.exponent[step])
                exact = False
            boxes[step] = (own and intersect(box, own.bounds)) or box
        sound = boxes[region.root]
        if is_simple(self.tape, region.root):
            return Range(sound, exact)
        return self._tight(region, boxes, sound, exact=exact)

    def _tight(
        self, region: Region, boxes: dict[int, Interval], sound: Interval, *, exact: bool
    ) -> Range:
        try:
            corners = Box(self.tape, region, boxes).corners()
        except ArithmeticError:
            corners = None
        if corners is None:
            return Range(sound, exact=False)
        if exact and corners.exact:
            return Range(corners.bounds, exact=True)
        both = intersect(sound, corners.bounds)
        return Range(both or sound, exact=False)
