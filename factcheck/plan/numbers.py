"""Typed expressions lowered to the plan's: slots for references, components for money."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, frozen

from factcheck.lang import typed
from factcheck.lang.bind.function import AXES
from factcheck.lang.bind.walk import every
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE, Components
from factcheck.values import rational
from factcheck.values.record import Record
from factcheck.vocabulary.model import Metric


@frozen(eq=False, repr=False)
class Lowered(Record):
    """A number of the plan; `open` are the places whose money its value still carries."""

    number: model.Number
    open: tuple[int, ...] = ()
    money: int = 0
    """The exponent of money in its dimension."""


@define(eq=False, repr=False)
class Slots:
    """References and folds of one rule, numbered as they are met."""

    metrics: Mapping[str, Metric]
    components: Components
    references: dict[tuple[typed.Selection, int | None], int]
    folds: list[model.Fold]
    known_folds: dict[typed.Fold, Lowered]
    required: set[int]

    def number(self, node: typed.Expression, fold: int | None = None) -> Lowered:
        """The plan's number for a typed one; inside a fold, references on its axis move."""
        if isinstance(node, typed.Literal):
            return self._literal(node)
        if isinstance(node, typed.Figure):
            return self._figure(node, fold)
        if isinstance(node, typed.Arithmetic):
            return self._arithmetic(node, fold)
        if isinstance(node, typed.Function):
            return self._function(node, fold)
        if isinstance(node, typed.PowerOf):
            base = self.number(node.base, fold)
            money = base.money * node.exponent
            raised = model.Raised(base.number, node.exponent)
            return Lowered(raised, base.open if money else (), money)
        if isinstance(node, typed.Fold):
            return self._fold(node)
        if isinstance(node, typed.Counted):
            return Lowered(model.CountOf(node.what))
        return self._claim_number(node)

    def _literal(self, node: typed.Literal) -> Lowered:
        value = rational.multiply(node.value, node.unit.factor)
        constant = model.Constant(value, node.unit.currencies)
        if len(node.unit.currencies) != 1:
            return Lowered(constant)
        name, money = node.unit.currencies[0]
        return Lowered(constant, (self.components.new(name, node.span),), money)

    def _figure(self, node: typed.Figure, fold: int | None) -> Lowered:
        currencies = self.metrics[node.selection.metric].unit.currencies
        place = self.components.new() if currencies else NOWHERE
        slot = model.Slot(self.slot(node.selection, fold), place)
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

    def _arithmetic(self, node: typed.Arithmetic, fold: int | None) -> Lowered:
        left, right = self.number(node.left, fold), self.number(node.right, fold)
        names = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
        money = left.money
        if node.operator in "*/":
            money = left.money + (right.money if node.operator == "*" else -right.money)
        places = (*left.open, *right.open)
        if left.open and right.open:
            self.components.meet(*places)
        number = model.Calculation(names[node.operator], (left.number, right.number))
        return Lowered(number, places if money else (), money)

    def _function(self, node: typed.Function, fold: int | None) -> Lowered:
        if node.name in ("negate", "abs", "lower", "upper"):
            inner = self.number(node.arguments[0], fold)
            return Lowered(model.Calculation(node.name, (inner.number,)), inner.open, inner.money)
        time = node.arguments[0]
        return Lowered(model.CaseNumber(node.name, key_of(time)))

    def _fold(self, node: typed.Fold) -> Lowered:
        """A fold, made once however often it stands in the rule."""
        if node not in self.known_folds:
            self.known_folds[node] = self._new_fold(node)
        return self.known_folds[node]

    def _new_fold(self, node: typed.Fold) -> Lowered:
        figures = list(every(node.body, typed.Figure))
        roots = []
        for axis in node.axes:
            pins = {figure.selection.pin(AXES[axis]) for figure in figures}
            pin = next(iter(pins)) if len(pins) == 1 else None
            if pin is not None:
                roots.append((AXES[axis], pin.values[0]))
        index = len(self.folds)
        self.folds.append(model.Fold(node.function, node.axes, tuple(roots), node.known, _NOTHING))
        body = self.number(node.body, index)
        self.folds[index] = model.Fold(
            node.function, node.axes, tuple(roots), node.known, body.number
        )
        return Lowered(model.FoldSlot(index), body.open, body.money)

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
