"""The space between two pieces that stand on one line."""

from __future__ import annotations

from typing import Final

from factcheck.lang.format.pieces import Piece

_NONE_BEFORE: Final = frozenset(
    {"COMMA", "RPAR", "RSQB", "RBRACE", "DOT", "PERCENT", "CARET", "CALL", "LSQB", "RANGE", "GLUED"}
)
_NONE_BEHIND: Final = frozenset({"LPAR", "CALL", "LSQB", "LBRACE", "DOT", "CARET", "SIGN", "RANGE"})


def gap(before: Piece, after: Piece) -> str:
    """One space, or none."""
    if before.type in _NONE_BEHIND or after.type in _NONE_BEFORE:
        return ""
    return " "
