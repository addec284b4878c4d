"""Which tables a query reads, and the same query over tables of other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.engines.sql.query import Layers, Query, Select, Source, Table, Union
from factcheck.records import evolve


def tables_of(query: Query) -> frozenset[str]:
    """The names of the tables that a query reads, without its own layers."""
    found: set[str] = set()
    own: set[str] = set()
    for name, part in _parts(query):
        found |= {one.name for one in _sources(part) if isinstance(one, Table)} - own
        own.add(name)
    return frozenset(found)


def renamed(query: Query, names: Mapping[str, str]) -> Query:
    """The query over the tables with these names; its columns still say the old ones."""
    if not isinstance(query, Layers):
        return _over(query, names)
    layers: list[tuple[str, Select | Union]] = []
    for name, part in query.layers:
        layers.append((name, _over(part, names)))
        names = {one: other for one, other in names.items() if one != name}
    return Layers(layers, _over(query.last, names))


def _parts(query: Query) -> Iterator[tuple[str, Select | Union]]:
    if isinstance(query, Layers):
        yield from query.layers
        yield "", query.last
    else:
        yield "", query


def _selects(part: Select | Union) -> tuple[Select, ...]:
    return part.parts if isinstance(part, Union) else (part,)


def _sources(part: Select | Union) -> Iterator[Source]:
    for select in _selects(part):
        yield select.source
        yield from (join.source for join in select.joins)


def _over(part: Select | Union, names: Mapping[str, str]) -> Select | Union:
    if isinstance(part, Union):
        return Union(tuple(_select(one, names) for one in part.parts))
    return _select(part, names)


def _select(select: Select, names: Mapping[str, str]) -> Select:
    joins = [evolve(join, source=_source(join.source, names)) for join in select.joins]
    return evolve(select, source=_source(select.source, names), joins=joins)


def _source(source: Source, names: Mapping[str, str]) -> Source:
    if isinstance(source, Table) and source.name in names:
        return Table(names[source.name], source.alias or source.name)
    return source
