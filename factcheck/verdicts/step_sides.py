"""The two sides of a comparison, and the room that one leaves the other, for a picture of it."""

from __future__ import annotations

from typing import Final

from factcheck.plan import model
from factcheck.values.interval import EVERYTHING, Interval, absolute, maximum
from factcheck.values.rational import ONE, ZERO
from factcheck.verdicts.outcome import NoCaseError, UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import resolve
from factcheck.verdicts.room import Tolerance, room
from factcheck.verdicts.steps import Side, Sides
from factcheck.verdicts.units import measure_of
from factcheck.verdicts.written import Writer
from factcheck.verdicts.written_leaves import reference_text

_NOTHING: Final = model.Constant(ZERO)
_ONCE: Final = model.Constant(ONE)
_TURNED: Final = {"larger": "larger", "left": "right", "right": "left"}
"""Of which side a part is allowed, once the sides have changed places."""


def sides_of(reading: Reading, writer: Writer, test: model.Test) -> Sides | None:
    """The sides of a comparison; None for another test, and where a side is not known."""
    if not isinstance(test, model.Comparison):
        return None
    tolerance = _tolerance(reading, test)
    if test.amount is not None and tolerance is None:
        return None
    left, right = test.left, test.right
    if _figures(reading, left) & _figures(reading, right):
        left, right, tolerance = _together(reading, test, tolerance)
    first, second = _side(reading, writer, left), _side(reading, writer, right)
    if first is None or second is None:
        return None
    return Sides(test.operator, first, second, room(test.operator, second.bounds, tolerance))


def _together(
    reading: Reading, test: model.Comparison, tolerance: Tolerance | None
) -> tuple[model.Number, model.Number, Tolerance | None]:
    """Sides that share a figure as one number: how they stand to each other, and to what.

    Their difference is held against nothing; where a part of a side is allowed, their quotient
    against 1, as that alone says the same, and where a part of a base is, so much of the base.
    """
    left, right = test.left, test.right
    apart = model.Calculation("subtract", (left, right))
    if tolerance is None or tolerance.of == "":
        return apart, _NOTHING, tolerance
    if tolerance.of == "other":
        if test.base is None or _may_be_zero(reading, test.base):
            return apart, _NOTHING, tolerance
        part = model.Calculation("divide", (apart, test.base))
        return part, _NOTHING, Tolerance(tolerance.amount, "")
    if not _may_be_zero(reading, right):
        return model.Calculation("divide", (left, right)), _ONCE, tolerance
    if not _may_be_zero(reading, left):
        turned = Tolerance(tolerance.amount, _TURNED[tolerance.of])
        return model.Calculation("divide", (right, left)), _ONCE, turned
    return apart, _NOTHING, _of_either(reading, left, right, tolerance)


def _may_be_zero(reading: Reading, node: model.Number) -> bool:
    bounds = _range(reading, node)
    return bounds is None or bounds.contains_zero()


def _of_either(
    reading: Reading, left: model.Number, right: model.Number, tolerance: Tolerance
) -> Tolerance:
    """A part of a side as a part of how large that side can be."""
    first, second = (_range(reading, node) or EVERYTHING for node in (left, right))
    sizes = {"left": absolute(first), "right": absolute(second)}
    larger = maximum(*sizes.values())
    return Tolerance(tolerance.amount, "other", sizes.get(tolerance.of, larger))


def _figures(reading: Reading, node: model.Number) -> set[int]:
    return {slot.reference for slot in reading.package.slots(reading.plan, node)}


def _side(reading: Reading, writer: Writer, node: model.Number) -> Side | None:
    bounds = _range(reading, node)
    if bounds is None:
        return None
    name = ""
    if isinstance(node, model.Slot):
        name = reference_text(reading.plan.references[node.reference])
    return Side(
        writer.number(node),
        bounds,
        measure_of(reading, node),
        name,
        isinstance(node, model.Constant),
    )


def _tolerance(reading: Reading, test: model.Comparison) -> Tolerance | None:
    if test.amount is None:
        return None
    amount = _range(reading, test.amount)
    base = _range(reading, test.base) if test.base is not None else None
    if amount is None or (test.base is not None and base is None):
        return None
    of = {"relative": "larger", "absolute": ""}.get(test.tolerance, "other")
    if test.base is not None:
        of = {test.left: "left", test.right: "right"}.get(test.base, "other")
    return Tolerance(amount, of, base)


def _range(reading: Reading, node: model.Number) -> Interval | None:
    """All that a number can be; None where it is not known."""
    try:
        found = range_of(resolve(reading, node))
    except (UnsettledError, NoCaseError):
        return None
    return None if found is None else found.bounds
