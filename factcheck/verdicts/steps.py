"""One case step by step: figures, calculations, comparisons, as a frozen tree to be drawn."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.rows import CaseKey
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen
from factcheck.values.interval import Interval
from factcheck.values.truth import Truth
from factcheck.values.unit import Unit
from factcheck.verdicts.room import Room
from factcheck.vocabulary.exchange import ExchangeRate
from factcheck.vocabulary.model import Source


@frozen
class FigureStep(Record):
    """A figure that the reading chose for a reference, and how its bounds came about."""

    name: str
    """The reference as it may be written: `capex[status = plan]`."""
    claims: tuple[tuple[Claim, Source], ...]
    """All that state it."""
    bounds: Interval
    how: tuple[str, ...]
    rates: tuple[ExchangeRate, ...]
    converted: Interval | None
    converted_unit: str
    others: tuple[str, ...]
    """The ids of claims with other figures, which other readings choose."""


@frozen
class ClaimStep(Record):
    """A claim of a rule about claims, with its values of the fields that are asked for."""

    claim: Claim
    source: Source
    values: tuple[tuple[str, str], ...]
    decisive: bool
    how: tuple[str, ...]


@frozen
class NumberStep(Record):
    """A number of the check, what it may be, and what it is made of."""

    text: str
    bounds: Interval | None
    """None when it cannot be had."""
    unit: str
    exact: bool
    """Whether every number inside the bounds is reached by some choice of figures."""
    reason: str
    """Why it cannot be had, or stands for a part that is not stated."""
    parts: tuple[NumberStep, ...]


@frozen
class Side(Record):
    """One side of a comparison, in base units."""

    text: str
    bounds: Interval
    unit: Unit
    reference: str
    """The reference that it is, as in `Drawn.name`; empty for what is calculated or written."""
    written: bool
    """Whether it is a literal of the rule."""


@frozen
class Sides(Record):
    """A comparison as it can be drawn: the left side, and the room that the right one leaves it.

    Where both hold one figure, the left side is their difference and the right one zero.
    """

    operator: str
    left: Side
    right: Side
    room: Room | None


@frozen
class Drawn(Record):
    """A figure of the case as it can be drawn, in base units and the currency of the check."""

    name: str
    """The reference that may choose it, or the field on which claims have to agree."""
    claims: tuple[str, ...]
    bounds: Interval
    unit: Unit
    chosen: bool
    """Whether the reading that decides chose it."""


@frozen
class TruthStep(Record):
    """A test with its truth, and what it was judged on."""

    text: str
    truth: Truth | None
    """None where it does not arise."""
    numbers: tuple[NumberStep, ...]
    values: tuple[tuple[str, str], ...]
    """The fields that it asks for, with their values."""
    reasons: tuple[str, ...]
    margin: str
    parts: tuple[TruthStep, ...]
    sides: Sides | None = None
    """None for what compares no numbers that are known."""


@frozen
class RateStep(Record):
    """A rate that was used, with the sources of its rows and the claims it converted."""

    rate: ExchangeRate
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@frozen
class Settling(Record):
    """What the verdict would be if some figures were exactly their printed numbers."""

    what: str
    truth: Truth
    together: bool
    """Whether it is all the figures, rather than one."""


@frozen
class CaseSteps(Record):
    """One case through its deciding reading."""

    key: CaseKey
    truth: Truth
    deciding: int
    total: int
    on_hull: bool
    figures: tuple[FigureStep, ...]
    claims: tuple[ClaimStep, ...]
    rates: tuple[RateStep, ...]
    premises: tuple[TruthStep, ...]
    check: TruthStep
    message: str
    substituted: str
    margin: str
    settle: str
    settling: tuple[Settling, ...]
    notes: tuple[str, ...]
    drawn: tuple[Drawn, ...] = ()


@frozen
class Explained(Record):
    """A rule with the case that was picked; no steps where there is no such case."""

    path: str
    plan: RulePlan | None
    steps: CaseSteps | None
    wanted: tuple[tuple[str, str], ...]
    """What the case was asked to have: fields and values."""
    matching: tuple[tuple[CaseKey, Truth], ...]
    """All cases that have it, the worst first."""
    cases: tuple[tuple[CaseKey, Truth], ...]
    """All cases of the rule, the worst first."""
    nearest_miss: str
    misused: str
    """What cannot be meant: an unknown rule or field, with what is known; else empty."""
    diagnostics: tuple[Diagnostic, ...]
    texts: tuple[tuple[str, str], ...]
