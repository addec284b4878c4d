"""Small tables in which queries look up what the codes of a field stand for."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeAlias

from factcheck.engines.sql.door import Door
from factcheck.records import Factory, define

Rows: TypeAlias = "Sequence[tuple[bool | int | float | str | None, ...]]"
_Made: TypeAlias = tuple[str, Sequence[tuple[str, str]], Rows]


@define
class SideTables:
    """Each is asked for by what it says, and made once for all rules of a run."""

    made: dict[Hashable, _Made] = Factory(dict)
    filled: int = 0

    def name(self, of: Hashable) -> str | None:
        """The name of the table that says something; None when it is not made yet."""
        return self.made[of][0] if of in self.made else None

    def add(self, of: Hashable, columns: Sequence[tuple[str, str]], rows: Rows) -> str:
        """Another table, by its name."""
        self.made[of] = f"side_{len(self.made)}", columns, rows
        return self.made[of][0]

    def fill(self, door: Door) -> None:
        """Hand those that are new to an engine."""
        for name, columns, rows in list(self.made.values())[self.filled :]:
            door.fill(name, columns, rows)
        self.filled = len(self.made)
