"""The claims of a finding: figure, metric, period, source and date in columns, quote and place."""

from collections.abc import Iterator
from typing import Final

from factcheck.report.figures import bounds, figure
from factcheck.report.limits import CLAIMS_SHOWN
from factcheck.report.model import Finding, FindingClaim
from factcheck.report.page import Page, clean
from factcheck.report.width import isolate, pad, shorten, width

Cells = tuple[str, ...]

STYLES: Final = ("bold", "dim", "", "", "cyan", "", "", "")
"""Of the columns: figure, bounds, metric, entity, period, status, publisher, date."""
_LONGEST_CELL: Final = 34
_GAP: Final = "  "
_LEAD: Final = "   "
_DECISIVE: Final = " ▸ "
_SHORTEST_TITLE: Final = 16


def claim_lines(page: Page, finding: Finding) -> Iterator[str]:
    """One claim after the other, in columns where the page is wide enough."""
    shown = finding.claims[:CLAIMS_SHOWN]
    case = dict(finding.case)
    rows = [_cells(found, case) for found in shown]
    columns = _columns(rows)
    marked = any(not found.decisive for found in finding.claims)
    for found, row in zip(shown, rows, strict=True):
        lead = _DECISIVE if marked and found.decisive else _LEAD
        yield from _one(page, found, lead, row, columns)
    if len(finding.claims) > CLAIMS_SHOWN:
        more = f"… and {len(finding.claims) - CLAIMS_SHOWN} more claims"
        yield _LEAD + page.paint(more, "dim")
    if marked and any(found.decisive for found in finding.claims):
        word = "violated" if finding.verdict == "violated" else "undetermined"
        yield from page.hang(_DECISIVE, f"stands in every {word} reading", "dim")


def _cells(found: FindingClaim, case: dict[str, str]) -> Cells:
    """The texts of one row; what the case says already is left out."""
    claim, source = found.claim, found.source
    period = claim.period.text if claim.period else "no period"
    return tuple(
        shorten(text, _LONGEST_CELL)
        for text in (
            figure(claim),
            bounds(found),
            "" if case.get("metric") == claim.metric else clean(claim.metric),
            "" if case.get("entity") == claim.entity else clean(claim.entity),
            clean(period),
            clean(claim.status),
            clean(source.publisher or source.title or source.id),
            source.published.isoformat() if source.published else "no date",
        )
    )


def _columns(rows: list[Cells]) -> list[int]:
    """The width of every column; 0 for one that is empty throughout."""
    return [max(map(width, column)) for column in zip(*rows, strict=True)]


def _one(
    page: Page, found: FindingClaim, lead: str, row: Cells, columns: list[int]
) -> Iterator[str]:
    """One claim: its row and what proves it, on one line if all of it fits."""
    if len(lead) + sum(size + len(_GAP) for size in columns if size) <= page.width:
        start = page.paint(lead, "red") + _row(page, row, columns)
        yield start.rstrip(" ")
    else:
        text = " · ".join(filter(None, row))
        yield from page.hang(lead, text, "bold", "red")
    yield from _evidence(page, found)


def _row(page: Page, row: Cells, columns: list[int]) -> str:
    """The cells, each in its column; columns without any text are left out."""
    return _GAP.join(
        page.paint(isolate(text), style) + pad("", size - width(text))
        for text, size, style in zip(row, columns, STYLES, strict=True)
        if size
    )


def _evidence(page: Page, found: FindingClaim) -> Iterator[str]:
    """Where the claim stands, its quote, and as much of the source's title as the line takes."""
    place = f"{clean(found.location.path)}:{found.location.line}"
    quote = quoted(found)
    lead = f"{_LEAD}{place}{_GAP}"
    if page.spread(lead, quote):
        line = _LEAD + page.paint(isolate(place), "dim") + _GAP + page.paint(isolate(quote), "")
        yield (line + _title(page, found, width(lead) + width(quote))).rstrip(" ")
        return
    yield from page.hang(_LEAD, place, "dim")
    yield from page.hang(_LEAD + _GAP, quote)


def quoted(found: FindingClaim) -> str:
    """The words of the source in quotation marks; empty when the claim has none."""
    return f"“{clean(found.claim.quote)}”" if found.claim.quote else ""


def _title(page: Page, found: FindingClaim, taken: int) -> str:
    source = found.source
    room = page.width - taken - len(_GAP)
    if not (source.publisher and source.title) or room < _SHORTEST_TITLE:
        return ""
    return _GAP + page.paint(isolate(shorten(clean(source.title), room)), "dim")
