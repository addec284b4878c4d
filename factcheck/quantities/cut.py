"""Folded text cut into pieces: digits, signs, words, and what no word begins with.

The pattern knows scripts and no words, so that it is the same for all languages: one that names
every sign and every first letter takes longer to compile than a short text to read.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

UNSPACED: Final = "々〇\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that set no space between words, as a character class."""
SPACED: Final = (
    "a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u058f"
    "\u05d0-\u05ea\u0900-\u1fff\u2c00-\u2dff\ua640-\ua7ff\uac00-\ud7ff"
)
"""Small letters of scripts that set spaces between words, but Arabic."""
ARABIC: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufdff\ufe70-\ufefc"
)
_PIECE: Final = re.compile(
    rf"(?P<digits>[0-9]+(?:[.,٫٬' \u00a0][0-9]+)*)|(?P<space>[ \u00a0]+)|(?P<line>[\n\r\v\f]+)"
    rf"|(?P<word>[{SPACED}]+)|(?P<arabic>[{ARABIC}]+)|(?P<unspaced>[{UNSPACED}])"
    r"|(?P<point>\.(?=[0-9]))|(?P<other>.)",
    re.DOTALL,
)
"""Without nested repeats: each piece is found in time linear in its length."""
_NEVER_SIGNS: Final = frozenset({"digits", "space", "line"})
_BEFORE_POINT: Final = frozenset({"digits", "word", "arabic"})


def piece_at(
    text: str, place: int, signs: Mapping[str, Iterable[str]], firsts: Mapping[str, object]
) -> tuple[str, int]:
    """The kind and the end of the piece that begins at `place`.

    `signs` are those that begin with a character, in the order in which they are tried. Of scripts
    without spaces a character of `firsts`, with which words begin, is a piece of its own; others in
    a row are one piece, of the kind `letters`.
    """
    kind, end = _piece(text, place)
    if kind == "point":
        if _begins_number(text, place):
            return "digits", _piece(text, end)[1]
        kind = "other"
    if kind not in _NEVER_SIGNS:
        for sign in signs.get(text[place], ()):
            if text.startswith(sign, place) and _is_apart(text, place, sign):
                return "sign", place + len(sign)
    if kind == "unspaced" and text[place] not in firsts:
        while end < len(text) and text[end] not in firsts and _piece(text, end)[0] == "unspaced":
            end += 1
        return "letters", end
    return kind, end


def _piece(text: str, place: int) -> tuple[str, int]:
    match = _PIECE.match(text, place)
    assert match is not None  # noqa: S101 -- the last alternative takes any character
    return match.lastgroup or "", match.end()


def _begins_number(text: str, point: int) -> bool:
    """Whether a point before digits is that of a number, as in .5: nothing stands close before."""
    if not point:
        return True
    return text[point - 1] not in ".)]" and _piece(text, point - 1)[0] not in _BEFORE_POINT


def _is_apart(text: str, place: int, sign: str) -> bool:
    """Whether a sign that begins or ends with a letter does so at a word's edge."""
    end = place + len(sign)
    if sign[0].isalpha() and place and _piece(text, place - 1)[0] == "word":
        return False
    return not (sign[-1].isalpha() and end < len(text) and _piece(text, end)[0] == "word")


def signs_by_first(signs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Signs by their first character: those that end with a letter first, then longest first."""
    found: dict[str, list[str]] = {}
    for sign in sorted(signs, key=lambda one: (not one[-1].isalpha(), -len(one), one)):
        found.setdefault(sign[0], []).append(sign)
    return {first: tuple(those) for first, those in found.items()}
