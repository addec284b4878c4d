"""Where the lines of a clause may be broken: at its operators, loosest first, and in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import Factory, define

from factcheck.lang.format.pieces import Piece
from factcheck.lang.format.roles import pairs

LEVELS: Final = {
    "THEN": 1,
    "OVER": 1,
    "OR": 2,
    "AND": 3,
    "WITHIN": 4,
    "ON": 4,
    "EQUALS": 5,
    "COMPARE": 5,
    "APPROX": 5,
    "CONSISTENT": 5,
    "BETWEEN": 5,
    "AND_OF_BETWEEN": 6,
    "PLUS": 7,
    "MINUS": 7,
    "STAR": 8,
    "SLASH": 8,
}
_LISTS: Final = ("LSQB", "LBRACE", "GIVEN")
"""Where commas are the only places to break a line."""


@define
class Group:
    """Pieces from `start` to `end` that go on one line if they fit, else break as is noted here."""

    start: int
    end: int
    breaks: list[int]
    """Before these pieces all lines break, or none."""
    fills: list[int] = Factory(list)
    """Before these a line breaks where the next part does not fit; the last ends the group."""
    bracket: bool = False


def groups(pieces: Sequence[Piece], first: int) -> list[Group]:
    """The groups of a clause whose body begins at `first`, outer ones before those inside."""
    found: list[Group] = []
    closing = pairs(pieces)
    regions = [(first, len(pieces) - 1, pieces[0].type)]
    while regions:
        start, end, opening = regions.pop()
        commas, brackets = _look(pieces, start, end, closing)
        _note(found, start, end, commas, opening)
        if opening not in _LISTS:
            edges = [start, *commas, end + 1]
            for one, other in pairwise(edges):
                _split(found, pieces, one, other - 1, closing)
        regions += [
            (place + 1, closing[place] - 1, pieces[place].type) for place in reversed(brackets)
        ]
    return found


def _look(
    pieces: Sequence[Piece], start: int, end: int, closing: dict[int, int]
) -> tuple[list[int], list[int]]:
    """The places behind the commas of a region, and its brackets."""
    commas, brackets = [], []
    place = start
    while place <= end:
        if place in closing:
            brackets.append(place)
            place = closing[place]
        elif pieces[place].type == "COMMA":
            commas.append(place + 1)
        place += 1
    return commas, brackets


def _note(found: list[Group], start: int, end: int, commas: list[int], opening: str) -> None:
    """The group of a bracket with its commas, or that of a list without brackets."""
    if opening in ("LPAR", "CALL", "LSQB", "LBRACE"):
        found.append(Group(start - 1, end + 1, [start, end + 1], commas, bracket=True))
    elif opening == "GIVEN":
        found.append(Group(start - 1, end, [start, *commas]))
    elif commas:
        found.append(Group(start, end, [], commas))


def _split(
    found: list[Group], pieces: Sequence[Piece], start: int, end: int, closing: dict[int, int]
) -> None:
    """The groups of an expression: it breaks at its loosest operators, each part at its own."""
    waiting = [(start, end)]
    while waiting:
        first, last = waiting.pop()
        places: list[int] = []
        loosest = max(LEVELS.values()) + 1
        place = first
        while place <= last:
            level = LEVELS.get(pieces[place].type, loosest) if place > first else loosest
            if level < loosest:
                places, loosest = [], level
            if level == loosest and pieces[place].type in LEVELS and place > first:
                places.append(place)
            place = closing.get(place, place) + 1
        if places:
            found.append(Group(first, last, places))
            edges = [first, *places, last + 1]
            parts = list(zip(edges, [edge - 1 for edge in edges[1:]], strict=False))
            waiting += reversed(parts)
