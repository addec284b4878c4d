"""The lines of text that diagnostics point at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.inputs import door
from factcheck.vocabulary.opened import text_inside

MAX_BYTES: Final = 64 * 1024 * 1024
"""Of a larger file no line is shown."""


def excerpts(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]
) -> dict[tuple[str, int], str]:
    """The lines of all spans, by path and number; a file that cannot be read gives none."""
    wanted: dict[str, set[int]] = {}
    for one in diagnostics:
        for span in (one.span, *(label.span for label in one.labels)):
            if span == at(span.path) and span.path not in texts:
                continue  # about the file as a whole: it may have been refused unread, as a link
            wanted.setdefault(span.path, set()).update(range(span.line, span.end_line + 1))
    found: dict[tuple[str, int], str] = {}
    for path, numbers in wanted.items():
        text = texts.get(path)
        lines = (_read(path) if text is None else text).split("\n")
        for number in numbers:
            if number <= len(lines):
                found[path, number] = lines[number - 1].removesuffix("\r")
    return found


def _read(path: str) -> str:
    """A table or descriptor that was read a moment ago, once more."""
    try:
        if not door.is_file(path):
            return text_inside(path, MAX_BYTES)
        data = door.content(path, MAX_BYTES + 1)
        if data is None or len(data) > MAX_BYTES or b"\0" in data[:1024]:
            return ""
        return data.decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
