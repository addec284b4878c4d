"""One clause on lines: as few as fit, broken at the loosest operators; comments break lines too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from attrs import define

from factcheck.lang.format.groups import Group, groups
from factcheck.lang.format.pieces import Piece
from factcheck.lang.format.spacing import gap
from factcheck.records import Record, frozen

WIDTH: Final = 100
"""Lines are not wider, but for texts and comments, which are never broken."""
STEP: Final = 2


@frozen
class _Level(Record):
    """A broken group: where its brackets close, where its lines go on, and where it ends."""

    closes: int
    continues: int
    end: int


def lines_of(pieces: Sequence[Piece], indent: int, first: int) -> list[str]:
    """The lines of a clause whose body, which may be broken, begins at the piece `first`."""
    return _Writer(pieces, indent, first).write()


@define
class _Break:
    """That a line may be broken before a piece, in a group; `until` is the end of what must fit."""

    group: Group
    until: int | None


class _Writer:
    """Goes once through the pieces of a clause; `levels` are the broken groups around the piece."""

    def __init__(self, pieces: Sequence[Piece], indent: int, first: int) -> None:
        self.pieces = pieces
        self.levels = [_Level(indent, indent + STEP, len(pieces))]
        self.lines: list[str] = []
        self.line = " " * indent
        gaps = ["", *(gap(one, other) for one, other in pairwise(pieces))]
        self.gaps = gaps
        widths = (len(space) + len(p.text) for space, p in zip(gaps, pieces, strict=True))
        self.widths = list(accumulate(widths, initial=0))
        forced = [self._is_forced(place) for place in range(len(pieces))]
        self.forced = list(accumulate(forced, initial=0))
        self.opens: dict[int, list[Group]] = {}
        self.breaks: dict[int, _Break] = {}
        self.broken: set[int] = set()
        for group in groups(pieces, first):
            self._add(group)
        self.next_break = self._next_breaks()

    def _is_forced(self, place: int) -> bool:
        """Whether a comment stands between a piece and the one before."""
        if place == 0:
            return False
        return bool(self.pieces[place - 1].trailing or self.pieces[place].leading)

    def _add(self, group: Group) -> None:
        self.opens.setdefault(group.start, []).append(group)
        for place in group.breaks:
            self.breaks[place] = _Break(group, None)
        ends = [*group.fills[1:], group.end + (not group.bracket)]
        for place, end in zip(group.fills, ends, strict=False):
            self.breaks[place] = _Break(group, end)

    def _next_breaks(self) -> list[int]:
        """For each place the next one behind it at which the line may break, or the end."""
        found = [len(self.pieces)] * (len(self.pieces) + 1)
        for place in range(len(self.pieces) - 1, -1, -1):
            following = place + 1
            breaks = following in self.breaks or following == len(self.pieces)
            found[place] = following if breaks else found[following]
        return found

    def write(self) -> list[str]:
        """All lines."""
        for place, piece in enumerate(self.pieces):
            while place > self.levels[-1].end:
                self.levels.pop()
            if place:
                self._separate(place)
            for group in self.opens.get(place, ()):
                self._open(group)
            self.line += piece.text
        self._end_line(self.pieces[-1])
        return self.lines

    def _separate(self, place: int) -> None:
        """Space or a new line before a piece, with the comments that stand there."""
        before, piece = self.pieces[place - 1], self.pieces[place]
        level = self.levels[-1]
        found = self.breaks.get(place)
        breaks = found is not None and self._breaks(place, found)
        if not breaks and not self._is_forced(place):
            self.line += self.gaps[place]
            return
        closing = found is not None and found.group.bracket and place == found.group.end
        self._end_line(before)
        indent = self._indent(found, level)
        self.lines += [" " * indent + comment.text for comment in piece.leading]
        self.line = " " * (indent - STEP * closing)

    def _indent(self, found: _Break | None, level: _Level) -> int:
        """Where the line goes on: a comment breaks deeper than an operator of the group."""
        if found is None or id(found.group) not in self.broken or found.group.bracket:
            return level.continues
        return level.closes

    def _breaks(self, place: int, found: _Break) -> bool:
        if id(found.group) not in self.broken:
            return False
        return found.until is None or not self._fits(place, found.until - 1)

    def _fits(self, start: int, end: int) -> bool:
        """Whether the pieces, with what cannot be parted from the last, fit on the line."""
        width = self.widths[self.next_break[end]] - self.widths[start]
        return len(self.line) + width <= WIDTH

    def _open(self, group: Group) -> None:
        """Note the group as broken if it does not fit, or if a comment stands inside."""
        has_comment = self.forced[group.end + 1] > self.forced[group.start + 1]
        space = len(self.gaps[group.start])
        width = self.widths[self.next_break[group.end]] - self.widths[group.start] - space
        if not has_comment and len(self.line) + width <= WIDTH:
            return
        self.broken.add(id(group))
        around = self.levels[-1]
        if group.bracket:
            inner = around.closes + STEP
            self.levels.append(_Level(inner, inner, group.end))
        else:
            inner = around.continues
            self.levels.append(_Level(inner, inner + STEP, group.end))

    def _end_line(self, last: Piece) -> None:
        comment = f"  {last.trailing.text}" if last.trailing is not None else ""
        self.lines.append(self.line + comment)
        self.line = ""
