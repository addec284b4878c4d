"""The report: what a run found, ready to be drawn; renderers compute nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.claims.model import Claim
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.grounding.model import Grounding, Passage
from factcheck.records import Factory, Record, frozen
from factcheck.vocabulary.model import Source

if TYPE_CHECKING:  # the classes of steps take long to make, and few runs have any
    from factcheck.report.details import Details


@frozen
class FindingClaim(Record):
    """One claim of a finding, with its source and its own file and line."""

    claim: Claim
    source: Source
    location: Span
    lower: str
    upper: str
    """Bounds as exact decimal text, `-inf` and `inf` where unbounded."""
    decisive: bool
    """Whether the claim stands in all the violated (else undetermined) readings."""
    passage: Passage | None = None
    """The words around its quote; None where the text is not at hand, or has no one place of it."""


@frozen
class Conversion(Record):
    """A rate that was used: 1 `from_unit` was `lower` to `upper` `to_unit` over the dates."""

    claim: str
    from_unit: str
    to_unit: str
    lower: str
    upper: str
    start: str
    end: str
    rates: tuple[str, ...]
    sources: tuple[str, ...]


@frozen
class Waived(Record):
    """A finding that was accepted: why, by whom, until which day, and where that is written."""

    reason: str
    by: str
    expires: str
    """The last day on which it holds; empty for no end."""
    location: Span


@frozen
class Finding(Record):
    """A case that is violated or undetermined, or a rule that was not exercised."""

    rule: str
    title: str
    verdict: str
    """violated, undetermined or not_exercised."""
    severity: str
    message: str
    """One line: what is wrong, with the numbers."""
    because: str
    check: str
    """The check as written, on one line."""
    substituted: str
    """The check with the numbers put in."""
    margin: str
    """By how much it fails, with the tolerance at which it would flip; empty unless violated."""
    settle: str
    """What would settle an undetermined verdict, or exercise the rule."""
    case: tuple[tuple[str, str], ...]
    readings_violated: int
    readings_total: int
    on_hull: bool
    location: Span
    claims: tuple[FindingClaim, ...]
    conversions: tuple[Conversion, ...]
    notes: tuple[str, ...]
    """What the verdict rests on: inferred columns, members counted, copies counted once."""
    fingerprint: str
    figures: str = ""
    """A digest of what its claims state and of its rates: another one when a figure changes."""
    waived: Waived | None = None
    baseline: str = ""
    """new or unchanged, beside the earlier report that was given; else empty."""

    @property
    def is_excused(self) -> bool:
        """Whether it was accepted, or known before: it is told, and calls for no exit status."""
        return self.waived is not None or self.baseline == "unchanged"


@frozen
class RuleResult(Record):
    """What one rule came to: its worst case, and how many of each."""

    id: str
    title: str
    severity: str
    location: Span
    status: str
    """holds, violated, undetermined or not_exercised."""
    unmatched: int
    """Combinations in which a reference found no figure."""
    nearest_miss: str
    holds: int
    violated: int
    undetermined: int
    may_be_empty: bool
    tags: tuple[str, ...] = ()
    told: int = 0
    """Cases that are findings. A report has fewer where what draws it shows no more than these."""


@frozen
class Verdict(Record):
    """One case of one rule, whatever it came to."""

    rule: str
    case: tuple[tuple[str, str], ...]
    verdict: str
    readings_deciding: int
    readings_total: int
    claims: tuple[str, ...]


@frozen
class Report(Record):
    """One run over one package; everything in a stable order."""

    package_name: str
    package_version: str
    package_path: str
    claims: int
    claims_in_no_case: int
    no_case_reasons: tuple[tuple[str, int], ...]
    """Why claims took part in no case, most frequent first."""
    rules: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Diagnostic, ...]
    lines: Mapping[tuple[str, int], str] = Factory(dict)
    """The text of the lines that diagnostics point at, by path and line number."""
    verdicts: tuple[Verdict, ...] = ()
    """Every case of every rule."""
    grounding: Grounding | None = None
    """What the quotes say about the claims; None where no claim has one."""
    gone: int | None = None
    """Findings of the earlier report that are no more; None where none was given."""
    details: Details | None = None
    """What only some formats draw; see `in_full`."""
