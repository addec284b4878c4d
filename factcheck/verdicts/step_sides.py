"""The two sides of a comparison, and the room that one leaves the other, for a picture of it."""

from __future__ import annotations

from typing import Final

from factcheck.plan import model
from factcheck.values.rational import ZERO
from factcheck.verdicts.outcome import NoCaseError, UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import resolve
from factcheck.verdicts.room import Tolerance, room
from factcheck.verdicts.steps import Side, Sides
from factcheck.verdicts.units import measure_of
from factcheck.verdicts.written import Writer
from factcheck.verdicts.written_leaves import reference_text

_ORDERS: Final = ("<", "<=", ">", ">=")
_NOTHING: Final = model.Constant(ZERO)


def sides_of(reading: Reading, writer: Writer, test: model.Test) -> Sides | None:
    """The sides of a comparison; None for another test, and where a side is not known."""
    if not isinstance(test, model.Comparison):
        return None
    left, right = test.left, test.right
    if _figures(reading, left) & _figures(reading, right):
        if test.operator not in _ORDERS:
            return None
        left, right = model.Calculation("subtract", (left, right)), _NOTHING
    first, second = _side(reading, writer, left), _side(reading, writer, right)
    if first is None or second is None:
        return None
    tolerance = _tolerance(reading, test)
    if test.amount is not None and tolerance is None:
        return None
    return Sides(test.operator, first, second, room(test.operator, second.bounds, tolerance))


def _figures(reading: Reading, node: model.Number) -> set[int]:
    return {slot.reference for slot in reading.package.slots(reading.plan, node)}


def _side(reading: Reading, writer: Writer, node: model.Number) -> Side | None:
    try:
        found = range_of(resolve(reading, node))
    except (UnsettledError, NoCaseError):
        return None
    if found is None:
        return None
    name = ""
    if isinstance(node, model.Slot):
        name = reference_text(reading.plan.references[node.reference])
    return Side(
        writer.number(node),
        found.bounds,
        measure_of(reading, node),
        name,
        isinstance(node, model.Constant),
    )


def _tolerance(reading: Reading, test: model.Comparison) -> Tolerance | None:
    if test.amount is None:
        return None
    try:
        amount = range_of(resolve(reading, test.amount))
        base = range_of(resolve(reading, test.base)) if test.base is not None else None
    except (UnsettledError, NoCaseError):
        return None
    if amount is None or (test.base is not None and base is None):
        return None
    of = {"relative": "larger", "absolute": ""}.get(test.tolerance, "other")
    if test.base is not None:
        of = {test.left: "left", test.right: "right"}.get(test.base, "other")
    return Tolerance(amount.bounds, of, base.bounds if base is not None else None)
