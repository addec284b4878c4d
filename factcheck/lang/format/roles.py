"""Finer roles of pieces, from their neighbours: a sign, a call, a range; and pairs of brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.lang.format.pieces import Piece

OPERAND_ENDS: Final = frozenset(
    {
        "NAME",
        "BACKTICKED",
        "NUMBER",
        "SCALE",
        "PERCENT",
        "PERIOD",
        "TEXT",
        "RPAR",
        "RSQB",
        "RBRACE",
        "STATED",
    }
)
_NAMES: Final = ("NAME", "BACKTICKED")
_OPENING: Final = {"LPAR": "RPAR", "CALL": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}
_CLOSING: Final = frozenset(_OPENING.values())


def give_roles(pieces: Sequence[Piece]) -> None:
    """Tell apart what the grammar's terminals leave together.

    CALL is the bracket of a call, SIGN a minus before its operand; RANGE comes later;
    AND_OF_BETWEEN and NOT_INSIDE (`x not in`, `is not`) are no words of logic, GLUED is a scale
    that was written without a space.
    """
    waiting = 0
    nested: list[int] = []
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.type == "LPAR":
            nested.append(waiting)
            waiting = 0
            if before is not None and before.type in _NAMES:
                piece.type = "CALL"
        elif piece.type == "RPAR" and nested:
            waiting = nested.pop()
        elif piece.type == "BETWEEN":
            waiting += 1
        elif piece.type == "AND" and waiting:
            waiting -= 1
            piece.type = "AND_OF_BETWEEN"
        else:
            piece.type = _role(piece, before, after)


def _role(piece: Piece, before: Piece | None, after: Piece | None) -> str:
    kind = before.type if before is not None else ""
    if piece.type == "MINUS" and kind not in OPERAND_ENDS:
        return "SIGN"
    if piece.type == "NOT" and (kind == "IS" or (after and after.type in ("IN", "BETWEEN"))):
        return "NOT_INSIDE"
    if piece.type == "SCALE" and before is not None and before.end == piece.start:
        return "GLUED"
    return piece.type


def give_ranges(pieces: Sequence[Piece]) -> None:
    """Mark the slashes of ranges of periods, and those of units that were written without spaces.

    Brackets that mean nothing are gone already, so that a second look finds the same ranges.
    """
    inside: list[str] = []
    for place, piece in enumerate(pieces):
        if piece.type in _OPENING:
            inside.append(piece.type)
        elif piece.type in _CLOSING and inside:
            inside.pop()
        elif piece.type == "SLASH" and 0 < place < len(pieces) - 1:
            in_values = bool(inside) and inside[-1] in ("LSQB", "LBRACE")
            if in_values or _is_range(pieces, place):
                piece.type = "RANGE"


def _is_range(pieces: Sequence[Piece], place: int) -> bool:
    before, slash, after = pieces[place - 1 : place + 2]
    edges = {before.type, after.type}
    if edges <= {"PERIOD", "NUMBER"} and "PERIOD" in edges:
        return True
    if before.end != slash.start or slash.end != after.start:
        return False
    if edges == {"NUMBER"}:
        return True
    unit = place > 1 and pieces[place - 2].type in ("NUMBER", "SCALE", "GLUED")
    return unit and before.type in _NAMES and after.type in _NAMES


def pairs(pieces: Sequence[Piece]) -> dict[int, int]:
    """The place of the closing bracket for that of each opening one."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.type in _OPENING:
            waiting.append(place)
        elif piece.type in _CLOSING and waiting:
            found[waiting.pop()] = place
    return found
