"""What the findings can be filtered by, and which finding has which of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.records import Record, frozen
from factcheck.report.html.finding_view import FindingView
from factcheck.report.html.groups import KINDS, SEVERITIES, kind_of
from factcheck.report.html.names import Names
from factcheck.report.model import Report

KEYS: Final = ("kind", "severity", "rule", "source", "entity", "metric", "tag")

_IN_ORDER: Final = {"kind": tuple(id_ for id_, _, _ in KINDS), "severity": SEVERITIES}
"""Keys whose values are listed in an order of their own."""

MOST_OPTIONS: Final = 500
"""Of one list; what is not in it is found by searching."""


@frozen
class Option(Record):
    """One value that findings can be chosen by, with how many have it."""

    value: int
    """Its number in the index."""
    id: str
    label: str
    number: int


@frozen
class Choices(Record):
    """The lists of options by their keys, and the values of each finding."""

    lists: tuple[tuple[str, tuple[Option, ...]], ...]
    index: tuple[tuple[tuple[int, ...], ...], ...]
    """For each finding, in the order of their numbers, the values of each key."""


def choices(views: Sequence[FindingView], report: Report, names: Names) -> Choices:
    """All that the findings have, most frequent first."""
    tags = {rule.id: rule.tags for rule in report.rules}
    rows = [_values(view, tags) for view in views]
    lists, numbers = [], []
    for place, key in enumerate(KEYS):
        counts = Counter(value for row in rows for value in row[place])
        order = _ordered(key, counts)
        numbers.append({value: number for number, value in enumerate(order)})
        options = [
            Option(number, value, _label(key, value, names), counts[value])
            for number, value in enumerate(order[:MOST_OPTIONS])
        ]
        lists.append((key, tuple(options)))
    index = tuple(
        tuple(tuple(numbers[place][value] for value in row[place]) for place in range(len(KEYS)))
        for row in rows
    )
    return Choices(tuple(lists), index)


def _values(view: FindingView, tags: dict[str, tuple[str, ...]]) -> tuple[Sequence[str], ...]:
    finding = view.finding
    claims = finding.claims
    return (
        (kind_of(finding),),
        (finding.severity,),
        (finding.rule,),
        _each(found.source.id for found in claims),
        _each(found.claim.entity for found in claims),
        _each(found.claim.metric for found in claims),
        tags.get(finding.rule, ()),
    )


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _ordered(key: str, counts: Counter[str]) -> list[str]:
    if key in _IN_ORDER:
        return [one for one in _IN_ORDER[key] if one in counts]
    return sorted(counts, key=lambda one: (-counts[one], one))


def _label(key: str, value: str, names: Names) -> str:
    known = {"source": names.one_source, "entity": names.entity, "metric": names.metric}
    return known[key](value) if key in known else value
