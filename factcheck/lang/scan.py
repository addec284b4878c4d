"""From text to words: one pass, which never fails; what is no word is a word of a wrong type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from factcheck.lang import wrong_signs
from factcheck.lang.tables import Tables, tables
from factcheck.lang.words import Word

_SPACE: Final = ("SPACE", "COMMENT")
_FIRST: Final = ("NAME", "PERIOD", "NUMBER", "TEXT", "BACKTICKED")
_NEWLINE: Final = re.compile("\n")
_WRONG: Final = (
    ("OPEN_TEXT", r'"[^\n]*'),
    ("OPEN_BACKTICK", r"`[^\n]*"),
    ("WRONG_QUOTES", r"[“”„«»＂「『‘’'][^“”„«»＂「」『』‘’'\"\n]*[“”»«＂」』‘’']"),
    ("WRONG_COMMENT", r"/[/*][^\n]*"),
    ("WRONG_SIGN", wrong_signs.PATTERN),
)
_LAST: Final = (("STRANGE", "(?s:.)"),)
WRONG_TYPES: Final = frozenset(name for name, _ in (*_WRONG, *_LAST))


@cache
def scanner() -> Scanner:
    """The scanner of the grammar, made once a process."""
    return Scanner(tables())


class Scanner:
    """The words of a grammar as one pattern and a table of reserved words."""

    def __init__(self, grammar: Tables) -> None:
        self.reserved, patterns = grammar.words, grammar.patterns
        used = (*_SPACE, *_FIRST)
        first = [(name, patterns[name]) for name in _FIRST]
        signs = [(name, pattern) for name, pattern in patterns.items() if name not in used]
        space = "|".join(patterns[name] for name in _SPACE)
        groups = "|".join(f"(?P<{n}>{text})" for n, text in (*first, *_WRONG, *signs, *_LAST))
        self._pattern = re.compile(f"(?:{space})+|{groups}")

    def words(self, text: str, path: str) -> Iterator[Word]:
        """The words of the text in order, without space and comments."""
        line, first, following = 1, 0, _line_starts(text)
        start_of_next = next(following)
        reserved = self.reserved
        for match in self._pattern.finditer(text):
            kind = match.lastgroup
            if kind is None:
                continue
            start = match.start()
            while start >= start_of_next:
                line, first, start_of_next = line + 1, start_of_next, next(following)
            word = match[0]
            if kind == "NAME":
                kind = reserved.get(word, kind)
            yield Word(kind, word, path, (line, start - first + 1, start))


def _line_starts(text: str) -> Iterator[int]:
    """The offsets at which the second line and those behind it start, and one beyond the text."""
    for match in _NEWLINE.finditer(text):
        yield match.end()
    yield len(text) + 1
