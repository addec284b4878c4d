"""Where a quote stands in its text: there, moved, at several places, or nowhere."""

from __future__ import annotations

import re

from factcheck.grounding.limits import MAX_PLACES, QUOTE_CHARACTERS
from factcheck.records import Record, frozen


@frozen
class Place(Record):
    """What a search for a quote found."""

    starts: tuple[int, ...]
    """Every place, code points from 0, up to `MAX_PLACES`; empty when it is nowhere."""
    spaced: tuple[int, int] | None = None
    """A place where the same words stand with other spaces or ends of lines between them."""


def is_there(text: str, quote: str, start: int | None, end: int | None) -> bool:
    """Whether a quote stands exactly where a claim says."""
    return start is not None and end == start + len(quote) and text.startswith(quote, start)


def find_quote(text: str, quote: str) -> Place:
    """Look for a quote everywhere."""
    starts = tuple(occurrences(text, quote))
    return Place(starts, None if starts else _spaced(text, quote))


def occurrences(text: str, quote: str, most: int = MAX_PLACES) -> list[int]:
    """The places of a quote, in order, which do not overlap."""
    found: list[int] = []
    place = text.find(quote) if quote else -1
    while place >= 0 and len(found) < most:
        found.append(place)
        place = text.find(quote, place + len(quote))
    return found


def _spaced(text: str, quote: str) -> tuple[int, int] | None:
    """The first place of the quote's words, whatever white space is between them."""
    words = quote.split()
    if not words or len(quote) > QUOTE_CHARACTERS:
        return None
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    return match.span() if match else None
