"""Diagnostics as text, with carets under the places: what the album shows."""

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span


def errors_text(text: str, diagnostics: list[Diagnostic]) -> str:
    """All mistakes of a text."""
    return "\n".join(_error(text.split("\n"), diagnostic) for diagnostic in diagnostics)


def _error(lines: list[str], diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    shown = [f"{span.line}:{span.column} {diagnostic.code.id} {diagnostic.message}"]
    shown += _place(lines, span, "^", diagnostic.label or "")
    for label in diagnostic.labels:
        shown += _place(lines, label.span, "-", label.text)
    shown += [f"  {note}" for note in diagnostic.notes]
    if diagnostic.help:
        shown.append(f"  help: {diagnostic.help}")
    return "".join(f"{line.rstrip()}\n" for line in shown)


def _place(lines: list[str], span: Span, mark: str, text: str) -> list[str]:
    """The line of a place, and marks under it."""
    line = lines[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    indent = " " * (span.column - 1)
    return [f"  | {line}", f"  | {indent}{mark * (end - span.column)} {text}"]
