"""Folds in one another: which of them decides where a name inside them is taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.lang import typed
from factcheck.lang.bind.walk import children

AXES: Final = {
    "members": "entity",
    "years": "period",
    "halves": "period",
    "quarters": "period",
    "months": "period",
}
"""The field whose parts an axis runs over."""
LENGTHS: Final = ("years", "halves", "quarters", "months")
"""The axes of time, the longest parts first."""


def runs_over(fold: typed.Fold, field: str) -> bool:
    """Whether one of its axes runs over parts of a field."""
    return any(AXES[axis] == field for axis in fold.axes)


def pins(node: object, field: str) -> Iterator[typed.Pinned | None]:
    """The pin of each figure in a node on a field, or None where it moves with what is around it.

    A fold over the field takes its whole from around it, unless all in it pin the same.
    """
    if isinstance(node, typed.Figure):
        yield node.selection.pin(field)
    elif isinstance(node, typed.Fold) and runs_over(node, field):
        if root(node, field) is None:
            yield None
    else:
        for child in children(node):
            yield from pins(child, field)


def root(fold: typed.Fold, field: str) -> typed.Pinned | None:
    """The pin that all figures of a fold have on the field of an axis: its whole is that value."""
    found = set(pins(fold.body, field))
    return next(iter(found)) if len(found) == 1 else None


def has_parts(body: typed.Expression, field: str) -> bool:
    """Whether a figure moves along a field, or all of them pin it to one value."""
    found = set(pins(body, field))
    if None in found:
        return True
    return len(found) == 1 and all(pin is not None and len(pin.values) == 1 for pin in found)


def asks_for(node: object, field: str) -> Iterator[typed.Fold | typed.Field]:
    """The folds and fields in a node whose value of a field comes from around the node."""
    if isinstance(node, typed.Field) and node.path.partition(".")[0] == field:
        yield node
    elif isinstance(node, typed.Fold) and runs_over(node, field):
        if root(node, field) is None:
            yield node
    else:
        for child in children(node):
            yield from asks_for(child, field)


def moves_with(node: object, field: str, *, rooted: bool) -> bool:
    """Whether a node changes with the part that a fold around it takes on a field.

    Where the parts are those of a pinned value, `rooted`, what pins it moves with them.
    """
    if next(asks_for(node, field), None) is not None:
        return True
    return any(pin is None or rooted for pin in pins(node, field))
