"""Pieces are those of one pattern that names every sign and every first letter."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.quantities.cut import ARABIC, SPACED, UNSPACED, piece_at
from factcheck.quantities.lexicon import Lexicon
from factcheck.quantities.tables import entries_of, lexicon

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
    found, place = [], 0
    while place < len(text):
        kind, place = piece_at(text, place, words.signs, words.longest)
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
