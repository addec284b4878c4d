"""Several small codes as one number, and back: what a claim is like, apart from its digits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from factcheck.engines.sql.expression import Expression, call
from factcheck.records import Record, frozen

MOST: Final = 2**31
"""A column of numbers that are less is narrow, and quick to join and to group by."""


@frozen
class Part(Record):
    """A code, which is at least 0 and less than `size`."""

    name: str
    code: Expression
    size: int


@frozen
class Packing(Record):
    """The parts by column: as many in each as make a narrow number."""

    columns: tuple[tuple[Part, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        return tuple(f"kind_{number}" for number in range(len(self.columns)))

    def packed(self) -> dict[str, Expression]:
        """The columns by name, computed from their parts."""
        return dict(zip(self.names, map(_packed, self.columns), strict=True))

    def unpacked(self, numbers: Sequence[int]) -> dict[str, int]:
        """The codes by the names of their parts."""
        pairs = zip(self.columns, numbers, strict=True)
        return dict(chain.from_iterable(_unpacked(parts, number) for parts, number in pairs))


def packing(parts: Sequence[Part]) -> Packing:
    """Parts in their order, in the fewest columns; the first of a column counts the most."""
    columns: list[tuple[Part, ...]] = [()]
    size = 1
    for part in parts:
        if size * part.size >= MOST:
            columns.append(())
            size = 1
        columns[-1] += (part,)
        size *= part.size
    return Packing(tuple(columns))


def _packed(parts: tuple[Part, ...]) -> Expression:
    number = parts[0].code
    for part in parts[1:]:
        number = number * part.size + part.code
    return call("to_integer", number)


def _unpacked(parts: tuple[Part, ...], number: int) -> list[tuple[str, int]]:
    found = []
    for part in reversed(parts):
        number, code = divmod(number, part.size)
        found.append((part.name, code))
    return found
