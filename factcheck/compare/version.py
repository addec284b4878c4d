"""The version that changes call for, by the recipe of the Data Package standard.

https://datapackage.org/recipes/data-package-version/, made definite in docs/packages-in-use.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.compare.model import (
    LEVELS,
    MAJOR,
    MINOR,
    PATCH,
    NamedChange,
    PropertyChange,
    Proposal,
    Reason,
    TableChange,
    VerdictChange,
)
from factcheck.compare.tables import KEYLESS

_VERSION: Final = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+].*)?", re.ASCII)
_INCOMPATIBLE: Final = ("name", "id", "factcheck.dimensions")
_MEANING: Final = {
    "metrics": ("unit_id", "kind", "non_negative"),
    "units": ("dimension", "factor", "iso4217"),
}
"""Cells that change what the figures of other rows mean."""


def propose(
    versions: tuple[str, str],
    properties: Sequence[PropertyChange],
    tables: Sequence[TableChange],
    resources: Sequence[NamedChange],
    rules: Sequence[NamedChange],
    verdicts: Sequence[VerdictChange],
) -> Proposal:
    """The next version after the first of two, and whether the second is enough."""
    reasons = [
        *(reason for change in properties for reason in _of_property(change)),
        *(reason for table in tables for reason in _of_table(table)),
        *(_of_named(change, MAJOR if change.how == "removed" else MINOR) for change in resources),
        *(_of_named(change, MINOR) for change in rules),
    ]
    if verdicts:
        reasons.append(Reason(MINOR, _count(len(verdicts), "other verdict")))
    reasons.sort(key=lambda reason: -LEVELS.index(reason.level))
    level = reasons[0].level if reasons else ""
    old, new = map(_numbers, versions)
    if not level or old is None:
        return Proposal(level, tuple(reasons), "", None)
    proposed = _raised(old, level)
    text = ".".join(map(str, proposed))
    return Proposal(level, tuple(reasons), text, None if new is None else new >= proposed)


def _numbers(version: str) -> tuple[int, ...] | None:
    match = _VERSION.fullmatch(version)
    return match and tuple(int(number) for number in match.groups())


def _raised(version: tuple[int, ...], level: str) -> tuple[int, ...]:
    major, minor, patch = version
    if level == MAJOR:
        return major + 1, 0, 0
    return (major, minor + 1, 0) if level == MINOR else (major, minor, patch + 1)


def _of_property(change: PropertyChange) -> Iterator[Reason]:
    if change.name == "version":
        return
    level = PATCH
    if change.name in _INCOMPATIBLE:
        level = MAJOR
    elif change.name.startswith("factcheck."):
        level = MINOR
    yield Reason(level, f"{change.name} changed")


def _of_table(table: TableChange) -> Iterator[Reason]:
    name = table.name
    if table.presence != "both":
        level = MINOR if table.presence == "added" else MAJOR
        yield Reason(level, f"table {name} {table.presence}")
        return
    for columns, how in ((table.columns_added, "added"), (table.columns_removed, "removed")):
        for column in columns:
            yield Reason(MAJOR, f"column {column} of {name} {how}")
    if table.reordered:
        yield Reason(MAJOR, f"columns of {name} in another order")
    for change in table.schema:
        yield Reason(MAJOR, f"{change.what} of {_of(name, change.column)} changed")
    if table.added:
        yield Reason(MINOR, f"{_count(len(table.added), 'row')} of {name} added")
    if table.removed:
        level = MINOR if name == KEYLESS else MAJOR
        yield Reason(level, f"{_count(len(table.removed), 'row')} of {name} removed")
    yield from _of_changed(table)


def _of(table: str, column: str) -> str:
    return f"column {column} of {table}" if column else table


def _of_changed(table: TableChange) -> Iterator[Reason]:
    if not table.changed:
        return
    other = _MEANING.get(table.name, ())
    meant = [row for row in table.changed if any(cell.column in other for cell in row.cells)]
    if meant:
        yield Reason(MAJOR, f"{_count(len(meant), 'row')} of {table.name} with another meaning")
    if len(table.changed) > len(meant):
        number = len(table.changed) - len(meant)
        yield Reason(MINOR, f"{_count(number, 'row')} of {table.name} changed")


def _of_named(change: NamedChange, level: str) -> Reason:
    return Reason(level, f"{change.kind} {change.name} {change.how}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
