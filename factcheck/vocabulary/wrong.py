"""A mistake without its place: what the reader of a cell gives back instead of a value."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Diagnostic, Label
from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen

SHOWN_CHARACTERS: Final = 40


def shorten(text: str) -> str:
    """The text of a stranger, cut for a message."""
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


@frozen
class Wrong(Record):
    """What was found and what would be right; `at` a place it is a diagnostic."""

    code: Code
    message: str
    help: str | None = None
    notes: tuple[str, ...] = ()

    def at(self, span: Span, *labels: Label) -> Diagnostic:
        """The diagnostic of this mistake at this place."""
        return Diagnostic(self.code, self.message, span, labels, self.notes, self.help)
