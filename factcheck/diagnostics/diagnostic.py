"""A user's mistake, as a value: what it is, where it stands, and what would be right."""

from __future__ import annotations

import enum

from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen


class Severity(enum.Enum):
    """How much a diagnostic or a rule weighs; only errors stop a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Code(Record):
    """A kind of mistake: declared once, with its page in docs/codes."""

    id: str
    title: str
    severity: Severity = Severity.ERROR


@frozen
class Label(Record):
    """A second place that belongs to a diagnostic, with what it contributes."""

    span: Span
    text: str


@frozen
class Diagnostic(Record):
    """One mistake: a code, the primary place, a message, and what helps."""

    code: Code
    message: str
    span: Span
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    help: str | None = None
    label: str | None = None
    """A few words to stand under the caret of the primary place."""

    @property
    def severity(self) -> Severity:
        """The severity of the code."""
        return self.code.severity

    @property
    def is_error(self) -> bool:
        """Whether the run has to stop before anything is judged."""
        return self.code.severity is Severity.ERROR


def sorted_diagnostics(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics without repetition, by file and place, so that output is stable."""
    return sorted(
        dict.fromkeys(diagnostics),
        key=lambda d: (d.span.path, d.span.line, d.span.column, d.code.id, d.message),
    )
