"""The words around a quote, cut where sentences end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from factcheck.claims.model import Claim
from factcheck.grounding.limits import PASSAGE_CHARACTERS
from factcheck.grounding.model import Passage, SourceText
from factcheck.grounding.place import is_there, occurrences
from factcheck.quantities import Quantity, read_quantities
from factcheck.quantities.lexicon import Lexicon

_SENTENCE_END: Final = r"(?:[.!?؟…]+[\"'”’)\]]*\s+|[。！？；]+[”’」』）]*\s*|\n\s*)"
"""Between two sentences: behind a mark that ends one, or a new line."""
_SPACE: Final = r"\s+"


def passage_of(claim: Claim, texts: Mapping[str, SourceText]) -> Passage | None:
    """The words around the quote of a claim, at its place or the only one that it can have."""
    source = texts.get(claim.source)
    if source is None or not claim.quote:
        return None
    text, quote, start = source.text, claim.quote, claim.char_start
    if start is None or not is_there(text, quote, start, claim.char_end):
        starts = occurrences(text, quote, most=2)
        if len(starts) != 1:
            return None
        start = starts[0]
    return passage(text, start, start + len(quote))


def figures_in_passage(
    text: str, start: int, end: int, words: Lexicon | None = None
) -> tuple[Quantity, ...]:
    """The figures of the passage around a quote whose numbers stand in the quote."""
    around = passage(text, start, end)
    low = len(around.before)
    high = low + len(around.quote)
    figures = read_quantities(around.before + around.quote + around.after, words)
    return tuple(one for one in figures if low <= one.number_start and one.number_end <= high)


def passage(text: str, start: int, end: int, most: int = PASSAGE_CHARACTERS) -> Passage:
    """The sentences around a place, of which at most so many characters on each side.

    Where not even the quote's own sentence fits, it is cut between words.
    """
    return Passage(_before(text, start, most), text[start:end], _after(text, end, most))


def _before(text: str, start: int, most: int) -> str:
    """From the start of the first sentence that is whole."""
    low = max(0, start - most)
    if not low:
        return text[:start].lstrip()
    ends = [found.end() for found in _pattern(_SENTENCE_END).finditer(text, low, start)]
    if ends:
        return text[ends[0] : start]
    space = _pattern(_SPACE).search(text, low, start)
    return text[space.end() if space else low : start]


def _after(text: str, end: int, most: int) -> str:
    """To the end of the last sentence that is whole."""
    high = min(len(text), end + most)
    if high == len(text):
        return text[end:].rstrip()
    ends = [found.end() for found in _pattern(_SENTENCE_END).finditer(text, end, high)]
    if ends:
        return text[end : ends[-1]].rstrip()
    space = text.rfind(" ", end, high)
    return text[end : space if space > end else high]


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled when the first passage is cut: a package without texts has none."""
    return re.compile(text)
