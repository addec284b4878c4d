"""Statements and their clauses, in the order of the layout, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import Factory, define

from factcheck.lang.failure import SECTIONS, STATEMENTS
from factcheck.lang.format.brackets import without_redundant
from factcheck.lang.format.layout import STEP, lines_of
from factcheck.lang.format.pieces import Comment, Piece, attach
from factcheck.lang.format.roles import give_ranges

ORDER: Final = (
    "FOR",
    "WHERE",
    "LET",
    "CHECK",
    "SEVERITY",
    "MESSAGE",
    "BECAUSE",
    "TAGS",
    "MAY",
    "GIVEN",
    "EXPECT",
)
"""The clauses as they follow one another; lets keep their own order."""
_PREFIX: Final = {"FOR": 2, "LET": 3, "DEFINE": 3}
"""How many pieces stand before the body of a clause, where it is not one."""


@define
class Statement:
    """A statement: its header, its clauses, and the comments that follow inside of it."""

    header: list[Piece]
    clauses: list[list[Piece]] = Factory(list)
    below: list[Comment] = Factory(list)

    @property
    def pieces(self) -> list[Piece]:
        """All pieces, in the order written."""
        return [*self.header, *(piece for clause in self.clauses for piece in clause)]

    @property
    def leading(self) -> list[Comment]:
        """The comments above it."""
        return self.header[0].leading

    @property
    def subject(self) -> tuple[str, str] | None:
        """The rule that it tests, if it is a test."""
        return ("TEST", self.header[1].text) if self.header[0].type == "TEST" else None


def statements(
    pieces: Sequence[Piece], comments: Sequence[Comment], *, keep_brackets: bool
) -> tuple[list[Statement], list[Comment]]:
    """The statements of a text with their comments, and the comments behind the last of them."""
    found = _parted(pieces)
    if not keep_brackets:
        for statement in found:
            statement.clauses = [without_redundant(clause) for clause in statement.clauses]
            statement.header = without_redundant(statement.header)
    for statement in found:
        for clause in (statement.header, *statement.clauses):
            give_ranges(clause)
    left = attach([piece for statement in found for piece in statement.pieces], comments)
    leading = [*(statement.leading for statement in found[1:]), left]
    for statement, following in zip(found, leading, strict=False):
        _take_below(statement, following)
    return found, left


def _parted(pieces: Sequence[Piece]) -> list[Statement]:
    found: list[Statement] = []
    for piece in pieces:
        if piece.type in STATEMENTS:
            found.append(Statement([piece]))
        elif piece.type in SECTIONS:
            found[-1].clauses.append([piece])
        else:
            (found[-1].clauses or [found[-1].header])[-1].append(piece)
    return found


def _take_below(statement: Statement, comments: list[Comment]) -> None:
    """Move the indented comments right behind a statement into it."""
    while comments and comments[0].own_line and comments[0].indented:
        statement.below.append(comments.pop(0))


def statement_lines(statement: Statement) -> Iterator[str]:
    """The lines of a statement, without the comments above it."""
    kind = statement.header[0].type
    first = _PREFIX["DEFINE"] if kind == "DEFINE" else len(statement.header)
    yield from lines_of(statement.header, 0, first)
    indent = " " * STEP
    for clause in sorted(statement.clauses, key=lambda clause: ORDER.index(clause[0].type)):
        yield from (indent + comment.text for comment in clause[0].leading)
        yield from lines_of(clause, STEP, _PREFIX.get(clause[0].type, 1))
    yield from (indent + comment.text for comment in statement.below)
