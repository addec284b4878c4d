"""Which currency the money of a component is brought to, and which references stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.records import names_of
from factcheck.vocabulary.model import Vocabulary


def target_currency(vocabulary: Vocabulary, component: model.Component) -> str | None:
    """That of a literal, else the package's, else that of the first metric of money."""
    if component.currency is not None:
        return component.currency
    if vocabulary.currency is not None:
        return vocabulary.currency
    for metric in vocabulary.metrics.values():
        if metric.unit.currencies:
            return metric.unit.currencies[0][0]
    return None


def components_of_references(plan: model.RulePlan) -> Mapping[int, frozenset[int]]:
    """The groups of components in which each reference's figures meet others."""
    found: dict[int, set[int]] = {}
    for slot in slots(plan, (*plan.premises, plan.check)):
        if slot.component != NOWHERE:
            group = plan.components[slot.component].group
            found.setdefault(slot.reference, set()).add(group)
    return {reference: frozenset(groups) for reference, groups in found.items()}


def slots(plan: model.RulePlan, node: object) -> Iterator[model.Slot]:
    """Every slot in a node of the plan, those inside folds included."""
    if isinstance(node, model.Slot):
        yield node
    elif isinstance(node, model.FoldSlot):
        yield from slots(plan, plan.folds[node.fold].body)
    elif isinstance(node, tuple):
        for child in node:
            yield from slots(plan, child)
    elif type(node).__module__ == model.__name__:
        for name in names_of(type(node)):
            yield from slots(plan, getattr(node, name))
