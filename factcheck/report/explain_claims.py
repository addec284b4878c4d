"""The figures, claims and rates of one case, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.model import Claim
from factcheck.report.amounts import amount
from factcheck.report.figures import figure
from factcheck.report.limits import CLAIMS_SHOWN
from factcheck.report.page import Page, clean
from factcheck.verdicts.steps import ClaimStep, FigureStep, RateStep
from factcheck.vocabulary.model import Source

_INDENT: Final = "   "
_DEEPER: Final = "     "
_DECISIVE: Final = "   ▸ "


def figure_lines(page: Page, figures: Sequence[FigureStep]) -> Iterator[str]:
    """Each figure under its reference: its claims, its bounds, and how they came about."""
    if not figures:
        return
    yield page.paint(" figures", "dim")
    for step in figures:
        name = clean(step.name)
        yield from page.hang(f"{_INDENT}{name}  ", figure(step.claims[0][0]), "bold", "cyan")
        for claim, source in step.claims:
            yield from _claim(page, claim, source)
        unit = step.claims[0][0].unit.text
        yield from _labelled(page, "bounds", amount(step.bounds, unit))
        for sentence in step.how:
            yield from _labelled(page, "", sentence)
        if step.converted is not None:
            yield from _labelled(page, "is", amount(step.converted, step.converted_unit))
        if step.others:
            yield from _labelled(page, "others", f"other readings take {', '.join(step.others)}")
    yield ""


def _claim(page: Page, claim: Claim, source: Source) -> Iterator[str]:
    """One claim: its id, its line, its words with their place, and its source."""
    quote = f"“{clean(claim.quote)}”" if claim.quote else ""
    if claim.quote and claim.char_start is not None and claim.char_end is not None:
        quote += f", chars {claim.char_start}–{claim.char_end}"
    when = [clean(claim.period.text)] if claim.period else []
    parts = [
        f"{clean(claim.path)}:{claim.line}",
        *when,
        *filter(None, (clean(claim.status), quote)),
    ]
    yield from page.hang(f"{_DEEPER}{clean(claim.id)}  ", " · ".join(parts))
    yield from _labelled(page, "source", source_text(source))


def source_text(source: Source) -> str:
    """Id, title, publisher and day of a source."""
    published = source.published.isoformat() if source.published else "no date"
    parts = (
        f"{source.id}:",
        source.title,
        f"({', '.join(filter(None, (source.publisher, published)))})",
    )
    return clean(" ".join(part for part in parts if part))


def _labelled(page: Page, label: str, text: str) -> Iterator[str]:
    yield from page.hang(f"{_DEEPER}  {label.ljust(8)} ", clean(text))


def claim_lines(page: Page, claims: Sequence[ClaimStep]) -> Iterator[str]:
    """The claims of a rule about claims, with the fields that are asked for."""
    if not claims:
        return
    yield page.paint(" claims", "dim")
    for step in claims[:CLAIMS_SHOWN]:
        claim = step.claim
        lead = _DECISIVE if step.decisive else _INDENT + "  "
        words = f"{clean(claim.entity)} {clean(claim.metric)}"
        yield from page.hang(f"{lead}{figure(claim)}  ", words, "", "bold")
        yield from _claim(page, claim, step.source)
        for name, value in step.values:
            yield from _labelled(page, clean(name), value)
        for sentence in step.how:
            yield from _labelled(page, "", sentence)
    if len(claims) > CLAIMS_SHOWN:
        yield f"{_DEEPER}… and {len(claims) - CLAIMS_SHOWN} more claims; --format json has them all"
    if any(step.decisive for step in claims):
        yield from page.hang(_DECISIVE, "decides the case", "dim")
    yield ""


def rate_lines(page: Page, rates: Sequence[RateStep]) -> Iterator[str]:
    """Each rate that was used, with its dates, its rows, their sources and what it converted."""
    if not rates:
        return
    yield page.paint(" rates", "dim")
    for step in rates:
        rate = step.rate
        days = f"on {rate.start}" if rate.start == rate.end else f"{rate.start} to {rate.end}"
        text = f"1 {rate.from_unit} = {amount(rate.bounds, rate.to_unit)} {days}"
        origins = f"rows {', '.join(rate.rows)}"
        if step.sources:
            origins += f", from {', '.join(step.sources)}"
        yield from page.hang(_INDENT, f"{clean(text)} ({clean(origins)})")
        if step.claims:
            yield from _labelled(page, "converts", ", ".join(step.claims))
    yield ""
