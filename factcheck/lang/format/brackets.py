"""Brackets that change nothing: found by comparing what is inside with what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.lang.format.pieces import Piece
from factcheck.lang.format.roles import pairs
from factcheck.lang.soft_tables import INFIX
from factcheck.lang.softener import OPERAND

OR, AND, NOT, COMPARED, SUM, PRODUCT, PREFIX, POWER, ATOM = range(1, 10)
"""How tightly the operators of an expression bind, loosest first."""

_OWN: Final = {
    "OR": OR,
    "AND": AND,
    "NOT": NOT,
    **dict.fromkeys(
        ("EQUALS", "COMPARE", "APPROX", "CONSISTENT", "BETWEEN", "IN", "IS", "CONTAINS", "AGREE"),
        COMPARED,
    ),
    "PLUS": SUM,
    "MINUS": SUM,
    "STAR": PRODUCT,
    "SLASH": PRODUCT,
    "RANGE": PRODUCT,
    **dict.fromkeys(("FRACTION", "OF", "TWICE", "TIMES", "SIGN"), PREFIX),
    "CARET": POWER,
}
"""What an operator makes of an expression in which it is the loosest."""

_LEFT: Final = {
    "OR": AND,
    "AND": NOT,
    "NOT": NOT,
    **dict.fromkeys(
        ("EQUALS", "COMPARE", "APPROX", "WITH", "BETWEEN", "AND_OF_BETWEEN", "CALL", "COMMA"), SUM
    ),
    "KNOWN": SUM,
    "PLUS": PRODUCT,
    "MINUS": PRODUCT,
    **dict.fromkeys(("STAR", "SLASH", "RANGE", "OF", "TWICE", "TIMES", "SIGN", "WITHIN"), PREFIX),
}
"""How tight what stands behind a word has to be."""

_RIGHT: Final = {
    "OR": AND,
    "AND": NOT,
    **dict.fromkeys(
        ("EQUALS", "COMPARE", "APPROX", "CONSISTENT", "BETWEEN", "AND_OF_BETWEEN", "IN", "IS"), SUM
    ),
    **dict.fromkeys(("NOT_INSIDE", "CONTAINS", "WITHIN", "PLUS", "MINUS", "OVER", "COMMA"), SUM),
    "STAR": PRODUCT,
    "SLASH": PRODUCT,
    "RANGE": PRODUCT,
    "CARET": ATOM,
}
"""How tight what stands before a word has to be."""

_ARITHMETIC: Final = ("PLUS", "MINUS", "STAR", "SLASH", "OF", "SIGN")
_DEFINING: Final = ("LET", "DEFINE")


def without_redundant(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a clause without brackets that mean nothing, some that help readers aside."""
    inside = _loosest(pieces)
    gone: set[int] = set()
    closing = pairs(pieces)
    for start in sorted(inside):
        end = closing[start]
        left, right = start - 1, end + 1
        while left in gone:
            left -= 1
        while right in gone:
            right += 1
        before = pieces[left].type if left >= 0 else ""
        if before == "EQUALS" and pieces[0].type in _DEFINING and left == 2:  # noqa: PLR2004 (`let x =`)
            before = ""
        after = pieces[right].type if right < len(pieces) else ""
        first = pieces[start + 1]
        if _is_redundant(before, inside[start], after) and not _is_welcome(
            before, inside[start], after, first
        ):
            gone |= {start, end}
    return [piece for place, piece in enumerate(pieces) if place not in gone]


def _loosest(pieces: Sequence[Piece]) -> dict[int, int]:
    """How tightly the inside of each bracket binds that groups, by its place."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.type in ("LPAR", "CALL", "LSQB", "LBRACE"):
            open_.append(place)
            if piece.type == "LPAR":
                found[place] = ATOM
        elif piece.type in ("RPAR", "RSQB", "RBRACE") and open_:
            open_.pop()
        elif open_ and open_[-1] in found:
            found[open_[-1]] = min(found[open_[-1]], _OWN.get(piece.type, ATOM))
    return found


def _is_redundant(before: str, inside: int, after: str) -> bool:
    return inside >= _LEFT.get(before, OR) and inside >= _RIGHT.get(after, OR)


def _is_welcome(before: str, inside: int, after: str, first: Piece) -> bool:
    """Whether brackets help a reader all the same, or keep a soft word from changing its type."""
    if inside == AND and "OR" in (before, after):
        return True
    if inside == COMPARED and before == "NOT":
        return True
    if before in ("TWICE", "TIMES", "KNOWN"):
        return first.type not in _STARTS or first.text in INFIX
    return first.type == "SIGN" and before in _ARITHMETIC


_STARTS: Final = OPERAND | {"FRACTION", "TWICE"}
