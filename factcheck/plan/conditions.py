"""Typed conditions lowered to the plan's tests."""

from __future__ import annotations

from factcheck.lang import typed
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.plan.numbers import Slots, key_of


def lower_test(slots: Slots, node: typed.Condition) -> model.Test:
    """The plan's test for a typed condition."""
    if isinstance(node, typed.Every):
        return model.Every(tuple(lower_test(slots, part) for part in node.parts))
    if isinstance(node, typed.Some):
        return model.Some(tuple(lower_test(slots, part) for part in node.parts))
    if isinstance(node, typed.Negated):
        return model.Negated(lower_test(slots, node.operand))
    if isinstance(node, typed.Compare):
        return _comparison(slots, node)
    if isinstance(node, typed.Agreeing):
        return _agreement(slots, node)
    if isinstance(node, typed.MembersAgreeing):
        return model.MembersAgreement()
    return _of_keys(slots, node)


def _comparison(slots: Slots, node: typed.Compare) -> model.Test:
    left, right = slots.number(node.left), slots.number(node.right)
    places = [*left.open, *right.open]
    amount = base = None
    kind = "none"
    if node.tolerance is not None:
        kind = node.tolerance.kind
        amount = slots.number(node.tolerance.amount)
        places += amount.open
        if node.tolerance.base is not None:
            base = slots.number(node.tolerance.base)
            places += base.open
    if places:
        slots.components.meet(*places)
    return model.Comparison(
        node.operator,
        left.number,
        right.number,
        kind,
        amount.number if amount else None,
        base.number if base else None,
    )


def _agreement(slots: Slots, node: typed.Agreeing) -> model.Test:
    fields = tuple(field.path for field in node.fields)
    amounts = not fields or bool({"value", "lower", "upper"} & set(fields))
    place = slots.components.new() if amounts else NOWHERE
    if node.tolerance is None:
        return model.Agreement(fields, place)
    amount = slots.number(node.tolerance.amount)
    if amount.open and place != NOWHERE:
        slots.components.meet(place, *amount.open)
    return model.Agreement(fields, place, node.tolerance.kind, amount.number)


def _of_keys(slots: Slots, node: typed.Condition) -> model.Test:
    if isinstance(node, typed.CompareKeys):
        return model.KeyComparison(node.operator, key_of(node.left), key_of(node.right))
    if isinstance(node, typed.OneOf):
        return model.OneOf(_path(node.operand), node.values)
    if isinstance(node, typed.Holding):
        return model.Holding(_path(node.operand), node.text)
    if isinstance(node, typed.Stated):
        if isinstance(node.operand, typed.Figure):
            return model.FigureStated(slots.optional_slot(node.operand.selection))
        return model.FieldStated(model.Path(node.operand.path))
    raise TypeError(node)


def _path(node: typed.Expression) -> model.Path:
    key = key_of(node)
    if isinstance(key, model.Path):
        return key
    raise TypeError(node)
