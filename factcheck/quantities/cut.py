"""Folded text cut into pieces: digits, signs, words, and what no word begins with.

Each character has a kind, and a pattern over kinds alone tells the pieces: one that names all the
letters of the scripts, or every sign, takes longer to compile than a short text to read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Final

_SPACED: Final = (
    "az\u00aa\u00aa\u00b5\u00b5\u00ba\u00ba\u00df\u00f6\u00f8\u02af\u0370\u0373\u0376\u03ff\u0400\u0481"
    "\u048a\u058f\u05d0\u05ea\u0900\u1fff\u2c00\u2dff\ua640\ua7ff\uac00\ud7ff"
)
"""Small letters of scripts that set spaces between words, but Arabic: from each to the next."""
_ARABIC: Final = (
    "\u0620\u063f\u0641\u064a\u066e\u066f\u0671\u06d3\u06d5\u06d5\u06ee\u06ef\u06fa\u06ff\u0750\u077f"
    "\u08a0\u08c7\ufb50\ufbb1\ufbd3\ufdff\ufe70\ufefc"
)
_UNSPACED: Final = "々々〇〇\u3040\u30ff\u3400\u9fff\uf900\ufaff\U00020000\U0003ffff"
"""Letters of scripts that set no space between words."""

_KIND_OF_SCRIPT: Final = {"a": _SPACED, "b": _ARABIC, "c": _UNSPACED}
_RANGES: Final = sorted(
    (ord(first), ord(last), kind)
    for kind, ends in _KIND_OF_SCRIPT.items()
    for first, last in zip(ends[::2], ends[1::2], strict=True)
)
_OTHER: Final = "?"


class _Kinds(dict[int, str]):
    """The kind of a character by its code point, found when a text first has it."""

    def __missing__(self, place: int) -> str:
        _, last, kind = _RANGES[bisect_right(_RANGES, (place, 0x110000)) - 1]
        self[place] = kind = kind if place <= last else _OTHER
        return kind


_KINDS: Final = _Kinds(
    {
        **dict.fromkeys(range(0x61), _OTHER),
        **dict.fromkeys(map(ord, "0123456789"), "0"),
        **dict.fromkeys(map(ord, " \u00a0"), " "),
        **dict.fromkeys(map(ord, "\n\r\v\f"), "\n"),
        **dict.fromkeys(map(ord, ",٫٬'"), ","),
        **dict.fromkeys(map(ord, ")]"), "]"),
        ord("."): ".",
    }
)
_PIECE: Final = re.compile(
    r"(?P<digits>(?:(?<![0ab.\]])\.(?=0))?0+(?:[., ]0+)*)|(?P<space> +)|(?P<line>\n+)"
    r"|(?P<word>a+)|(?P<arabic>b+)|(?P<unspaced>c)|(?P<other>.)",
    re.DOTALL,
)
"""Over kinds. Without nested repeats: each piece is found in time linear in its length."""
_NEVER_SIGNS: Final = frozenset({"digits", "space", "line"})


def kinds_of(text: str) -> str:
    """The kinds of the characters of a text, one for each."""
    return text.translate(_KINDS)


def is_unspaced(word: str) -> bool:
    """Whether it has a letter of a script without spaces."""
    return "c" in kinds_of(word)


def piece_at(
    text: str,
    kinds: str,
    place: int,
    signs: Mapping[str, Iterable[str]],
    firsts: Mapping[str, object],
) -> tuple[str, int]:
    """The kind and the end of the piece that begins at `place`.

    `signs` are those that begin with a character, in the order in which they are tried. Of scripts
    without spaces a character of `firsts`, with which words begin, is a piece of its own; others in
    a row are one piece, of the kind `letters`.
    """
    match = _PIECE.match(kinds, place)
    assert match is not None  # noqa: S101 -- the last alternative takes any character
    kind, end = match.lastgroup or "", match.end()
    if kind not in _NEVER_SIGNS:
        for sign in signs.get(text[place], ()):
            if text.startswith(sign, place) and _is_apart(kinds, place, sign):
                return "sign", place + len(sign)
    if kind == "unspaced" and text[place] not in firsts:
        while end < len(text) and kinds[end] == "c" and text[end] not in firsts:
            end += 1
        return "letters", end
    return kind, end


def _is_apart(kinds: str, place: int, sign: str) -> bool:
    """Whether a sign that begins or ends with a letter does so at a word's edge."""
    if sign[0].isalpha() and place and kinds[place - 1] == "a":
        return False
    return not (sign[-1].isalpha() and kinds.startswith("a", place + len(sign)))


def signs_by_first(signs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Signs by their first character: those that end with a letter first, then longest first."""
    found: dict[str, list[str]] = {}
    for sign in sorted(signs, key=lambda one: (not one[-1].isalpha(), -len(one), one)):
        found.setdefault(sign[0], []).append(sign)
    return {first: tuple(those) for first, those in found.items()}


def word_behind(text: str, place: int) -> tuple[str, int] | None:
    """The word behind one or two spaces or a hyphen at `place`, and its end."""
    start = place
    if text.startswith("-", place):
        start += 1
    else:
        while start < place + 2 and _kind_at(text, start) == " ":
            start += 1
    kind, end = _kind_at(text, start), start
    if start == place or kind not in ("a", "b"):
        return None
    while _kind_at(text, end) == kind:
        end += 1
    return text[start:end], end


def _kind_at(text: str, place: int) -> str:
    return _KINDS[ord(text[place])] if place < len(text) else ""
