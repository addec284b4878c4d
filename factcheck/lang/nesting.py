"""How deep an expression will be, known from its words before any tree is built."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.words import Word
from factcheck.records import define

MAX_NESTING: Final = 100
"""Expressions inside one another: brackets, prefixes, and operators in a row, which nest too."""

OPENING: Final = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}
CLOSING: Final = {closing: opening for opening, closing in OPENING.items()}
_DEEPER: Final = frozenset(
    {"PLUS", "MINUS", "STAR", "SLASH", "CARET", "NOT", "FRACTION", "OF", "TWICE", "TIMES"}
)
_PARTS: Final = frozenset(
    {"COMMA", "AND", "OR", "IF", "THEN", "EQUALS", "COMPARE", "APPROX", "WHERE", "CHECK", "LET"}
)


@define
class _Level:
    """The inside of a bracket: operators in the part now read, and the depth of parts so far."""

    operators: int = 0
    inner: int = 0
    parts: int = 0

    @property
    def depth(self) -> int:
        return max(self.operators + self.inner, self.parts)


def too_deep(words: list[Word]) -> Diagnostic | None:
    """The word at which an expression of a statement becomes too deep, as a mistake."""
    if len(words) <= MAX_NESTING:
        return None
    levels = [_Level()]
    for word in words:
        level = levels[-1]
        if word.type in _DEEPER:
            level.operators += 1
        elif word.type in _PARTS:
            level.parts, level.operators, level.inner = level.depth, 0, 0
        elif word.type in OPENING:
            levels.append(_Level())
        elif word.type in CLOSING and len(levels) > 1:
            levels.pop()
            level, inside = levels[-1], level.depth + 1
            level.inner = max(level.inner, inside)
        if len(levels) + level.operators + level.inner > MAX_NESTING:
            return _diagnostic(word)
    return None


def _diagnostic(word: Word) -> Diagnostic:
    return Diagnostic(
        codes.TOO_DEEP,
        f"more than {MAX_NESTING} expressions stand inside one another or in a row",
        word.span,
        help="give a part of it a name with `let` or `define`",
    )
