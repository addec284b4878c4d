"""The stages in which cases are decided: from hulls, and from readings what these leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engines.sql.cases import CASES, OPEN, RULE
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, call
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.near import Near
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.rule import Shape
from factcheck.engines.sql.sources import renamed

_FIRST = "first"
_FEW = "few"


ClaimsTaken = Mapping[int, Mapping[int, int]]
"""By rule and place, how many claims of a reference are in its cases."""


def create_cases(
    door: Door, claims: Layers, shape: Shape, metrics: Mapping[int, tuple[int, ...]]
) -> ClaimsTaken:
    """The table of cases, with their truths as far as queries know them.

    `claims` is the query of all claims, `metrics` are the codes of those of each place.
    """
    figures = [one for one in shape.figures if isinstance(one, Figures)]
    hulls = [
        (f"class_{one.place}", one.classes(metrics[one.place]))
        for one in figures
        if not one.is_kept
    ]
    door.create(_FIRST, Layers((*hulls, *shape.cases.layers), shape.cases.last))
    taken = _claims_in_cases(door, [one.place for one in figures if not one.optional])
    stages, made = [_FIRST], [_FIRST]
    open_, few = Column("truth").is_null() & ~Column("odd"), 0
    keys: dict[str, Expression] = {name: Column(name) for name in (RULE, *shape.keys)}
    for number, readings in enumerate(shape.readings):
        columns = {"n": call("count")}
        if not number:
            columns["crowded"] = call("some", Column("crowded"))
        ((left, *crowded),) = door.rows(Select(columns, Table(stages[-1]), where=open_))
        if left <= few:
            break
        door.create(OPEN, Select(keys, Table(stages[-1]), where=open_))
        if not number:
            made += _create_distinct(door, claims, shape, metrics)
        source = OPEN
        if any(crowded):  # what is tried once has few readings
            door.create(_FEW, shape.few)
            source = _FEW
        stages.append(f"readings_{number}")
        made.append(stages[-1])
        door.create(stages[-1], renamed(readings, {OPEN: source}))
        for table in {OPEN: None, source: None}:
            door.drop(table)
        open_, few = Column("truth").is_null(), door.most.few_open
    door.create(CASES, _decided(stages, tuple(keys)))
    for table in made:
        door.drop(table)
    return taken


def _claims_in_cases(door: Door, places: Sequence[int]) -> ClaimsTaken:
    rule = Column(RULE)
    columns = {RULE: rule, **{f"n_{one}": call("sum", Column(f"n_{one}")) for one in places}}
    found = door.rows(Select(columns, Table(_FIRST), group=(rule,))) if places else []
    return {
        rule: {place: int(n) for place, n in zip(places, numbers, strict=True)}
        for rule, *numbers in found
    }


def _create_distinct(
    door: Door, claims: Layers, shape: Shape, metrics: Mapping[int, tuple[int, ...]]
) -> list[str]:
    """The tables of the distinct figures in the open cases."""
    chosen = [one for one in shape.figures if not one.optional]
    near = Near(door, claims, OPEN)
    made = []
    for one in chosen:
        made.append(f"distinct_{one.place}")
        door.create(made[-1], near.over(one, one.of_open_cases(metrics[one.place])))
    near.drop()
    return made


def _decided(stages: Sequence[str], names: tuple[str, ...]) -> Select:
    """The cases with the truth that the first stage has that decides them."""
    own: dict[str, Expression] = {name: Column(name, stages[0]) for name in names}
    joins = [
        Join(Table(stage), all_of(*(v.equals(Column(n, stage)) for n, v in own.items())), "left")
        for stage in stages[1:]
    ]
    truths = [Column("truth", stage) for stage in stages]
    truth = call("coalesce", *truths) if joins else truths[0]
    return Select({**own, "truth": truth}, Table(stages[0]), joins)
