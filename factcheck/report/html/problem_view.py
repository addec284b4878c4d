"""A problem of the files: what is wrong, the lines it stands in, and what helps."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen
from factcheck.report.model import Report


@frozen
class Excerpt(Record):
    """A line of a file: what stands before the place that is meant, in it, and behind it."""

    place: str
    number: int
    before: str
    marked: str
    after: str
    text: str
    """What is said about the place."""
    known: bool
    """Whether the line is at hand."""


@frozen
class ProblemView(Record):
    """One problem with its places."""

    problem: Diagnostic
    excerpts: tuple[Excerpt, ...]


def problem_view(problem: Diagnostic, report: Report) -> ProblemView:
    """A problem as it is shown."""
    return ProblemView(problem, tuple(_excerpts(problem, report)))


def _excerpts(problem: Diagnostic, report: Report) -> Iterator[Excerpt]:
    yield _excerpt(problem.span, problem.label or "", report)
    for label in problem.labels:
        yield _excerpt(label.span, label.text, report)


_AROUND = 120
"""Characters of a long line that are shown on each side of the place."""


def _excerpt(span: Span, text: str, report: Report) -> Excerpt:
    line = report.lines.get((span.path, span.line))
    place = f"{span.path}:{span.line}:{span.column}"
    if line is None:
        return Excerpt(place, span.line, "", "", "", text, known=False)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(end, start + 1)
    first = "…" if start > _AROUND else ""
    last = "…" if len(line) > end + _AROUND else ""
    return Excerpt(
        place,
        span.line,
        first + line[max(0, start - _AROUND) : start],
        line[start : min(end, start + 2 * _AROUND)],
        line[end : end + _AROUND] + last,
        text,
        known=True,
    )
