"""The claims of a few cases, taken out of all once: what is asked of them then takes little."""

from __future__ import annotations

from factcheck.engines.sql.coded import CODED
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, all_of
from factcheck.engines.sql.facts import CLAIMS
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.query import Join, Layers, Query, Select, Table
from factcheck.engines.sql.sources import renamed
from factcheck.engines.sql.taken import Taken
from factcheck.records import Factory, define

_NEAR = "near"


@define
class Near:
    """Tables of the claims that stand in the cases of a table, as far as a table has them.

    A claim that a step leads to its case is not among them: of references with such steps all
    claims are looked at.
    """

    door: Door
    claims: Layers
    """The query of all claims, over the table `coded`."""
    cases: str
    tables: dict[tuple[tuple[str, str], ...], str] = Factory(dict)
    """By the fields of claims with the keys of the cases that they are."""

    def over(self, taken: Taken, query: Query) -> Query:
        """A query of a reference in these cases, over no more claims than it has to look at."""
        if not isinstance(taken, Figures) or not taken.is_plain or not taken.keys:
            return query
        bound = [one.name for one in taken.bound if isinstance(one, Column)]
        table = self._table(tuple(zip(bound, taken.keys, strict=True)))
        claims, own = renamed(self.claims, {CODED: table}), renamed(query, {CLAIMS: _NEAR})
        assert isinstance(claims, Layers)  # noqa: S101 (as it was)
        layers = [*claims.layers, (_NEAR, claims.last)]
        if isinstance(own, Layers):
            return Layers([*layers, *own.layers], own.last)
        return Layers(layers, own)

    def _table(self, keys: tuple[tuple[str, str], ...]) -> str:
        if keys not in self.tables:
            same = (Column(own, CODED).equals(Column(key, self.cases)) for own, key in keys)
            among = Join(Table(self.cases), all_of(*same), "semi")
            name = f"{_NEAR}_{self.cases}_{len(self.tables)}"
            self.door.create(name, Select({}, Table(CODED), [among], everything=True))
            self.tables[keys] = name
        return self.tables[keys]

    def drop(self) -> None:
        """Forget the tables."""
        for table in self.tables.values():
            self.door.drop(table)
        self.tables.clear()
