"""Rules as they were written, in pieces that can be told apart by colour."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.diagnostics.span import Span
from factcheck.lang.format.pieces import Comment, words_of
from factcheck.lang.parser import parse
from factcheck.lang.syntax import Rule
from factcheck.lang.words import Word
from factcheck.report.details import WrittenPiece

_KINDS: Final = {
    "NAME": "name",
    "BACKTICKED": "name",
    "NUMBER": "number",
    "SCALE": "number",
    "PERCENT": "number",
    "PERIOD": "number",
    "FRACTION": "number",
    "TEXT": "text",
}
"""Of the terminals of the grammar; the others are words of the language, or signs."""


def written_rules(
    texts: Mapping[str, str], places: Mapping[str, Span]
) -> dict[str, tuple[WrittenPiece, ...]]:
    """The text of each rule by its id, from the files that they stand in."""
    found: dict[str, tuple[WrittenPiece, ...]] = {}
    for path in dict.fromkeys(span.path for span in places.values()):
        if path in texts:
            found |= _of_file(texts[path], path)
    return {name: found[name] for name in places if name in found}


def _of_file(text: str, path: str) -> dict[str, tuple[WrittenPiece, ...]]:
    program, mistakes = parse(text, path, tests=False)
    if mistakes:
        return {}
    words, comments = words_of(text, path)
    offsets = {(word.line, word.column): word.start for word in words}
    ends = {(word.end_line, word.end_column): word.end for word in words}
    marks = sorted([*map(_of_word, words), *map(_of_comment, comments)])
    found = {}
    for rule in (one for one in program.statements if isinstance(one, Rule)):
        start = offsets[rule.span.line, rule.span.column]
        end = ends[rule.span.end_line, rule.span.end_column]
        found[rule.id.text] = tuple(_pieces(text, marks, start, end))
    return found


def _of_word(word: Word) -> tuple[int, int, str]:
    kind = _KINDS.get(word.type)
    if kind is None:
        kind = "keyword" if word.text[:1].isalpha() else "sign"
    return word.start, word.end, kind


def _of_comment(comment: Comment) -> tuple[int, int, str]:
    return comment.offset, comment.offset + len(comment.text), "comment"


def _pieces(
    text: str, marks: list[tuple[int, int, str]], start: int, end: int
) -> Iterator[WrittenPiece]:
    """What stands from start to end, with the space between the marks."""
    place = start
    for first, last, kind in marks[bisect_left(marks, (start, 0, "")) :]:
        if last > end:
            return
        if first > place:
            yield WrittenPiece("space", text[place:first])
        yield WrittenPiece(kind, text[first:last])
        place = last
