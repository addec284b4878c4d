"""Where in the folds of a case a number stands: in which part of each fold around it."""

from __future__ import annotations

from attrs import frozen

from factcheck.engines.rows import Part
from factcheck.verdicts.reading import Reading


@frozen(eq=False)
class Inside:
    """One part of a fold, and the part around that on which the fold depends."""

    fold: int
    part: Part
    place: str
    """The same for the same part, whatever stands in it."""
    outer: Inside | None


def around(inside: Inside | None, fold: int | None) -> Inside | None:
    """The part of a fold, from what stands in it; None outside of it."""
    while inside is not None and inside.fold != fold:
        inside = inside.outer
    return inside


def parts_inside(reading: Reading, fold: int, inside: Inside | None) -> list[Inside]:
    """The parts of a fold, of the case or of the part that it depends on."""
    outer = around(inside, reading.plan.folds[fold].outer)
    listed = reading.row.parts if outer is None else outer.part.parts
    before = f"{outer.place}." if outer else ""
    return [
        Inside(fold, part, f"{before}{index}", outer)
        for index, part in enumerate(listed.get(fold, ()))
    ]
