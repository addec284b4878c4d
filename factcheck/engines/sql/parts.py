"""The parts over which folds run, as tables: which part belongs to which case, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.claims.model import Claims
from factcheck.engines.package import Package
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.lang.typed import Key
from factcheck.values.period import Period, parts, whole_months
from factcheck.values.period.days import MONTHS_OF
from factcheck.vocabulary.exchange import Exchange

MOST_PARTS: Final = 2_000
"""Cases of more parts than this are left to the exact engine."""
KINDS: Final[Mapping[str, str]] = {
    "years": "year",
    "halves": "half",
    "quarters": "quarter",
    "months": "month",
}


def tables_of_parts(facts: Facts, axis: str) -> tuple[str, str, int]:
    """`own` parts of each `case`; of each case the `number` of all, and whether `more` are.

    The third is the greatest of the numbers.
    """
    owns, wholes = facts.side.name(("parts", axis)), facts.side.name(("wholes", axis))
    if owns is not None and wholes is not None:
        counted = facts.side.made["wholes", axis][2]
        return owns, wholes, max((int(row[1] or 0) for row in counted), default=0)
    codes = facts.codes["entity" if axis == "members" else "period"]
    known, cases = [], []
    for case, listed, more in _wholes(facts, axis):
        if len(listed) > MOST_PARTS:
            raise UnsupportedError(_too_many(axis))
        cases.append((codes[case], len(listed), more))
        known += [(codes[one], codes[case]) for one in listed if one in codes]
    columns = (("case", "INTEGER"), ("number", "INTEGER"), ("more", "BOOLEAN"))
    return (
        facts.side.add(("parts", axis), (("own", "INTEGER"), ("case", "INTEGER")), known),
        facts.side.add(("wholes", axis), columns, cases),
        max((number for _, number, _ in cases), default=0),
    )


def _too_many(axis: str) -> str:
    return f"a case of more than {MOST_PARTS:,} {axis}"


def _wholes(facts: Facts, axis: str) -> Iterator[tuple[Key, Sequence[Key], bool]]:
    """What may be a case, with its parts, and whether an open list may have more."""
    if axis == "members":
        package = Package(facts.vocabulary, Claims("", ()), Exchange(()))
        for group, members in package.members.items():
            if group not in facts.codes["entity"]:
                raise UnsupportedError(f"members of `{group}`, which no claim is about")
            yield group, members, package.is_open(group)
        return
    for period in facts.codes["period"]:
        if not isinstance(period, Period):
            continue
        if (whole_months(period) or 0) > MOST_PARTS * MONTHS_OF[KINDS[axis]]:
            raise UnsupportedError(_too_many(axis))
        listed = parts(period, KINDS[axis])
        if listed:
            yield period, listed, False
