"""A claim as evidence: its words, what they allow, who printed them, and where that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, takewhile
from typing import Final
from urllib.parse import urlsplit

from factcheck.records import Record, frozen
from factcheck.report.figures import bounds, figure
from factcheck.report.html.limits import AROUND_SHOWN
from factcheck.report.html.names import Names
from factcheck.report.model import Finding, FindingClaim
from factcheck.report.width import width

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_SCHEMES: Final = ("http", "https")


@frozen
class Link(Record):
    """An address that may be followed, and the host that it leads to."""

    url: str
    host: str


@frozen
class Evidence(Record):
    """One claim of a finding as the page shows it."""

    id: str
    figure: str
    allowed: str
    """What its words allow, where the figure does not say it."""
    about: tuple[str, ...]
    """Metric, entity, period and status, as far as the case does not say them."""
    before: str
    """What stands before the quote in its text; empty where that is not at hand."""
    quote: str
    after: str
    language: str
    title: str
    publisher: str
    published: str
    retells: str
    attributed_to: str
    link: Link | None
    address: str
    """An address that is not to be followed, as text."""
    place: str
    span: str
    decisive: bool
    note: str


def evidence(finding: Finding, found: FindingClaim, names: Names, *, marked: bool) -> Evidence:
    """A claim with its source; `marked` where it matters which claims decide."""
    claim, source = found.claim, found.source
    link = link_to(source.url)
    start, end = claim.char_start, claim.char_end
    return Evidence(
        claim.id,
        figure(claim),
        bounds(found),
        _about(finding, found, names),
        _tail(found.passage.before) if found.passage else "",
        claim.quote,
        _head(found.passage.after) if found.passage else "",
        source.language if _LANGUAGE.fullmatch(source.language) else "",
        source.title,
        source.publisher,
        source.published.isoformat() if source.published else "",
        names.source(source.derived_from) if source.derived_from else "",
        names.source(claim.attributed_to),
        link,
        "" if link else source.url,
        f"{found.location.path}:{found.location.line}",
        "" if start is None or end is None else f"characters {start}–{end}",
        marked and found.decisive,
        claim.note,
    )


def _tail(text: str) -> str:
    """The end of a text, from a word on."""
    if width(text) <= AROUND_SHOWN:
        return text
    cut = text[-_fitting(reversed(text)) :]
    space = cut.find(" ", 0, len(cut) // 2)
    return "… " + (cut[space + 1 :] if space >= 0 else cut)


def _head(text: str) -> str:
    """The start of a text, up to the end of a word."""
    if width(text) <= AROUND_SHOWN:
        return text
    cut = text[: _fitting(text)]
    space = cut.rfind(" ", len(cut) // 2)
    return (cut[:space] if space >= 0 else cut) + " …"


def _fitting(characters: Iterable[str]) -> int:
    """How many of them have room, wide ones counted as two."""
    taken = accumulate(map(width, characters))
    return sum(1 for _ in takewhile(lambda columns: columns <= AROUND_SHOWN, taken))


def _about(finding: Finding, found: FindingClaim, names: Names) -> tuple[str, ...]:
    case, claim = dict(finding.case), found.claim
    period = claim.period.text if claim.period else ""
    return tuple(
        text
        for text in (
            names.metric(claim.metric),
            names.entity(claim.entity) if case.get("entity") != claim.entity else "",
            period if case.get("period") != period else "",
            claim.status,
        )
        if text
    )


def link_to(url: str) -> Link | None:
    """The link of an address of the web; None for any other, which is shown as text."""
    if not url.isascii() or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    plain = parts.scheme in _SCHEMES and host and "@" not in parts.netloc and "\\" not in url
    return Link(url, host) if plain and host else None
