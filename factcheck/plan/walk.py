"""The nodes of a plan, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from factcheck.plan import model
from factcheck.records import names_of

Node = TypeVar("Node")


def nodes(tree: object, plan: model.RulePlan | None = None) -> Iterator[object]:
    """All nodes in a tree, or in several, in the order written; of a `plan`, those in folds too."""
    left = [tree]
    while left:
        node = left.pop()
        if isinstance(node, tuple):
            left += reversed(node)
        elif type(node).__module__ == model.__name__:
            yield node
            if plan is not None and isinstance(node, model.FoldSlot):
                left.append(plan.folds[node.fold].body)
            else:
                left += [getattr(node, name) for name in reversed(names_of(type(node)))]


def every(tree: object, kind: type[Node], plan: model.RulePlan | None = None) -> Iterator[Node]:
    """Those of a kind."""
    return (node for node in nodes(tree, plan) if isinstance(node, kind))
