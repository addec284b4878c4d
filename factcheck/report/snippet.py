"""A line of the user's file with marks under it, cut to what fits around the first mark."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from factcheck.diagnostics.span import Span
from factcheck.report.escape import for_terminal
from factcheck.report.page import Page
from factcheck.report.width import (
    ELLIPSIS,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    has_right_to_left,
    width,
    wrap,
)

_TAB: Final = " " * 4
_NARROWEST_LABEL: Final = 16
_LEAST_CONTEXT: Final = 4
"""The part of the room, one of so many, that shows what stands before a mark in any case."""


class Mark:
    """A stretch of one line to underline, and what to say about it."""

    __slots__ = ("end", "main", "start", "text")

    def __init__(self, span: Span, text: str, *, main: bool) -> None:
        self.start = max(span.column, 1) - 1
        on_one_line = span.end_line == span.line
        self.end: int | None = max(span.end_column - 1, self.start + 1) if on_one_line else None
        self.text = text
        self.main = main

    def paint(self, page: Page, text: str) -> str:
        """The text in the colour of this kind of mark."""
        return page.paint(text, "red" if self.main else "blue")


class Window:
    """The part of a line that is shown, and at which column each of its characters stands."""

    __slots__ = ("_columns", "_first", "_last", "text")

    def __init__(self, line: str, focus: Mark, room: int) -> None:
        self._first, self._last = _cut(line, focus, room)
        shown = [_shown(character) for character in line[self._first : self._last]]
        start = ELLIPSIS if self._first else ""
        end = ELLIPSIS if self._last < len(line) else ""
        self._columns = [len(start)]
        for piece in shown:
            self._columns.append(self._columns[-1] + width(piece))
        self.text = start + "".join(shown) + end

    def place(self, mark: Mark) -> tuple[int, int] | None:
        """Columns from and to which a mark is drawn, at least one; None outside of the window."""
        start = mark.start - self._first
        end = self._last if mark.end is None else mark.end
        if not 0 <= start <= self._last - self._first:
            return None
        first = self._columns[start]
        last = self._columns[max(min(end, self._last) - self._first, start)]
        return first, max(last, first + 1)


def _shown(character: str) -> str:
    return _TAB if character == "\t" else for_terminal(character)


def _cut(line: str, focus: Mark, room: int) -> tuple[int, int]:
    """The characters to show: those around the focus, as many as fit, and its text beside it."""
    if len(line) <= room and width(for_terminal(line.replace("\t", _TAB))) <= room:
        return 0, len(line)
    first = last = min(focus.start, len(line))
    wanted = min(len(line), first + room if focus.end is None else focus.end)
    left = room - 2 * len(ELLIPSIS)
    before = max(left // _LEAST_CONTEXT, left - (wanted - first) - width(focus.text) - 1)
    while True:
        backwards = bool(first) and before > 0 and (last >= wanted or last == len(line))
        forwards = last < len(line)
        if backwards and forwards:
            backwards = focus.start - first <= last - wanted
        if not (backwards or forwards):
            return first, last
        size = width(_shown(line[first - 1 if backwards else last]))
        left -= size
        if left < 0:
            return first, last
        if backwards:
            first, before = first - 1, before - size
        else:
            last += 1


def isolated(text: str) -> str:
    """Code, which always reads from left to right."""
    return LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE if has_right_to_left(text) else text


def marked_rows(page: Page, window: Window, marks: list[Mark], room: int) -> Iterator[str]:
    """The rows under a line: one with all marks, then the texts from right to left."""
    placed = [(place, mark) for mark in marks if (place := window.place(mark)) is not None]
    placed.sort(key=lambda pair: pair[0])
    if _overlap([place for place, _ in placed]):
        for each in sorted(placed, key=lambda pair: not pair[1].main):
            yield from _rows(page, [each], room)
        return
    yield from _rows(page, placed, room)


def _overlap(places: list[tuple[int, int]]) -> bool:
    return any(left[1] > right[0] for left, right in pairwise(places))


def _rows(page: Page, placed: list[tuple[tuple[int, int], Mark]], room: int) -> Iterator[str]:
    if not placed:
        return
    row, column = "", 0
    for (start, end), mark in placed:
        row += " " * (start - column) + mark.paint(
            page, ("^" if mark.main else "-") * (end - start)
        )
        column = end
    (start, end), mark = placed[-1]
    fits = width(mark.text) + end + 1 <= room
    yield row + (" " + mark.paint(page, mark.text) if fits and mark.text else "")
    waiting = placed[:-1] if fits or not mark.text else placed
    waiting = [each for each in waiting if each[1].text]
    if waiting and waiting[-1] is not placed[-1]:
        yield _bars(page, waiting)
    while waiting:
        (start, _), mark = waiting[-1]
        rest = waiting[:-1]
        yield from _text_rows(page, mark, min(start, room - _NARROWEST_LABEL), rest, room)
        waiting = rest


def _bars(page: Page, waiting: list[tuple[tuple[int, int], Mark]]) -> str:
    row, column = "", 0
    for (start, _), mark in waiting:
        row += " " * (start - column) + mark.paint(page, "|")
        column = start + 1
    return row


def _text_rows(
    page: Page, mark: Mark, start: int, rest: list[tuple[tuple[int, int], Mark]], room: int
) -> Iterator[str]:
    bars = _bars(page, [each for each in rest if each[0][0] < start])
    column = max((place[0] + 1 for place, _ in rest if place[0] < start), default=0)
    for line in wrap(mark.text, room - start):
        yield bars + " " * (start - column) + mark.paint(page, line)
