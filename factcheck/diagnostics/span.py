"""Where something stands in a file."""

from __future__ import annotations

from factcheck.records import Record, frozen


@frozen
class Span(Record):
    """A stretch of one file; lines and columns from 1, in code points, end column excluded."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of the other, in the same file."""
        return Span(self.path, self.line, self.column, other.end_line, other.end_column)


def at(path: str, line: int = 1, column: int = 1, width: int = 1) -> Span:
    """A span of `width` code points on one line."""
    return Span(path, line, column, line, column + width)
