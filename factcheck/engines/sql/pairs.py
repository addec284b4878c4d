"""Selectors that lead from a case to figures elsewhere, as tables of pairs of codes.

`[other entity]`, `[any group]`, `[any longer period]`, `[any earlier period]`: each value that a
claim may have, beside each value that a case may have, where the one meets the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.claims.model import Claims
from factcheck.engines.exact.moves import backward, meets
from factcheck.engines.package import Package
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.lang.typed import Key
from factcheck.plan.model import JoinOn
from factcheck.vocabulary.exchange import Exchange

MOST_PAIRS: Final = 250_000
"""A selector that meets more is left to the exact engine."""
MET: Final = ("other", "longer", "earlier")
"""Steps that do not say which cases there are: figures elsewhere have to."""


def pairs_of(facts: Facts, on: JoinOn) -> str:
    """The table of the `own` codes that each `case` meets; UnsupportedError where it is long."""
    key = "pairs", on.field, on.how
    known = facts.side.name(key)
    if known is not None:
        return known
    codes = facts.codes[on.field]
    if on.how == "group":
        listed = _groups(facts)
    else:
        if len(codes) ** 2 > MOST_PAIRS:
            raise UnsupportedError(
                f"a selector by which each `{on.field}` of {len(codes):,} may meet every other"
            )
        listed = ((own, case) for case in codes for own in codes if meets(on, case, own))
    rows = [(codes[own], codes[case]) for own, case in listed]
    return facts.side.add(key, (("own", "INTEGER"), ("case", "INTEGER")), rows)


def _groups(facts: Facts) -> Iterator[tuple[Key, Key]]:
    """Each group that a claim may be about, and its members, of which any may be a case."""
    package = Package(facts.vocabulary, Claims("", ()), Exchange(()))
    on = JoinOn("entity", "group")
    for group in facts.codes["entity"]:
        for member in backward(package, on, group):
            if isinstance(member, str):
                yield group, member
