"""Filters on fields as lists of codes: each value is judged once, by the exact judge."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.expression import Column, Expression, one_of
from factcheck.engines.sql.facts import Facts
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.records import Record


class UnsupportedError(Exception):
    """No query says this, told in words; the exact engine runs the rule. Never leaves the room."""


def heads_of(test: model.Test) -> frozenset[str]:
    """The fields that a test asks for."""
    return frozenset(path.partition(".")[0] for path in _paths(test))


def _paths(node: object) -> Iterator[str]:
    if isinstance(node, model.Path):
        yield node.path
    elif isinstance(node, tuple):
        for part in node:
            yield from _paths(part)
    elif isinstance(node, Record) and type(node).__module__ == model.__name__:
        for name in (one.name for one in getattr(type(node), "__attrs_attrs__", ())):
            yield from _paths(getattr(node, name))


def stated_in(node: object) -> Iterator[model.FigureStated]:
    """The tests whether a figure is stated, in some tests."""
    if isinstance(node, model.FigureStated):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from stated_in(part)
    elif isinstance(node, model.Every | model.Some):
        yield from stated_in(node.parts)
    elif isinstance(node, model.Negated):
        yield from stated_in(node.operand)


def pinned(facts: Facts, field: str, values: tuple[Key, ...], of: str) -> Expression:
    """Whether the field of a row has one of the pinned values."""
    column = facts.column(field)
    if column is None:
        raise UnsupportedError(unsaid.field(field))
    codes = tuple(facts.codes[field][one] for one in values if one in facts.codes[field])
    return one_of(Column(column, of), codes)
