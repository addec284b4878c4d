"""A door that asks its engine only what no earlier run over the same claims was answered.

A table is known by how it comes about: the query that makes it and the tables that this reads, down
to the bytes of the claims. It is made when a question needs it whose answer is not known.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from factcheck.database.connection import failures, quoted
from factcheck.engines.duck.door import Door
from factcheck.engines.engine import TooLittleMemoryError
from factcheck.engines.kept import Kept
from factcheck.engines.most import MOST, Most
from factcheck.engines.sql.coded import CODED
from factcheck.engines.sql.dialect import DUCKDB
from factcheck.engines.sql.door import ROWS
from factcheck.engines.sql.query import Query, Select, Table, Union
from factcheck.engines.sql.sources import renamed, tables_of
from factcheck.engines.sql.write import name, written
from factcheck.records import Factory, define, frozen
from factcheck.records.record import Record

_KEPT: Final = (CODED,)
"""The tables that are kept; and whatever is inserted into others, part by part."""


@frozen
class Way(Record):
    """How a table comes about."""

    make: Callable[[str, Sequence[str]], None]
    """Makes it under a name, from the tables that it needs under theirs."""
    needs: tuple[str, ...]
    is_kept: bool
    parts: tuple[str, ...] = ()
    """Of a table that others were inserted into: all of them."""
    is_view: bool = False


@define
class Recalling:
    """Answers as the door does."""

    door: Door
    kept: Kept
    named: dict[str, str] = Factory(dict)
    """The tables that there are, by name."""
    ways: dict[str, Way] = Factory(dict)
    stands: dict[str, str] = Factory(dict)
    """The names in the database of those that have been made."""
    views: set[str] = Factory(set)
    held: Counter[str] = Factory(Counter)
    """How many of the tables that are being made need one."""

    def register(self, table: str, own: str, way: Way, stands: str | None = None) -> None:
        """A table that is not made by a query; it may stand already."""
        self.named[table], self.ways[own] = own, way
        if stands is not None:
            self.stands[own] = stands
            self.views.add(own)

    def create(self, table: str, query: Query) -> None:
        """A table of what a query gives."""
        self.named[table] = self._way_of(query, is_kept=table in _KEPT)

    def view(self, table: str, query: Query) -> None:
        """A table that is computed anew wherever it is asked for."""
        self.named[table] = self._way_of(query, is_kept=False, is_view=True)

    def insert(self, table: str, query: Query) -> None:
        """Add what a query gives to a table."""
        before = self.named[table]
        parts = (*(self.ways[before].parts or (before,)), self._way_of(query, is_kept=True))

        def make(name: str, own: Sequence[str]) -> None:
            selects = tuple(Select({}, Table(one), everything=True) for one in own)
            self.door.create(name, Union(selects))

        self.named[table] = own = _digest("all", parts)
        self.ways[own] = Way(make, parts, is_kept=False, parts=parts)

    def drop(self, table: str) -> None:
        """Forget a table, after what is made of it was made, if it stands."""
        own = self.named[table]
        if own in self.stands:
            others = [one for other, one in self.named.items() if other != table]
            for one in self._pending(others):
                if own in self.ways[one].needs:
                    self._stand(one)
        del self.named[table]
        if own not in self.named.values():
            self._release(own)

    @property
    def most(self) -> Most:
        """As the door's own."""
        return self.door.most

    def rows(self, query: Query, most: int = MOST.rows, what: str = ROWS) -> list[tuple[Any, ...]]:
        """What a query gives, as far as it may come back."""
        names = sorted(tables_of(query))
        question = _digest("rows", written(query, DUCKDB), [self.named[one] for one in names])
        known = self.kept.answer(question)
        if known is not None and len(known) <= most:
            return [tuple(row) for row in known]
        stands = {one: self._stand(self.named[one]) for one in names}
        found = self.door.rows(renamed(query, stands), most, what)
        self.kept.tell(question, found)
        return found

    def fill(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> None:
        """A table of these rows."""
        self.named[table] = own = _digest("fill", columns, rows)
        self.ways[own] = Way(lambda name, _: self.door.fill(name, columns, rows), (), is_kept=False)

    def keep(self) -> None:
        """Keep what was computed, when the run went well."""
        for own, way in self.ways.items():
            if way.is_kept and own in self.stands and own not in self.views:
                half = self.kept.folder / f"{os.urandom(16).hex()}.half"
                if not self._wrote(self.stands[own], half):
                    half.unlink(missing_ok=True)
                    return
                self.kept.keep(own, half)
        self.kept.save()

    def _wrote(self, table: str, half: Path) -> bool:
        """Whether there was room for a table; the run went well without it."""
        text = f"SELECT * FROM {name(table, DUCKDB)}"
        try:
            self.door.say(f"COPY ({text}) TO {quoted(half)} (FORMAT parquet)")
        except (TooLittleMemoryError, failures()):
            return False
        return True

    def _way_of(self, query: Query, *, is_kept: bool, is_view: bool = False) -> str:
        names = sorted(tables_of(query))
        needs = tuple(self.named[one] for one in names)

        def make(name: str, own: Sequence[str]) -> None:
            create = self.door.view if is_view else self.door.create
            create(name, renamed(query, dict(zip(names, own, strict=True))))

        own = _digest("view" if is_view else "query", written(query, DUCKDB), needs)
        self.ways[own] = Way(make, needs, is_kept, is_view=is_view)
        return own

    def _stand(self, own: str) -> str:
        """The name in the database of a table, which is made if it has not been."""
        if own in self.stands:
            return self.stands[own]
        way, made = self.ways[own], f"t_{own}"
        file = self._file(own)
        if file is not None:
            shown = name(made, DUCKDB)
            self.door.say(f"CREATE VIEW {shown} AS SELECT * FROM read_parquet({quoted(file)})")
            self.views.add(own)
        else:
            self.held.update(way.needs)
            way.make(made, [self._stand(one) for one in way.needs])
            self.held.subtract(way.needs)
            if way.is_view:
                self.views.add(own)
            for one in way.needs:
                if one not in self.named.values() and not self.ways[one].is_kept:
                    self._release(one)
        self.stands[own] = made
        return made

    def _file(self, own: str) -> Path | None:
        """The file of a table of an earlier run."""
        return self.kept.table(own) if self.ways[own].is_kept else None

    def _pending(self, tables: Iterable[str]) -> list[str]:
        """The tables that have not been made, of some and of all that they need."""
        found: dict[str, None] = {}
        left = list(tables)
        while left:
            own = left.pop()
            if own not in self.stands and own not in found and self._file(own) is None:
                found[own] = None
                left += self.ways[own].needs
        return list(found)

    def _release(self, own: str) -> None:
        seen = any(own in self.ways[view].needs for view in self.views)
        if own in self.stands and own not in self.views and not seen and not self.held[own]:
            self.door.drop(self.stands.pop(own))


def _digest(*parts: object) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()
