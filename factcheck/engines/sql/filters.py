"""Filters on fields as lists of codes: each value is judged once, by the exact judge."""

from __future__ import annotations

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.expression import Column, Expression, one_of
from factcheck.engines.sql.facts import Facts
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.walk import every


class UnsupportedError(Exception):
    """No query says this, told in words; the exact engine runs the rule. Never leaves the room."""


def heads_of(test: model.Test) -> frozenset[str]:
    """The fields that a test asks for."""
    return frozenset(node.path.partition(".")[0] for node in every(test, model.Path))


def pinned(facts: Facts, field: str, values: tuple[Key, ...], of: str) -> Expression:
    """Whether the field of a row has one of the pinned values."""
    column = facts.column(field)
    if column is None:
        raise UnsupportedError(unsaid.field(field))
    codes = tuple(facts.codes[field][one] for one in values if one in facts.codes[field])
    return one_of(Column(column, of), codes)
