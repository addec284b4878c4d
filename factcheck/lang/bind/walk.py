"""Walks over typed nodes: which figures and fields stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from factcheck.lang import typed
from factcheck.records import names_of

Node = TypeVar("Node")


_NODES: Final = frozenset(
    kind
    for kind in vars(typed).values()
    if isinstance(kind, type) and kind.__module__ == typed.__name__
)


def children(node: object) -> list[object]:
    """The typed nodes directly inside one, in the order written."""
    found: list[object] = []
    for name in names_of(type(node)):
        value = getattr(node, name)
        if type(value) in _NODES:
            found.append(value)
        elif isinstance(value, tuple):
            found += [child for child in value if type(child) in _NODES]
    return found


def every(node: object, kind: type[Node]) -> Iterator[Node]:
    """All nodes of a kind in a tree, itself included, in the order written."""
    if isinstance(node, kind):
        yield node
    for child in children(node):
        yield from every(child, kind)


def holds_any(node: object, *kinds: type) -> bool:
    """Whether a node of one of the kinds stands in a tree."""
    return isinstance(node, kinds) or any(holds_any(child, *kinds) for child in children(node))


def heads(node: object) -> set[str]:
    """The fields that a node asks for, attributes counted as their field."""
    return {field.path.partition(".")[0] for field in every(node, typed.Field)}


def joins(selection: typed.Selection, field: str) -> bool:
    """Whether the case's value of a field decides which figures a reference takes."""
    move = selection.move(field)
    return selection.pin(field) is None and (move is None or move.how != "any")
