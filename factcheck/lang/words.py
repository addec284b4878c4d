"""Words: the pieces of a text, with their places, as the parser is fed them."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.span import Span

END: Final = "$END"
"""The type of the word behind the last one of a statement."""


class Word:
    """A piece of text: `type` is a terminal of the grammar; offsets and columns in code points."""

    __slots__ = ("column", "end", "end_column", "end_line", "line", "path", "start", "text", "type")

    def __init__(self, kind: str, text: str, path: str, place: tuple[int, int, int]) -> None:
        """A word on one line; `place` is its line, its column and its offset in the text."""
        self.type = kind
        self.text = text
        self.path = path
        self.line, self.column, self.start = place
        width = len(text)
        self.end_line = self.line
        self.end_column = self.column + width
        self.end = self.start + width

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.path, self.line, self.column, self.end_line, self.end_column)

    def __repr__(self) -> str:
        return f"{self.type} {self.text!r} {self.line}:{self.column}"


def joined(kind: str, parts: list[Word]) -> Word:
    """One word of several that stand side by side, their texts parted by single spaces."""
    first, last = parts[0], parts[-1]
    text = " ".join(part.text for part in parts)
    word = Word(kind, text, first.path, (first.line, first.column, first.start))
    word.end_line, word.end_column, word.end = last.end_line, last.end_column, last.end
    return word


def end_after(word: Word) -> Word:
    """The end of a statement, right behind its last word."""
    return Word(END, "", word.path, (word.end_line, word.end_column, word.end))
