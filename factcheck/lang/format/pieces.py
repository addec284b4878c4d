"""Pieces: the words of a text with the role that each plays and the comments that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import normalize

from attrs import Factory, define

from factcheck.lang.scan import scanner
from factcheck.lang.soft_words import soften
from factcheck.lang.words import Word
from factcheck.records import Record, frozen

_COMMENT: Final = re.compile(r"#[^\n]*")
_SIGNS: Final = {
    "APPROX": "≈",
    "STAR": "×",
    "SLASH": "/",
    "MINUS": "−",
}
_COMPARISONS: Final = {"<=": "≤", ">=": "≥", "!=": "≠"}


@frozen
class Comment(Record):
    """A comment: its text without space at the end, its place, and what stands around it."""

    text: str
    offset: int
    own_line: bool
    """Whether no word stands before it on its line."""
    indented: bool
    blank_before: bool
    """Whether an empty line is right above its line."""
    blank_after: bool


@define
class Piece:
    """A word as it is written out: `type` is the terminal's name, or a role that is finer."""

    type: str
    text: str
    start: int
    end: int
    leading: list[Comment] = Factory(list)
    """Comments on lines of their own above it."""
    trailing: Comment | None = None
    """The comment behind it on its line."""


def pieces_of(words: Sequence[Word]) -> list[Piece]:
    """The words, spelt as the layout has them."""
    return [Piece(word.type, _spelt(word), word.start, word.end) for word in words]


def words_of(text: str, path: str) -> tuple[list[Word], list[Comment]]:
    """The words of a text without mistakes, soft ones told apart, and the comments between them."""
    words = list(scanner().words(text, path))
    comments = list(_comments(words, text))
    return soften(words), comments


def attach(pieces: list[Piece], comments: Sequence[Comment]) -> list[Comment]:
    """Give each comment to the piece that it belongs to; what stands behind the last is returned.

    A comment behind a word trails it; one on its own line leads the next word. No piece has two
    trailing ones: of two that would fall together the second leads the next.
    """
    place, left = 0, []
    for comment in comments:
        while place < len(pieces) and pieces[place].start < comment.offset:
            place += 1
        inside = place > 0 and comment.offset < pieces[place - 1].end
        if place > 0 and (inside or not comment.own_line) and pieces[place - 1].trailing is None:
            pieces[place - 1].trailing = comment
        elif place < len(pieces):
            pieces[place].leading.append(comment)
        else:
            left.append(comment)
    return left


def _comments(words: Sequence[Word], text: str) -> Iterator[Comment]:
    starts = [0, *(word.end for word in words)]
    ends = [*(word.start for word in words), len(text)]
    for start, end in zip(starts, ends, strict=True):
        for match in _COMMENT.finditer(text, start, end):
            yield _comment(match, text)


def _comment(match: re.Match[str], text: str) -> Comment:
    line = text.rfind("\n", 0, match.start()) + 1
    before = text[line : match.start()]
    return Comment(
        match[0].rstrip(),
        match.start(),
        own_line=not before.strip(),
        indented=bool(before),
        blank_before=line > 0 and _is_blank(text, text.rfind("\n", 0, line - 1) + 1),
        blank_after=_is_blank(text, match.end() + 1),
    )


def _is_blank(text: str, start: int) -> bool:
    """Whether the line that starts here is there and empty."""
    end = text.find("\n", start)
    return end >= 0 and not text[start:end].strip()


def _spelt(word: Word) -> str:
    if word.type == "COMPARE":
        return _COMPARISONS.get(word.text, word.text)
    if word.type == "PERIOD":
        return word.text.upper()
    if word.type == "NAME" and not word.text.isascii():
        return normalize("NFC", word.text)
    return _SIGNS.get(word.type, word.text)
