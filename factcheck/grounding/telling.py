"""What is said about a claim: places of its cells, and what the search for its quote found."""

from __future__ import annotations

from attrs import define

from factcheck.claims.model import Claim
from factcheck.diagnostics.grounding_codes import MOVED, NOT_IN_TEXT
from factcheck.grounding.cells import Cells
from factcheck.grounding.limits import MAX_PLACES, MAX_SEARCHED, PLACES_SHOWN
from factcheck.grounding.model import SourceText
from factcheck.grounding.place import Place, find_quote, is_there
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.wrong import Wrong, shorten


@define(eq=False, repr=False)
class Telling:
    """Turns what is wrong with claims into diagnostics at their cells."""

    cells: Cells
    mistakes: Mistakes
    left: int = MAX_SEARCHED
    """Characters of texts that may still be searched."""

    def at(self, claim: Claim, column: str, wrong: Wrong) -> None:
        """A mistake in a cell of a claim."""
        if self.mistakes.has_room(wrong):
            self.mistakes.add(wrong.at(self.cells.span("claims", claim.id, column)))

    def place(self, claim: Claim, text: SourceText) -> None:
        """Say what is wrong with where a quote stands: nothing where it is there, or anywhere."""
        if is_there(text.text, claim.quote, claim.char_start, claim.char_end):
            return
        if self.left < len(text.text):
            self.at(claim, "quote", _NOT_SEARCHED)
            return
        self.left -= len(text.text)
        place = find_quote(text.text, claim.quote)
        if not place.starts:
            self.at(claim, "quote", _absent(text, place))
        elif claim.char_start is not None:
            self.at(claim, "char_start", _moved(claim, text, place))


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
