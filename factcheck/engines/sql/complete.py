"""Figures that are all in cases: where they are counted, no claim of them has to be looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, call
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.sql.rule import Lowered, Shape
from factcheck.lang.typed import Key
from factcheck.records import Factory, Record, frozen


@frozen
class Complete(Record):
    """Of which references every combination that their claims say is a case."""

    rules: frozenset[tuple[int, int]] = frozenset()
    """Rules, each with the place of such a reference."""
    claims: Mapping[tuple[int, int], int] = Factory(dict)
    """By place and metric of such references, how many claims they take."""


def complete(
    door: Door,
    shape: Shape,
    lowered: Sequence[Lowered],
    cases: Sequence[int],
    codes: Mapping[Key, int],
) -> Complete:
    """Those whose classes are as many as the cases of their rule, and have all of its fields."""
    rules, claims = set(), {}
    for one in shape.figures:
        if not isinstance(one, Figures) or set(one.keys) != set(shape.keys):
            continue
        if one.optional or one.binding is not None:
            continue  # it says no case, or others than it takes part in
        metric = Column("metric")
        columns = {
            "metric": metric,
            "n": call("count"),
            "claims": call("sum", Column(f"n_{one.place}")),
        }
        found = {
            code: (classes, int(number))
            for code, classes, number in door.rows(
                Select(columns, Table(one.said_in), group=(metric,))
            )
        }
        for rule, own in enumerate(lowered):
            code = codes.get(own.metrics[one.place], 0)
            classes, number = found.get(code, (0, 0))
            if classes == cases[rule]:
                rules.add((rule, one.place))
                claims[one.place, code] = number
    return Complete(frozenset(rules), claims)


NOTHING_KNOWN: Final = Complete()
