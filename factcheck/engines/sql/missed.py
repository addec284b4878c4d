"""What figures say of cases where there is none, since another figure is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from factcheck.engines.exact.nearest import LOOKED_AT, nearest_miss
from factcheck.engines.rows import CaseKey
from factcheck.engines.sql.cases import CASES, PARAMS, RULE
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, call, one_of
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.query import Join, Layers, Query, Select, Table, Union
from factcheck.engines.sql.rule import Lowered, Shape
from factcheck.engines.sql.taken import Taken
from factcheck.plan.model import RulePlan
from factcheck.records import evolve

Missed: TypeAlias = dict[tuple[str, ...], dict[CaseKey, list[int]]]
"""Combinations that are no case, by their fields, with the references that say them."""
KeyOf: TypeAlias = Callable[[RulePlan, Sequence[int], Sequence[str]], CaseKey]
"""The values of a rule's fields, from their codes."""


def all_missed(
    door: Door,
    shape: Shape,
    lowered: Sequence[Lowered],
    plans: Sequence[RulePlan],
    key_of: KeyOf,
    complete: Collection[tuple[int, int]] = (),
) -> dict[int, tuple[int, str]]:
    """By rule, how many combinations are no case, and which came nearest to being one.

    Rules of the same metrics have the same cases, so the first of them stands for all. `complete`
    are rules with the place of a reference that says nothing but cases.
    """
    first: dict[tuple[str, ...], int] = {}
    for rule, one in enumerate(lowered):
        first.setdefault(one.metrics, rule)
    groups: dict[tuple[str, ...], list[int]] = {}
    for figure in shape.figures:
        if isinstance(figure, Figures) and figure.optional:
            continue
        if all((rule, figure.place) in complete for rule in first.values()):
            continue
        groups.setdefault(figure.said.fields, []).append(figure.place)
    totals: dict[int, int] = {}
    listed: dict[int, Missed] = {}
    for fields, places in groups.items():
        keys = shape.figures[places[0]].said.keys
        said = [shape.figures[place] for place in places]
        door.create("missed", _without_case(keys, said, tuple(first.values())))
        plain: dict[str, Expression] = {name: Column(name) for name in (RULE, *keys)}
        apart = Select(plain, Table("missed"), distinct=True)
        by = (Column(RULE),)
        counted = Select({RULE: by[0], "n": call("count")}, Table("apart"), group=by)
        numbers = dict(door.rows(Layers((("apart", apart),), counted)))
        for rule, *codes, place in _near(door, numbers, keys, len(places)):
            near = listed.setdefault(rule, {}).setdefault(fields, {})
            near.setdefault(key_of(plans[rule], codes, fields), []).append(place)
        for rule, number in numbers.items():
            totals[rule] = totals.get(rule, 0) + number
        door.drop("missed")
    found = {}
    for rule, one in enumerate(lowered):
        like = first[one.metrics]
        if like in totals:
            found[rule] = totals[like], nearest_miss(plans[rule], listed[like])
    return found


def _near(
    door: Door, numbers: Mapping[int, int], keys: tuple[str, ...], places: int
) -> list[tuple[int, ...]]:
    """The first combinations of rules that are no case, with the references that say them."""
    names = (*keys, "place")
    columns: dict[str, Expression] = {name: Column(name) for name in (RULE, *names)}
    order = tuple(map(Column, names))
    if all(number <= LOOKED_AT for number in numbers.values()):
        return door.rows(Select(columns, Table("missed"), order=order)) if numbers else []
    return [
        row
        for rule in numbers
        for row in door.rows(
            Select(
                columns,
                Table("missed"),
                where=Column(RULE).equals(rule),
                order=order,
                limit=LOOKED_AT * places,
            )
        )
    ]


def _without_case(keys: tuple[str, ...], listed: Sequence[Taken], rules: tuple[int, ...]) -> Query:
    """What some references say of the cases of some rules, where there is none."""
    parts, layers = [], []
    for one in listed:
        name = one.said_in
        if isinstance(one, Figures) and one.binding is None:
            said = one.combinations()
            of_rules = one_of(Column(RULE, PARAMS), rules)
            layers.append((name, evolve(said, where=one.where & of_rules)))
        columns: dict[str, Expression] = {key: Column(key, name) for key in (RULE, *keys)}
        on = all_of(*(value.equals(Column(key, CASES)) for key, value in columns.items()))
        parts.append(
            Select(
                {**columns, "place": call("to_bigint", one.place)},
                Table(name),
                [Join(Table(CASES), on, "anti")],
                where=one_of(columns[RULE], rules),
                distinct=True,
            )
        )
    union = Union(tuple(parts))
    return Layers(layers, union) if layers else union
