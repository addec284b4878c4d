"""A whole text in the layout: what it says stays the same, and that is looked at each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.format.pieces import Comment, pieces_of, words_of
from factcheck.lang.format.roles import give_roles
from factcheck.lang.format.same import same
from factcheck.lang.format.statements import Statement, statement_lines, statements
from factcheck.lang.parser import parse
from factcheck.records import Record, frozen

_WINDOWS: Final = "\r\n"


@frozen
class Formatted(Record):
    """A text in the layout, or the one given and what is wrong with it."""

    text: str
    mistakes: tuple[Diagnostic, ...] = ()


def format_text(text: str, path: str) -> Formatted:
    """The text in the layout; one with mistakes stays as it is."""
    program, mistakes = parse(text, path)
    if mistakes:
        return Formatted(text, tuple(mistakes))
    for keep_brackets in (False, True):
        made = _formatted(text, path, keep_brackets=keep_brackets)
        again, mistakes = parse(made, path)
        if not mistakes and same(program, again):
            return Formatted(_with_line_ends_of(text, made))
    raise AssertionError("the layout would change what the rules say")


def _formatted(text: str, path: str, *, keep_brackets: bool) -> str:
    words, comments = words_of(text, path)
    pieces = pieces_of(words)
    give_roles(pieces)
    found, left = statements(pieces, comments, keep_brackets=keep_brackets)
    lines = [line for part in _parts(found, left) for line in part]
    return "".join(f"{line}\n" for line in lines)


def _parts(found: Sequence[Statement], left: Sequence[Comment]) -> Iterator[Sequence[str]]:
    """The lines of each statement with the comments above it, and empty lines between them."""
    before: Statement | None = None
    for statement in found:
        above = list(_above(statement.leading, behind=True))
        if before is not None and not _is_next_test(before, statement, above):
            yield [""]
        yield above
        yield list(statement_lines(statement))
        before = statement
    if left and before is not None:
        yield [""]
    yield list(_above(left, behind=False))


def _above(comments: Sequence[Comment], *, behind: bool) -> Iterator[str]:
    """Comments at the margin with the empty lines between them, and behind them if asked for."""
    for place, comment in enumerate(comments):
        if place and comment.blank_before:
            yield ""
        yield comment.text
    if behind and comments and comments[-1].blank_after:
        yield ""


def _is_next_test(before: Statement, statement: Statement, above: Sequence[str]) -> bool:
    """Whether a test follows another of the same rule: these stand without an empty line."""
    return statement.subject is not None and before.subject == statement.subject and "" not in above


def _with_line_ends_of(text: str, made: str) -> str:
    """The text with the ends of lines that the first line of another has."""
    first = text.find("\n")
    return made.replace("\n", _WINDOWS) if first > 0 and text[first - 1] == "\r" else made
