"""The words of figures, of one or more languages, in the form that the lexer looks them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.quantities.fold import fold_word
from factcheck.records import Record, frozen

Roles = Mapping[str, object]
"""What a word can be: the name of a role to its value, `{"ordinal": 3, "denominator": 3}`."""

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
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_LISTED: Final = frozenset({"units", "nouns", "per"})
"""Roles whose value is a tuple of candidates, in the order in which they are given."""


@frozen
class Lexicon(Record):
    """The words of some languages together; build one with `Entries`."""

    languages: tuple[str, ...]
    decimal: frozenset[str]
    group: frozenset[str]
    phrases: Mapping[str, object]
    """Words set apart by spaces: word to the words that may follow; under "" the roles."""
    unspaced: Mapping[str, Roles]
    longest: Mapping[str, int]
    """The first character of an unspaced word to the length of the longest."""
    symbols: Mapping[str, Roles]
    prefixes: tuple[tuple[str, str], ...]
    """Written together with the next word, longest first; and whether each is `and`, or what."""
    pattern: re.Pattern[str]
    """Cuts folded text into pieces, each named by its kind; every character is in one piece."""
    variants: Mapping[int, str]
    article: str
    """The article that is written together with its noun; empty for none."""


class Entries:
    """Collects the words of tables; the same word may have many roles, each from one table."""

    def __init__(self) -> None:
        self.roles: dict[str, dict[str, object]] = {}
        self.languages: list[str] = []
        self.decimal: set[str] = set()
        self.group: set[str] = set()
        self.without: set[str] = set()
        """Words of CLDR that are more often something else."""
        self.prefixes: dict[str, str] = {}
        self.variants: dict[int, str] = {}
        self.article = ""

    def add(self, word: str, role: str, value: object) -> None:
        """Gives the word one more role, or one more candidate of a role that has several."""
        folded = fold_word(word)
        if not folded:
            return
        roles = self.roles.setdefault(folded, {})
        known = roles.get(role)
        if role in _LISTED:
            roles[role] = (
                *_tuple(known),
                *(one for one in _tuple(value) if one not in _tuple(known)),
            )
        elif role == "code" or known is None or known == value:
            roles[role] = value
        else:
            roles["unsure"] = f"`{word}` means two things in the languages that are read together"

    def lexicon(self) -> Lexicon:
        """What the lexer needs."""
        unspaced: dict[str, Roles] = {}
        symbols: dict[str, Roles] = {}
        phrases: dict[str, object] = {}
        for word, roles in self.roles.items():
            if _UNSPACED.search(word):
                unspaced[word.translate(self.variants)] = roles
            elif all(part.isalpha() for part in word.split(" ")):
                _branch(phrases, word.split(" "))[""] = roles
            else:
                symbols[word] = roles
        for word, meant in unspaced.items():
            if "stop" in meant and "digit" in unspaced.get(word[0], {}):
                unspaced[word] = {**meant, "digit_first": True}
        longest: dict[str, int] = {}
        for word in unspaced:
            longest[word[0]] = max(len(word), longest.get(word[0], 0))
        return Lexicon(
            tuple(self.languages),
            frozenset(self.decimal),
            frozenset(self.group),
            phrases,
            unspaced,
            longest,
            symbols,
            tuple(sorted(self.prefixes.items(), key=lambda one: (-len(one[0]), one[0]))),
            _pattern(symbols, longest),
            self.variants,
            self.article,
        )


def _branch(tree: dict[str, object], words: Iterable[str]) -> dict[str, object]:
    for word in words:
        below = tree.setdefault(word, {})
        assert isinstance(below, dict)  # noqa: S101 -- narrows the recursive type
        tree = below
    return tree


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _pattern(symbols: Iterable[str], firsts: Iterable[str]) -> re.Pattern[str]:
    """One pattern without nested repeats: each piece is found in time linear in its length.

    Letters of unspaced scripts that no word begins with are one piece.
    """
    first = "".join(sorted(firsts)) or "々"
    return re.compile(
        rf"(?P<digits>(?:(?<![0-9{SPACED}{ARABIC}.)\]])\.(?=[0-9]))?[0-9]+"
        rf"(?:[.,٫٬' \u00a0][0-9]+)*)"
        rf"|(?P<space>[ \u00a0]+)|(?P<line>[\n\r\v\f]+)"
        rf"|(?P<sign>{_signs(symbols)})|(?P<word>[{SPACED}]+)|(?P<arabic>[{ARABIC}]+)"
        rf"|(?P<unspaced>[{first}])|(?P<letters>(?:(?![{first}])[{UNSPACED}])+)|(?P<other>.)",
        re.DOTALL,
    )


def _signs(symbols: Iterable[str]) -> str:
    """The signs, longest first; one that begins or ends with a letter does so at a word's edge."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for sign in sorted(symbols, key=lambda one: (-len(one), one)):
        kinds.setdefault((sign[0].isalpha(), sign[-1].isalpha()), []).append(re.escape(sign))
    patterns = []
    for (begins, ends), signs in sorted(kinds.items(), reverse=True):
        before = f"(?<![{SPACED}])" if begins else ""
        after = f"(?![{SPACED}])" if ends else ""
        patterns.append(f"{before}(?:{'|'.join(signs)}){after}")
    return "|".join(patterns) or "(?!)"
