"""Filters on fields as lists of codes: each value is judged once, by the exact judge."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.engines.sql.expression import Column, Expression, one_of
from factcheck.engines.sql.facts import Facts
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.columns import attribute
from factcheck.plan.keys import judge_keys
from factcheck.values.record import Record
from factcheck.values.truth import Truth


class UnsupportedError(Exception):
    """No query says this; the exact engine runs the rule. Never leaves the room."""


def head_of(test: model.Test) -> str:
    """The one field that a filter asks for; UnsupportedError when it asks for several."""
    heads = {path.partition(".")[0] for path in _paths(test)}
    if len(heads) != 1:
        raise UnsupportedError
    return next(iter(heads))


def _paths(node: object) -> Iterator[str]:
    if isinstance(node, model.Path):
        yield node.path
    elif isinstance(node, tuple):
        for part in node:
            yield from _paths(part)
    elif isinstance(node, Record) and type(node).__module__ == model.__name__:
        for name in (one.name for one in getattr(type(node), "__attrs_attrs__", ())):
            yield from _paths(getattr(node, name))


def passing(facts: Facts, test: model.Test, column: Expression) -> Expression:
    """Whether the field of a row, as its code, is known to have what a filter asks for."""
    head = head_of(test)
    if head not in facts.codes:
        raise UnsupportedError
    values: list[tuple[Key | None, int]] = [(None, 0), *facts.codes[head].items()]
    codes = tuple(code for value, code in values if _holds(facts, test, head, value))
    return one_of(column, codes)


def _holds(facts: Facts, test: model.Test, head: str, value: Key | None) -> bool:
    def find(path: str) -> Key | None:
        name = path.partition(".")[2]
        return attribute(facts.vocabulary, head, name, value) if name else value

    return judge_keys(test, find) is Truth.HOLDS


def pinned(facts: Facts, field: str, values: tuple[Key, ...], of: str) -> Expression:
    """Whether the field of a row has one of the pinned values."""
    column = facts.column(field)
    if column is None:
        raise UnsupportedError
    codes = tuple(facts.codes[field][one] for one in values if one in facts.codes[field])
    return one_of(Column(column, of), codes)
