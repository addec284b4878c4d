"""From text to words: one pass, which never fails; what is no word is a word of a wrong type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final, TypeAlias

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
)
_WRONG_SIGN: Final = "WRONG_SIGN"
_STRANGE: Final = ("STRANGE", "(?s:.)")
WRONG_TYPES: Final = frozenset(name for name, _ in (*_WRONG, _STRANGE)) | {_WRONG_SIGN}
_ODD: Final = ("ODD", "(?s:.)")
_PLAIN_NAME: Final = ("NAME", r"(?a:[^\W\d]\w*)(?!\w|[^\x00-\x7f])")
_MAY_BE_WRONG: Final = frozenset("=<>!~*/")
"""What ends a sign that is a wrong one, or a wrong comment, together with one of `_GOES_ON`."""
_GOES_ON: Final = "[=<>*/]"
Groups: TypeAlias = Sequence[tuple[str, str]]
"""Patterns by name; what stands before another is tried first."""


@cache
def scanner() -> Scanner:
    """The scanner of the grammar, made once a process."""
    return Scanner(tables())


class Scanner:
    """The words of a grammar as patterns and a table of reserved words and signs.

    What most texts are made of has a pattern of its own: the whole one takes long to compile, and
    is made where a text has something else. It finds the same words from there on.
    """

    def __init__(self, grammar: Tables) -> None:
        self._signs = grammar.signs
        self._types = {**grammar.words, **grammar.signs}
        self._space = "|".join(grammar.patterns[name] for name in _SPACE)
        self._first = [(name, grammar.patterns[name]) for name in _FIRST]
        signs = ("SIGN", _plain_signs(grammar.signs))
        self._plain = self._pattern([_PLAIN_NAME, *self._first[1:], signs, _ODD])

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        from factcheck.lang.wrong_signs import PATTERN  # noqa: PLC0415 (for what few texts have)

        signs = ((_WRONG_SIGN, PATTERN), ("SIGN", _any_of(self._signs)))
        return self._pattern([*self._first, *_WRONG, *signs, _STRANGE])

    def _pattern(self, groups: Groups) -> re.Pattern[str]:
        """One of the groups, behind space and comments, or the end of the text."""
        choices = "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups)
        return re.compile(f"(?:{self._space})*(?:{choices}|\\Z)")

    def words(self, text: str, path: str) -> Iterator[Word]:
        """The words of the text in order, without space and comments."""
        line, first, following = 1, 0, _line_starts(text)
        start_of_next = next(following)
        types = self._types
        for match in self._matches(text):
            kind = match.lastgroup
            if kind is None:
                return  # the end of the text
            word, start = match[kind], match.start(kind)
            while start >= start_of_next:
                line, first, start_of_next = line + 1, start_of_next, next(following)
            yield Word(types.get(word, kind), word, path, (line, start - first + 1, start))

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        for match in self._plain.finditer(text):
            if match.lastgroup == _ODD[0]:
                yield from self._whole.finditer(text, match.start())
                return
            yield match


def _plain_signs(signs: Mapping[str, str]) -> str:
    """The signs that are no part of something wrong, whatever stands behind them."""
    doubtful = [sign for sign in signs if sign[-1] in _MAY_BE_WRONG]
    others = "".join(sign for sign in signs if sign not in doubtful)
    return f"[{re.escape(others)}]|(?:{_any_of(doubtful)})(?!{_GOES_ON})"


def _any_of(texts: Iterable[str]) -> str:
    """The longest that stands there."""
    return "|".join(re.escape(one) for one in sorted(texts, key=len, reverse=True))


def _line_starts(text: str) -> Iterator[int]:
    """The offsets at which the second line and those behind it start, and one beyond the text."""
    for match in _NEWLINE.finditer(text):
        yield match.end()
    yield len(text) + 1
