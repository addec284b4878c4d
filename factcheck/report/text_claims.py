"""The claims of a finding: figure, metric, period, source and date in columns, quote and place."""

from collections.abc import Iterator
from typing import Final

from factcheck.report.figures import bounds, figure
from factcheck.report.limits import CLAIMS_SHOWN
from factcheck.report.model import Finding, FindingClaim
from factcheck.report.page import Page, clean
from factcheck.report.width import isolate, pad, shorten, width

Cells = tuple[str, ...]

STYLES: Final = ("bold", "", "", "cyan", "", "", "")
"""Of the columns: figure, metric, entity, period, status, publisher, date."""
_LONGEST_CELL: Final = 32
_GAP: Final = "  "
_LEAD: Final = "     "
_DECISIVE: Final = "   ▸ "
_ROOM_BESIDE: Final = 36
"""Columns that a quote needs to stand beside its place, rather than under it."""
_SHORTEST_TITLE: Final = 12
_PUBLISHER: Final = 5
"""The one column that gives way to the others, down to `_SHORTEST_TITLE`."""


def claim_lines(page: Page, finding: Finding) -> Iterator[str]:
    """One claim after the other, in columns where the page is wide enough."""
    shown = finding.claims[:CLAIMS_SHOWN]
    if not shown:
        return  # a case of members that nobody claims anything of
    case = dict(finding.case)
    rows = [_cells(found, case) for found in shown]
    sizes = _sizes(page, rows)
    places = [f"{clean(found.location.path)}:{found.location.line}" for found in shown]
    longest = max(map(width, places), default=0)
    marked = not all(found.decisive for found in finding.claims)
    for found, row, place in zip(shown, rows, places, strict=True):
        lead = _DECISIVE if marked and found.decisive else _LEAD
        yield from _claim(page, lead, row, sizes)
        yield from _evidence(page, found, pad(place, longest))
    if len(finding.claims) > CLAIMS_SHOWN:
        more = f"… and {len(finding.claims) - CLAIMS_SHOWN} more claims"
        yield _LEAD + page.paint(more, "dim")
    if marked and any(found.decisive for found in finding.claims):
        word = "violated" if finding.verdict == "violated" else "undetermined"
        yield from page.hang(_DECISIVE, f"stands in every {word} reading", "dim", "red")


def _cells(found: FindingClaim, case: dict[str, str]) -> Cells:
    """The texts of one row; what the case says already is left out."""
    claim, source = found.claim, found.source
    return tuple(
        shorten(text, _LONGEST_CELL)
        for text in (
            figure(claim),
            "" if case.get("metric") == claim.metric else clean(claim.metric),
            "" if case.get("entity") == claim.entity else clean(claim.entity),
            clean(claim.period.text) if claim.period else "no period",
            clean(claim.status),
            clean(source.publisher or source.title or source.id),
            source.published.isoformat() if source.published else "no date",
        )
    )


def _sizes(page: Page, rows: list[Cells]) -> list[int]:
    """The width of every column, 0 for an empty one; all 0 if they do not fit."""
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    taken = width(_LEAD) + sum(size + len(_GAP) for size in sizes if size) - len(_GAP)
    publisher = min(sizes[_PUBLISHER], sizes[_PUBLISHER] + page.width - taken)
    if publisher < min(sizes[_PUBLISHER], _SHORTEST_TITLE):
        return [0] * len(sizes)
    sizes[_PUBLISHER] = publisher
    return sizes


def _claim(page: Page, lead: str, row: Cells, sizes: list[int]) -> Iterator[str]:
    """The row in its columns, or one cell after the other where they do not fit."""
    if not any(sizes):
        yield from page.hang(lead, " · ".join(filter(None, row)), "bold", "red")
        return
    cells = (
        _cell(page, shorten(text, size), size, style)
        for text, size, style in zip(row, sizes, STYLES, strict=True)
        if size
    )
    yield (page.paint(lead, "red") + _GAP.join(cells)).rstrip(" ")


def _cell(page: Page, text: str, size: int, style: str) -> str:
    return page.paint(isolate(text), style) + " " * (size - width(text))


def _evidence(page: Page, found: FindingClaim, place: str) -> Iterator[str]:
    """Where the claim stands, its words, what they allow, and where in which text they stand."""
    lead = f"{_LEAD}{place}{_GAP}"
    parts = _said(found)
    said = " ".join(parts)
    taken = width(lead) + width(said)
    if taken <= page.width:
        start = page.paint(_LEAD + isolate(place), "dim") + _GAP + " ".join(map(isolate, parts))
        text = _text(found, page.width - taken - len(_GAP))
        yield f"{start}{_GAP}{page.paint(isolate(text), 'dim')}".rstrip(" ")
    elif page.prose - width(lead) >= _ROOM_BESIDE:
        yield from page.hang(lead, said)
    else:
        yield from page.hang(_LEAD, place.rstrip(" "), "dim")
        yield from page.hang(_LEAD, said)


def _said(found: FindingClaim) -> list[str]:
    """The words of the source in quotation marks, and the bounds that they leave."""
    quote, allowed = found.claim.quote, bounds(found)
    return [*([f"“{clean(quote)}”"] if quote else []), *([f"({allowed})"] if allowed else [])]


def _text(found: FindingClaim, room: int) -> str:
    """The quote's place in the text and its title, as much as fits."""
    claim, source = found.claim, found.source
    place = f"chars {claim.char_start}–{claim.char_end}"
    if claim.char_start is None or claim.char_end is None:
        place = ""
    title = clean(source.title) if source.publisher else ""
    whole = " in ".join(filter(None, (place, title)))
    return shorten(whole, room) if room >= len(place) + _SHORTEST_TITLE else ""
