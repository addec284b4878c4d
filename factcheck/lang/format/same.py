"""Whether two programs say the same: equal trees, wherever their words stand."""

from __future__ import annotations

from factcheck.diagnostics.span import Span
from factcheck.lang.syntax import Program
from factcheck.records import Record, names_of


def same(one: Program, other: Program) -> bool:
    """Whether all statements are equal but for their places."""
    return one.version == other.version and _bare(one.statements) == _bare(other.statements)


def _bare(node: object) -> object:
    """A node as nested tuples without its places."""
    if isinstance(node, Span):
        return None
    if isinstance(node, tuple):
        return tuple(_bare(part) for part in node)
    if not isinstance(node, Record):
        return node
    parts = tuple(_bare(getattr(node, name)) for name in names_of(type(node)))
    return (type(node).__name__, *parts)
