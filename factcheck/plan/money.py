"""Which currency the money of a component is brought to, and which references stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.plan.walk import every
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
    return every(node, model.Slot, plan)
