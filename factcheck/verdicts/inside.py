"""Where in the folds of a case a number stands: in which part of each fold around it."""

from __future__ import annotations

from factcheck.engines.rows import Part
from factcheck.lang.bind.folds import AXES
from factcheck.plan.model import RulePlan
from factcheck.records import frozen
from factcheck.verdicts.reading import Reading


@frozen
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


def place_of(plan: RulePlan, reference: int, inside: Inside) -> str:
    """A name for what a reference takes in a part: the same in every fold that takes the same."""
    one = plan.references[reference]
    twins = (place for place, other in enumerate(plan.references) if one.takes_as(other))
    values: dict[str, object] = {}
    place: Inside | None = inside
    while place is not None:
        if place.part.unnamed:
            return f"r{reference}:{inside.fold}:{inside.place}"
        fields = [AXES[axis] for axis in plan.folds[place.fold].axes]
        values = dict(zip(fields, place.part.key, strict=True)) | values
        place = place.outer
    taken = sorted(on.field for on in one.on if on.part)
    return f"r{next(twins)}:" + " ".join(str(values[field]) for field in taken)
