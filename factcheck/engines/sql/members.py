"""How many members the case's entity has, as a table beside the cases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.model import Claims
from factcheck.engines.package import Package
from factcheck.engines.sql.arithmetic import Counts
from factcheck.engines.sql.expression import Column, Expression
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.query import Join, Table
from factcheck.plan import model
from factcheck.vocabulary.exchange import Exchange

_ENDS: Final = ("members_least", "members_most")
COUNTS: Final[Counts] = {"members": (Column(_ENDS[0]), Column(_ENDS[1]))}
"""Of an open list there is no greatest number; without a list there is none at all."""


def is_counted(numbers: Sequence[object]) -> bool:
    """Whether members are counted among some numbers."""
    return any(isinstance(one, model.CountOf) and one.what == "members" for one in numbers)


def beside(facts: Facts, entity: Expression) -> tuple[Join, dict[str, Expression]]:
    """The table that has the members of an entity, and its columns."""
    name = facts.side.name("members") or _fill(facts)
    join = Join(Table(name), entity.equals(Column("entity", name)), "left")
    return join, {end: Column(end, name) for end in _ENDS}


def _fill(facts: Facts) -> str:
    package = Package(facts.vocabulary, Claims("", ()), Exchange(()))
    codes = facts.codes["entity"]
    rows = [
        (codes[group], len(members), None if package.is_open(group) else len(members))
        for group, members in package.members.items()
        if members and group in codes
    ]
    columns = [("entity", "INTEGER"), *((end, "INTEGER") for end in _ENDS)]
    return facts.side.add("members", columns, rows)
