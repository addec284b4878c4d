"""Walks over typed nodes: which figures and fields stand in them."""

from __future__ import annotations

from typing import Final, TypeVar

from factcheck.lang import typed
from factcheck.records import values_of

Node = TypeVar("Node")


_NODES: Final = frozenset(
    kind
    for kind in vars(typed).values()
    if isinstance(kind, type) and kind.__module__ == typed.__name__
)


def children(node: object) -> list[object]:
    """The typed nodes directly inside one, in the order written."""
    found: list[object] = []
    for value in values_of(node):
        if type(value) in _NODES:
            found.append(value)
        elif type(value) is tuple:
            found += [child for child in value if type(child) in _NODES]
    return found


def nodes(tree: object) -> list[object]:
    """All nodes in a tree, itself included, in the order written."""
    found, left = [], [tree]
    while left:
        node = left.pop()
        found.append(node)
        inside = children(node)
        if inside:
            inside.reverse()
            left += inside
    return found


def every(tree: object, kind: type[Node]) -> list[Node]:
    """Those of a kind."""
    return [node for node in nodes(tree) if isinstance(node, kind)]


def holds_any(tree: object, *kinds: type) -> bool:
    """Whether a node of one of the kinds stands in a tree."""
    return any(isinstance(node, kinds) for node in nodes(tree))


def heads(node: object) -> set[str]:
    """The fields that a node asks for, attributes counted as their field."""
    return {field.path.partition(".")[0] for field in every(node, typed.Field)}


def joins(selection: typed.Selection, field: str) -> bool:
    """Whether the case's value of a field decides which figures a reference takes."""
    move = selection.move(field)
    return selection.pin(field) is None and (move is None or move.how != "any")
