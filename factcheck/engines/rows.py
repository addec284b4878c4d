"""What an engine hands to the judge: one row a case, with the figures each reference may choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from factcheck.claims.model import Claim
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen
from factcheck.values.interval import Interval
from factcheck.values.truth import Truth
from factcheck.values.unit import Unit

MAX_PARTS: Final = 100_000
"""A fold of more parts than this, those of folds inside it counted, is not taken: undetermined."""
CaseKey: TypeAlias = tuple[Key | None, ...]
"""The values of the scope's fields; None where the claims state none."""


@frozen
class Figure:
    """One figure, with the claims that state it: same unit, same bounds, same rate if converted."""

    bounds: Interval
    unit: Unit
    claims: tuple[Claim, ...]


@frozen
class Part(Record):
    """One part of a fold: a member, a quarter; with the figures of each reference that moves.

    `unnamed` stands for the members that an open list leaves out, and for parts of which nothing is
    known: there may be none of them, or several.
    """

    key: tuple[Key, ...]
    figures: Mapping[int, tuple[Figure, ...]]
    unnamed: bool = False
    parts: Mapping[int, tuple[Part, ...]] = {}
    """Those of the folds inside it that depend on it."""

    @property
    def stated(self) -> bool:
        """Whether all its references have figures, and all folds inside it a stated part."""
        return all(self.figures.values()) and all(
            any(part.stated for part in listed) for listed in self.parts.values()
        )


@frozen
class CaseRow(Record):
    """One case: what each reference may choose, the parts of each fold, the claims of a group."""

    key: CaseKey
    figures: Mapping[int, tuple[Figure, ...]]
    parts: Mapping[int, tuple[Part, ...]]
    claims: tuple[Claim, ...]
    """All claims that take part in the case."""
    too_many: frozenset[int] = frozenset()
    """The folds that have more than MAX_PARTS parts, and are left without any."""


@frozen
class Decided(Record):
    """How many cases an engine has judged by itself, and does not bring back."""

    holds: int = 0
    violated: int = 0
    undetermined: int = 0
    left: str = ""
    """What no query decides and nobody looked at, in words: it is among the undetermined."""
    aside: int = 0
    """Of the violated and undetermined ones, those that are told where a report shows as many."""

    def number(self, truth: Truth) -> int:
        """How many have a verdict."""
        return (self.violated, self.undetermined, self.holds)[truth]


NOTHING: Final = Decided()


@frozen
class RuleRows(Record):
    """The cases of one rule that are to be judged, in a stable order; and what came near to one."""

    plan: RulePlan
    cases: tuple[CaseRow, ...]
    unmatched: int
    nearest_miss: str
    decided: Decided = NOTHING
    """The cases beside those."""


def every_part(row: CaseRow) -> Iterator[tuple[tuple[Key, ...], Part]]:
    """All parts of the folds of a case, those inside others with the keys of both."""
    for listed in row.parts.values():
        yield from _parts((), listed)


def _parts(
    around: tuple[Key, ...], listed: tuple[Part, ...]
) -> Iterator[tuple[tuple[Key, ...], Part]]:
    for part in listed:
        key = (*around, *part.key)
        yield key, part
        for inner in part.parts.values():
            yield from _parts(key, inner)
