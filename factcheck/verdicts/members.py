"""`members agree`: the lists of members that sources give of one group."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Final

from factcheck.values.truth import Truth
from factcheck.verdicts.outcome import Listed, NoCaseError, Outcome
from factcheck.verdicts.reading import Reading

SHOWN: Final = 20
"""Members of a list, and rows of it, that are named; the others are counted."""


def members_agree(reading: Reading) -> Outcome:
    """Closed lists are the same set, open ones lie within them; one list alone is no case."""
    lists = _lists(reading)
    if len(lists) < 2:  # noqa: PLR2004 (nothing was compared)
        raise NoCaseError
    details: list[str] = []
    apart: set[str] = set()
    for first, second in combinations(lists, 2):
        found = [*_extra(first, second), *_extra(second, first)]
        if found:
            details += found
            apart |= {first.source, second.source}
    if details:
        told = tuple(one for one in lists if one.source in apart)
        return Outcome(Truth.VIOLATED, details=tuple(details), lists=told)
    return Outcome(Truth.HOLDS, lists=tuple(lists))


def _lists(reading: Reading) -> list[Listed]:
    """What each source lists, in the order of their ids."""
    entity = reading.row.key[0]
    found: dict[str, list[tuple[str, bool, str, int]]] = {}
    for row in reading.package.lists(str(entity)):
        if row.source is not None:
            found.setdefault(row.source, []).append((row.member, row.open, row.path, row.line))
    return [
        Listed(
            source,
            tuple(sorted({member for member, *_ in rows})),
            any(is_open for _, is_open, *_ in rows),
            tuple(sorted((path, line) for *_, path, line in rows)),
        )
        for source, rows in sorted(found.items())
    ]


def _extra(one: Listed, other: Listed) -> list[str]:
    """Members in one list that the other, not being open, leaves out."""
    extra = sorted({*one.members} - {*other.members})
    if not extra or other.open:
        return []
    return [f"{one.source} lists {', '.join(extra)}, and {other.source} does not"]


def list_text(listed: Listed) -> str:
    """Who lists whom, and in which rows: `wire lists acme and bolt (memberships.csv:2, 5)`."""
    members = _first(listed.members)
    if listed.open:
        members += " among others"
    lines: dict[str, list[str]] = {}
    for path, line in listed.places:
        lines.setdefault(path, []).append(str(line))
    places = "; ".join(f"{path}:{_first(numbers)}" for path, numbers in lines.items())
    return f"{listed.source} lists {members} ({places})"


def _first(texts: Iterable[str]) -> str:
    """All of a few, the first of many with the number of the others."""
    listed = list(texts)
    more = len(listed) - SHOWN
    return ", ".join(listed[:SHOWN]) + (f" and {more:,} more" if more > 0 else "")
