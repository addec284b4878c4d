"""The unit that a calculated number is in, once its figures are in base units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.claims.model import Claim
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.records import evolve
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values import unit as units
from factcheck.values.interval import Interval
from factcheck.values.unit import BUILT_IN_UNITS, Unit, parse_unit
from factcheck.verdicts.reading import Reading

_RATIO = parse_unit("ratio", BUILT_IN_UNITS)
_DAY = parse_unit("day", BUILT_IN_UNITS)


def plain_unit() -> Unit:
    """`ratio`, the unit of plain numbers."""
    assert isinstance(_RATIO, Unit)  # noqa: S101 (a built-in one)
    return _RATIO


NO_UNIT: Final = evolve(plain_unit(), text="")
"""Of rates, which are no shares: never told in percent."""


def in_unit(bounds: Interval, unit: Unit) -> Interval:
    """Bounds in base units, counted in the unit."""
    return intervals.scale(bounds, rational.reciprocal(unit.factor))


def measure_of(reading: Reading, *nodes: model.Number) -> Unit:
    """The unit of the first that has one; its factor leads to base units."""
    return next(filter(None, (_unit(reading, node) for node in nodes)), plain_unit())


def _unit(reading: Reading, node: model.Number) -> Unit | None:
    if isinstance(node, model.Slot):
        return _of_slot(reading, node)
    if isinstance(node, model.Constant):
        return node.unit
    if isinstance(node, model.FoldSlot):
        return _unit(reading, reading.plan.folds[node.fold].body)
    if isinstance(node, model.Raised):
        base = _unit(reading, node.base)
        return base and units.power(base, node.exponent)
    if isinstance(node, model.Calculation):
        return _of_calculation(reading, node)
    if isinstance(node, model.ClaimNumber) and node.field in ("value", "lower", "upper"):
        return reading.row.claims[0].unit
    if isinstance(node, model.ClaimNumber) and node.field == "implied_rate":
        return NO_UNIT
    if isinstance(node, model.CaseNumber) and node.function in ("days", "ordinal"):
        return _DAY if isinstance(_DAY, Unit) else None
    return None


def _of_slot(reading: Reading, slot: model.Slot) -> Unit | None:
    metric = reading.package.vocabulary.metrics[
        reading.plan.references[slot.reference].scan.metric or ""
    ]
    figures = list(reading.figures(slot))
    own = figures[0].unit if figures else metric.unit
    target = None
    if slot.component != NOWHERE:
        target = reading.targets.get(reading.plan.components[slot.component].group)
    return own if target is None else in_currency(reading, own, target)


def in_currency(reading: Reading, own: Unit, target: str) -> Unit:
    """A unit with its money brought to another currency: `CNY/chip` for `USD/chip`."""
    converted = own
    for currency, exponent in own.currencies:
        for name, power in ((currency, -exponent), (target, exponent)):
            step = parse_unit(name, reading.package.vocabulary.units)
            if isinstance(step, Unit):
                converted = units.multiply(converted, units.power(step, power))
    return converted


def common_unit(claims: Iterable[Claim]) -> Unit:
    """The unit in which figures of one dimension are told together, whatever their order."""
    return min((claim.unit for claim in claims), key=lambda unit: unit.text)


def _of_calculation(reading: Reading, node: model.Calculation) -> Unit | None:
    operands = [_unit(reading, operand) for operand in node.operands]
    if node.operator == "multiply":
        left, right = operands
        return units.multiply(left, right) if left and right else left or right
    if node.operator == "divide":
        left, right = operands
        if right is None:
            return left
        plain = left or (_RATIO if isinstance(_RATIO, Unit) else None)
        return plain and units.divide(plain, right)
    return next((one for one in operands if one is not None), None)
