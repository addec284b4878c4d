"""What is said about a claim: places of its cells, and what the search for its quote found."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.diagnostics.grounding_codes import MOVED, NOT_IN_TEXT
from factcheck.grounding.cells import Cells
from factcheck.grounding.limits import MAX_PLACES, MAX_SEARCHED, PLACES_SHOWN
from factcheck.grounding.model import SourceText
from factcheck.grounding.place import Place, find_quote, is_there
from factcheck.records import Factory, define
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.wrong import Wrong, shorten


@define
class Telling:
    """Turns what is wrong with claims into diagnostics at their cells."""

    cells: Cells
    mistakes: Mistakes
    left: int = Factory(lambda: MAX_SEARCHED)
    """Characters of texts that may still be searched."""
    found: dict[tuple[str, str], Place] = Factory(dict)
    """Of quotes that were looked for, by source and words."""

    def at(self, claim: Claim, column: str, wrong: Wrong) -> None:
        """A mistake in a cell of a claim."""
        if self.mistakes.has_room(wrong):
            self.mistakes.add(wrong.at(self.cells.span("claims", claim.id, column)))

    def place(self, claim: Claim, text: SourceText) -> int | None:
        """Where a quote stands, if that is sure; what is wrong with its place is told."""
        if stands(claim, text):
            return claim.char_start
        place = self._find(claim, text)
        if place is None:
            self.at(claim, "quote", _NOT_SEARCHED)
            return None
        if not place.starts:
            self.at(claim, "quote", _absent(text, place))
        elif claim.char_start is not None:
            self.at(claim, "char_start", _moved(claim, text, place))
        return place.starts[0] if len(place.starts) == 1 else None

    def _find(self, claim: Claim, text: SourceText) -> Place | None:
        """Every place of a quote; None once too much was searched."""
        key = (claim.source, claim.quote)
        if key not in self.found and self.left >= len(text.text):
            self.left -= len(text.text)
            self.found[key] = find_quote(text.text, claim.quote)
        return self.found.get(key)


def stands(claim: Claim, text: SourceText) -> bool:
    """Whether a quote stands exactly where its claim says."""
    return is_there(text.text, claim.quote, claim.char_start, claim.char_end)


_NOT_SEARCHED = Wrong(
    MOVED, "too many quotes of this package stand elsewhere: this one was not looked for"
)


def _absent(text: SourceText, place: Place) -> Wrong:
    message = f"these words are not in `{text.shown}`"
    if place.spaced is None:
        return Wrong(NOT_IN_TEXT, message, "quote the text exactly as it is printed")
    start, end = place.spaced
    words = f"the same words stand from {start} to {end}, with other spaces"
    return Wrong(NOT_IN_TEXT, message, f"{words}: quote them as they are printed")


def _moved(claim: Claim, text: SourceText, place: Place) -> Wrong:
    length = len(claim.quote)
    there = shorten(text.text[claim.char_start : claim.char_end])
    message = f"`{text.shown}` has `{there}` from {claim.char_start} to {claim.char_end}"
    if not there:
        message = f"`{text.shown}` ends at {len(text.text)}"
    if len(place.starts) == 1:
        start = place.starts[0]
        return Wrong(MOVED, message, f"the quote stands from {start} to {start + length}")
    shown = ", ".join(f"{start} to {start + length}" for start in place.starts[:PLACES_SHOWN])
    count = len(place.starts)
    many = f"{count} or more" if count == MAX_PLACES else str(count)
    more = ", …" if count > PLACES_SHOWN else ""
    return Wrong(MOVED, message, f"the quote stands at {many} places: {shown}{more}")
