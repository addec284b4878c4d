"""Queries of SQL as values: what is selected from which tables, joined on what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from factcheck.engines.sql.expression import Expression
from factcheck.records import Record, evolve, frozen


@frozen
class Table(Record):
    """A table of the engine, or a layer above, by its name; columns may say of which it is."""

    name: str
    alias: str = ""


@frozen
class Values(Record):
    """Rows written out, as a table of these columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[bool | int | float | str | None, ...], ...]
    alias: str


@frozen
class Join(Record):
    """Another source beside the first; `kind` is inner, left, full, semi or anti."""

    source: Source
    on: Expression
    kind: str = "inner"


@frozen
class Select(Record):
    """Columns by their names, computed from the rows of a source."""

    columns: Mapping[str, Expression]
    source: Source
    joins: Sequence[Join] = ()
    where: Expression | None = None
    group: Sequence[Expression] = ()
    order: Sequence[Expression] = ()
    limit: int | None = None
    distinct: bool = False
    everything: bool = False
    """Whether all columns of the source come before those that are named."""


@frozen
class Union(Record):
    """The rows of several queries, one after the other."""

    parts: tuple[Select, ...]


@frozen
class Layers(Record):
    """Queries by name, each over those before it, and the last one."""

    layers: Sequence[tuple[str, Select | Union]]
    last: Select | Union


Source: TypeAlias = Table | Values
Query: TypeAlias = Select | Union | Layers


def first(query: Query, number: int, *order: Expression) -> Query:
    """The first so many rows of a query, in an order."""
    if isinstance(query, Layers):
        assert isinstance(query.last, Select)  # noqa: S101 (nobody asks for the first of a union)
        return Layers(query.layers, evolve(query.last, order=order, limit=number))
    assert isinstance(query, Select)  # noqa: S101 (as above)
    return evolve(query, order=order, limit=number)
