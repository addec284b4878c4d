"""From text to words: one pass, which never fails; what is no word is a word of a wrong type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lang import wrong_signs
from factcheck.lang.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark import Lark

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


class Scanner:
    """The terminals of a grammar as one pattern and a table of reserved words."""

    def __init__(self, lark: Lark) -> None:
        patterns = {terminal.name: terminal.pattern for terminal in lark.terminals}
        self.reserved = {
            str(pattern.value): name
            for name, pattern in patterns.items()
            if pattern.type == "str" and str(pattern.value).isalpha()
        }
        used = (*_SPACE, *_FIRST, *self.reserved.values())
        first = [(name, patterns[name].to_regexp()) for name in _FIRST]
        signs = [(n, pattern.to_regexp()) for n, pattern in patterns.items() if n not in used]
        space = "|".join(patterns[name].to_regexp() for name in _SPACE)
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
