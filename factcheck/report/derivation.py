"""How a finding comes about, step by step: each figure at its row, each rate, then the check."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen
from factcheck.report.figures import bounds, figure, number
from factcheck.report.model import Conversion, Finding, FindingClaim


@frozen
class Step(Record):
    """One step, at the place in a file where it can be looked up."""

    location: Span
    text: str


def derivation(finding: Finding) -> Iterator[Step]:
    """The claims in their order, the rates, and the check with its numbers."""
    places = {found.claim.id: found.location for found in finding.claims}
    for found in finding.claims:
        yield Step(found.location, claim_text(found))
    for conversion in finding.conversions:
        place = places.get(conversion.claim, finding.location)
        yield Step(place, rate_text(conversion))
    check = finding.substituted or finding.check
    yield Step(finding.location, f"{check}: {finding.verdict.replace('_', ' ')}")


def claim_text(found: FindingClaim) -> str:
    """A claim in one line: its figure, what it is about, who says so, and in which words."""
    claim, source = found.claim, found.source
    allowed = bounds(found)
    parts = (
        f"{figure(claim)} ({allowed})" if allowed else figure(claim),
        claim.metric,
        claim.entity,
        claim.period.text if claim.period else "",
        claim.status,
        source.publisher or source.title or source.id,
        source.published.isoformat() if source.published else "",
    )
    said = ", ".join(filter(None, parts))
    return f"{claim.id}: {said}: “{claim.quote}”" if claim.quote else f"{claim.id}: {said}"


def rate_text(conversion: Conversion) -> str:
    """A rate in one line: what one unit was worth, when, and which rows and sources say so."""
    value = number(conversion.lower)
    if conversion.lower != conversion.upper:
        value += f" to {number(conversion.upper)}"
    text = f"1 {conversion.from_unit} = {value} {conversion.to_unit}"
    if conversion.start == conversion.end:
        text += f" on {conversion.start}"
    else:
        text += f" from {conversion.start} to {conversion.end}"
    origins = ", ".join([*conversion.rates, *conversion.sources])
    return f"{text} ({origins})" if origins else text
