"""The period that stands beside a figure: the nearest date of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from factcheck.quantities import Quantity

FARTHEST: Final = 40
"""Characters between a figure and a date that is said to stand beside it."""
_END: Final = re.compile(r"[.!?؟](?=\s)|[。！？；\n]")


class Sentences:
    """Where sentences begin in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _END.finditer(text)), len(text) + 1]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The start and end of the sentence, or sentences, of a stretch."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end)
        return self._starts[first], self._starts[min(last, len(self._starts) - 1)]


def date_beside(
    figure: Quantity, dates: Sequence[Quantity], starts: Sequence[int], sentences: Sentences
) -> Quantity | None:
    """The nearest date in the sentence of a figure; None where it is far, or two are as near."""
    low, high = sentences.around(figure.start, figure.end)
    place = bisect_left(starts, figure.start)
    near = [
        date
        for date in dates[max(0, place - 1) : place + 1]
        if low <= date.start and date.end <= high and _distance(figure, date) <= FARTHEST
    ]
    near.sort(key=lambda date: _distance(figure, date))
    if len(near) > 1 and _distance(figure, near[0]) == _distance(figure, near[1]):
        return None
    return near[0] if near else None


def _distance(figure: Quantity, date: Quantity) -> int:
    if date.end <= figure.start:
        return figure.start - date.end
    return max(0, date.start - figure.end)
