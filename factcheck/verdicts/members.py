"""`members agree`: the lists of members that sources give of one group."""

from __future__ import annotations

from itertools import combinations

from factcheck.values.truth import Truth
from factcheck.verdicts.outcome import NoCaseError, Outcome
from factcheck.verdicts.reading import Reading


def members_agree(reading: Reading) -> Outcome:
    """Closed lists are the same set, open ones lie within them; one list alone is no case."""
    entity = reading.row.key[0]
    lists: dict[str, set[str]] = {}
    open_lists: set[str] = set()
    for row in reading.package.lists(str(entity)):
        if row.source is not None:
            lists.setdefault(row.source, set()).add(row.member)
            if row.open:
                open_lists.add(row.source)
    if len(lists) < 2:  # noqa: PLR2004 (nothing was compared)
        raise NoCaseError
    details: list[str] = []
    for first, second in combinations(sorted(lists), 2):
        details += _differences(lists, open_lists, first, second)
    if details:
        return Outcome(Truth.VIOLATED, details=tuple(details))
    return Outcome(Truth.HOLDS)


def _differences(
    lists: dict[str, set[str]], open_lists: set[str], first: str, second: str
) -> list[str]:
    """Members in one list that the other, not being open, leaves out."""
    found = []
    for one, other in ((first, second), (second, first)):
        extra = sorted(lists[one] - lists[other])
        if extra and other not in open_lists:
            found.append(f"{one} lists {', '.join(extra)}, and {other} does not")
    return found
