"""Figures that are all in cases: where they are counted, no claim of them has to be looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.engines.sql.door import Door
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.rule import Lowered, Shape
from factcheck.lang.typed import Key
from factcheck.records import Factory, Record, frozen


@frozen
class Complete(Record):
    """Of which references every combination that their claims say is a case."""

    rules: frozenset[tuple[int, int]] = frozenset()
    """Rules, each with the place of such a reference."""
    claims: Mapping[tuple[int, int], int] = Factory(dict)
    """By place and metric of references, how many of their claims are in cases, where known."""


def complete(
    door: Door,
    shape: Shape,
    lowered: Sequence[Lowered],
    taken: Mapping[int, Mapping[int, int]],
    codes: Mapping[Key, int],
) -> Complete:
    """Those that have all fields of their rule, and whose claims are all in its cases.

    `taken` are the claims in cases by rule and place.
    """
    rules, claims = set(), {}
    for one in shape.figures:
        if not isinstance(one, Figures) or set(one.keys) != set(shape.keys):
            continue
        if one.optional or one.binding is not None:
            continue  # it says no case, or others than it takes part in
        of_rules = [codes.get(own.metrics[one.place], 0) for own in lowered]
        whole = dict(door.rows(one.counted(tuple(sorted(set(of_rules))))))
        for rule, code in enumerate(of_rules):
            number = taken.get(rule, {}).get(one.place, 0)
            if number == whole.get(code, 0):
                rules.add((rule, one.place))
            if number == whole.get(code, 0) or _has_one_way(lowered, one.place, rule):
                claims[one.place, code] = number
    return Complete(frozenset(rules), claims)


def _has_one_way(lowered: Sequence[Lowered], place: int, rule: int) -> bool:
    """Whether all rules with the metric that a rule has in a place have the cases of that rule."""
    own = lowered[rule].metrics
    return all(one.metrics == own for one in lowered if one.metrics[place] == own[place])


NOTHING_KNOWN: Final = Complete()
"""Where nothing was asked, as of rules about groups."""
