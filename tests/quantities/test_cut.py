"""Pieces are those of one pattern that names every sign and every first letter."""

import re
import sys
from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.quantities.cut import kinds_of, piece_at, word_behind
from factcheck.quantities.lexicon import Lexicon
from factcheck.quantities.tables import entries_of, lexicon

UNSPACED = "々〇\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SPACED = (
    "a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u058f"
    "\u05d0-\u05ea\u0900-\u1fff\u2c00-\u2dff\ua640-\ua7ff\uac00-\ud7ff"
)
ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufdff\ufe70-\ufefc"
)
NEXT = re.compile(rf"(?:[ \u00a0]{{1,2}}|-)([{SPACED}]+|[{ARABIC}]+)")
LEXICONS = (lexicon(), entries_of(["es"]).lexicon(), entries_of([]).lexicon())


def pattern_of(words: Lexicon) -> re.Pattern[str]:
    first = "".join(sorted(words.longest)) or "々"
    return re.compile(
        rf"(?P<digits>(?:(?<![0-9{SPACED}{ARABIC}.)\]])\.(?=[0-9]))?[0-9]+"
        rf"(?:[.,٫٬' \u00a0][0-9]+)*)"
        rf"|(?P<space>[ \u00a0]+)|(?P<line>[\n\r\v\f]+)"
        rf"|(?P<sign>{signs(words.symbols)})|(?P<word>[{SPACED}]+)|(?P<arabic>[{ARABIC}]+)"
        rf"|(?P<unspaced>[{first}])|(?P<letters>(?:(?![{first}])[{UNSPACED}])+)|(?P<other>.)",
        re.DOTALL,
    )


def signs(symbols: Iterable[str]) -> str:
    """One that begins or ends with a letter does so at a word's edge; longest first."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for sign in sorted(symbols, key=lambda one: (-len(one), one)):
        kinds.setdefault((sign[0].isalpha(), sign[-1].isalpha()), []).append(re.escape(sign))
    patterns = []
    for (begins, ends), those in sorted(kinds.items(), reverse=True):
        before = f"(?<![{SPACED}])" if begins else ""
        after = f"(?![{SPACED}])" if ends else ""
        patterns.append(f"{before}(?:{'|'.join(those)}){after}")
    return "|".join(patterns) or "(?!)"


PATTERNS = tuple(map(pattern_of, LEXICONS))


def pieces(text: str, words: Lexicon) -> list[tuple[str, int]]:
    found, place, kinds = [], 0, kinds_of(text)
    while place < len(text):
        kind, place = piece_at(text, kinds, place, words.signs, words.longest)
        found.append((kind, place))
    return found


def known_texts() -> st.SearchStrategy[str]:
    """Words, signs and single characters in a row."""
    words = sorted({*LEXICONS[0].symbols, *LEXICONS[1].symbols, *LEXICONS[0].unspaced})
    near = [*"0123456789 .,()[]'\n\u00a0km²$€%aéz", *"的一了ん𠀀", *"العو", "us", "c", "-"]
    one = st.one_of(st.sampled_from(words), st.sampled_from(near), st.characters())
    return st.lists(one, max_size=12).map("".join)


@pytest.mark.parametrize(("words", "pattern"), list(zip(LEXICONS, PATTERNS, strict=True)))
@given(text=known_texts())
@example(text="us$5 aus$5 a.5 (.5) .5 1.5 ..5 m².5 的.5 %.5")
def test_pieces_are_those_of_one_pattern(
    words: Lexicon, pattern: re.Pattern[str], text: str
) -> None:
    expected = [(match.lastgroup, match.end()) for match in pattern.finditer(text)]
    assert expected == pieces(text, words)


@given(text=known_texts())
@example(text="a  b -c  -d - e-العو  ")
def test_the_next_word_is_that_of_one_pattern(text: str) -> None:
    for place in range(len(text) + 1):
        match = NEXT.match(text, place)
        assert (match and (match[1], match.end())) == word_behind(text, place)


def test_every_letter_is_of_the_script_of_its_class() -> None:
    for kind, letters in (("a", SPACED), ("b", ARABIC), ("c", UNSPACED)):
        found = re.compile(f"[{letters}]")
        assert [] == [
            chr(place)
            for place in range(sys.maxunicode + 1)
            if bool(found.match(chr(place))) != (kinds_of(chr(place)) == kind)
        ]
