"""The words of figures, of one or more languages, in the form that the lexer looks them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.quantities.cut import is_unspaced, signs_by_first
from factcheck.quantities.fold import fold_word
from factcheck.records import Record, frozen

Roles = Mapping[str, object]
"""What a word can be: the name of a role to its value, `{"ordinal": 3, "denominator": 3}`."""

_LISTED: Final = frozenset({"units", "nouns", "per"})
"""Roles whose value is a tuple of candidates, in the order in which they are given."""


@frozen
class Lexicon(Record):
    """The words of some languages together; build one with `Entries`."""

    languages: tuple[str, ...]
    decimal: frozenset[str]
    group: frozenset[str]
    phrases: Mapping[str, Roles]
    """Words set apart by spaces, one or several."""
    following: Mapping[str, int]
    """The first word of a phrase to how many the longest has behind it."""
    unspaced: Mapping[str, Roles]
    longest: Mapping[str, int]
    """The first character of an unspaced word to the length of the longest."""
    symbols: Mapping[str, Roles]
    signs: Mapping[str, Sequence[str]]
    """The first character of a symbol to those that begin with it, in the order to try them."""
    prefixes: tuple[tuple[str, str], ...]
    """Written together with the next word, longest first; and whether each is `and`, or what."""
    variants: Mapping[int, str]
    article: str
    """The article that is written together with its noun; empty for none."""


@frozen
class Words(Record):
    """The words of some languages together, by the way that they are found in a text."""

    languages: tuple[str, ...]
    decimal: frozenset[str]
    group: frozenset[str]
    prefixes: tuple[tuple[str, str], ...]
    variants: Mapping[int, str]
    article: str
    phrases: Mapping[str, Roles]
    unspaced: Mapping[str, Roles]
    symbols: Mapping[str, Roles]

    def lexicon(self) -> Lexicon:
        """What the lexer needs."""
        following: dict[str, int] = {}
        for phrase in self.phrases:
            if " " in phrase:
                first, _, more = phrase.partition(" ")
                following[first] = max(more.count(" ") + 1, following.get(first, 0))
        longest: dict[str, int] = {}
        for word in self.unspaced:
            if len(word) > longest.get(word[0], 0):
                longest[word[0]] = len(word)
        return Lexicon(
            self.languages,
            self.decimal,
            self.group,
            self.phrases,
            following,
            self.unspaced,
            longest,
            self.symbols,
            signs_by_first(self.symbols),
            self.prefixes,
            self.variants,
            self.article,
        )


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
        return self.words().lexicon()

    def words(self) -> Words:
        """All words, sorted by the way that they are found in a text."""
        unspaced: dict[str, Roles] = {}
        symbols: dict[str, Roles] = {}
        phrases: dict[str, Roles] = {}
        for word, roles in self.roles.items():
            if is_unspaced(word):
                one = word.translate(self.variants)
                unspaced[one] = {**roles, **unspaced.get(one, {})}
            elif all(part.isalpha() for part in word.split(" ")):
                phrases[word] = roles
            else:
                symbols[word] = roles
        for word, meant in unspaced.items():
            if "stop" in meant and "digit" in unspaced.get(word[0], {}):
                unspaced[word] = {**meant, "digit_first": True}
        return Words(
            tuple(self.languages),
            frozenset(self.decimal),
            frozenset(self.group),
            tuple(sorted(self.prefixes.items(), key=lambda one: (-len(one[0]), one[0]))),
            self.variants,
            self.article,
            phrases,
            unspaced,
            symbols,
        )


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
