"""What an engine hands to the judge: one row a case, with the figures each reference may choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import frozen

from factcheck.claims.model import Claim
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan
from factcheck.values.interval import Interval
from factcheck.values.record import Record
from factcheck.values.unit import Unit

CaseKey: TypeAlias = tuple[Key | None, ...]
"""The values of the scope's fields; None where the claims state none."""


@frozen(eq=False)
class Figure:
    """One figure, with the claims that state it: same unit, same bounds, same rate if converted."""

    bounds: Interval
    unit: Unit
    claims: tuple[Claim, ...]


@frozen(eq=False, repr=False)
class Part(Record):
    """One part of a fold: a member, a quarter; with the figures of each reference that moves.

    `unnamed` stands for the members that an open list leaves out.
    """

    key: tuple[Key, ...]
    figures: Mapping[int, tuple[Figure, ...]]
    unnamed: bool = False


@frozen(eq=False, repr=False)
class CaseRow(Record):
    """One case: what each reference may choose, the parts of each fold, the claims of a group."""

    key: CaseKey
    figures: Mapping[int, tuple[Figure, ...]]
    parts: Mapping[int, tuple[Part, ...]]
    claims: tuple[Claim, ...]
    """All claims that take part in the case."""


@frozen(eq=False, repr=False)
class RuleRows(Record):
    """All cases of one rule, in a stable order, and what came near to being one."""

    plan: RulePlan
    cases: tuple[CaseRow, ...]
    unmatched: int
    nearest_miss: str
