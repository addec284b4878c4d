"""Typed expressions lowered to the plan's: slots for references, components for money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from factcheck.lang import typed
from factcheck.lang.bind.folds import AXES, moves_with, root
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE, Components
from factcheck.records import Record, define, evolve, frozen
from factcheck.values import rational
from factcheck.vocabulary.model import Metric

Folds: TypeAlias = tuple[int, ...]
"""The folds around a number, the innermost last."""


@frozen
class Lowered(Record):
    """A number of the plan; `open` are the places whose money its value still carries."""

    number: model.Number
    open: tuple[int, ...] = ()
    money: int = 0
    """The exponent of money in its dimension."""


@define
class Slots:
    """References and folds of one rule, numbered as they are met."""

    metrics: Mapping[str, Metric]
    components: Components
    references: dict[tuple[typed.Selection, int | None], int]
    folds: list[model.Fold]
    known_folds: dict[tuple[typed.Fold, int | None], Lowered]
    required: set[int]

    def number(self, node: typed.Expression, inside: Folds = ()) -> Lowered:
        """The plan's number for a typed one; inside folds, references on their axes move."""
        if isinstance(node, typed.Literal):
            return self._literal(node)
        if isinstance(node, typed.Figure):
            return self._figure(node, inside)
        if isinstance(node, typed.Arithmetic):
            return self._arithmetic(node, inside)
        if isinstance(node, typed.Function):
            return self._function(node, inside)
        if isinstance(node, typed.PowerOf):
            base = self.number(node.base, inside)
            money = base.money * node.exponent
            raised = model.Raised(base.number, node.exponent)
            return Lowered(raised, base.open if money else (), money)
        if isinstance(node, typed.Fold):
            return self._fold(node, inside)
        if isinstance(node, typed.Counted):
            return Lowered(model.CountOf(node.what))
        return self._claim_number(node)

    def _literal(self, node: typed.Literal) -> Lowered:
        value = rational.multiply(node.value, node.unit.factor)
        unit = None if node.unit.dimension.is_dimensionless() else node.unit
        constant = model.Constant(value, node.unit.currencies, unit)
        if len(node.unit.currencies) != 1:
            return Lowered(constant)
        name, money = node.unit.currencies[0]
        return Lowered(constant, (self.components.new(name, node.span),), money)

    def _figure(self, node: typed.Figure, inside: Folds) -> Lowered:
        currencies = self.metrics[node.selection.metric].unit.currencies
        place = self.components.new() if currencies else NOWHERE
        slot = model.Slot(self.slot(node.selection, self._moved_by(node, inside)), place)
        money = sum(exponent for _, exponent in currencies)
        return Lowered(slot, (place,) if currencies else (), money)

    def slot(self, selection: typed.Selection, fold: int | None = None) -> int:
        """The number of a reference that a case cannot be without."""
        index = self.references.setdefault((selection, fold), len(self.references))
        self.required.add(index)
        return index

    def optional_slot(self, selection: typed.Selection) -> int:
        """The number of a reference that is only asked whether it is stated."""
        return self.references.setdefault((selection, None), len(self.references))

    def _arithmetic(self, node: typed.Arithmetic, inside: Folds) -> Lowered:
        left, right = self.number(node.left, inside), self.number(node.right, inside)
        names = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
        money = left.money
        if node.operator in "*/":
            money = left.money + (right.money if node.operator == "*" else -right.money)
        places = (*left.open, *right.open)
        if left.open and right.open:
            self.components.meet(*places)
        number = model.Calculation(names[node.operator], (left.number, right.number))
        return Lowered(number, places if money else (), money)

    def _function(self, node: typed.Function, inside: Folds) -> Lowered:
        if node.name in ("negate", "abs", "lower", "upper"):
            inner = self.number(node.arguments[0], inside)
            return Lowered(model.Calculation(node.name, (inner.number,)), inner.open, inner.money)
        time = node.arguments[0]
        return Lowered(model.CaseNumber(node.name, key_of(time)))

    def _fold(self, node: typed.Fold, inside: Folds) -> Lowered:
        """A fold, made once however often it stands in the rule for the same parts around it."""
        key = node, self._moved_by(node, inside)
        if key not in self.known_folds:
            self.known_folds[key] = self._new_fold(node, inside, key[1])
        return self.known_folds[key]

    def _new_fold(self, node: typed.Fold, inside: Folds, outer: int | None) -> Lowered:
        pinned = [(AXES[axis], root(node, AXES[axis])) for axis in node.axes]
        roots = tuple((field, pin.values[0]) for field, pin in pinned if pin is not None)
        index = len(self.folds)
        fold = model.Fold(node.function, node.axes, roots, node.known, _NOTHING, outer)
        self.folds.append(fold)
        body = self.number(node.body, (*inside, index))
        self.folds[index] = evolve(fold, body=body.number)
        return Lowered(model.FoldSlot(index), body.open, body.money)

    def _moved_by(self, node: typed.Figure | typed.Fold, inside: Folds) -> int | None:
        """The innermost fold around a node on whose part it depends."""
        taken: set[str] = set()
        for index in reversed(inside):
            roots = dict(self.folds[index].roots)
            fields = {AXES[axis] for axis in self.folds[index].axes} - taken
            if any(moves_with(node, field, rooted=field in roots) for field in fields):
                return index
            taken |= fields
        return None

    def _claim_number(self, node: typed.Expression) -> Lowered:
        if not isinstance(node, typed.Field):
            return Lowered(model.CaseNumber("ordinal", key_of(node)))
        money = node.path in ("value", "lower", "upper")
        place = self.components.new() if money else NOWHERE
        number = model.ClaimNumber(node.path, node.expected, place)
        return Lowered(number, (place,) if money else (), int(money))


_NOTHING = model.Constant(rational.ZERO)


def key_of(node: typed.Expression) -> model.Path | model.KeyConstant:
    """A field or a constant key of the plan."""
    if isinstance(node, typed.Field):
        return model.Path(node.path)
    if isinstance(node, typed.TextValue | typed.TimeValue):
        return model.KeyConstant(node.value)
    raise TypeError(node)
