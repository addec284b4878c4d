"""Findings as annotations: commands of GitHub's workflows, which show them on the lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.report.cases import written_case
from factcheck.report.derivation import claim_text
from factcheck.report.escape_workflow import for_workflow, for_workflow_property
from factcheck.report.levels import ERROR, NOTE, WARNING, by_importance, level, level_of_problem
from factcheck.report.limits import CLAIMS_SHOWN, TEXT_SHOWN
from factcheck.report.model import Finding, Report
from factcheck.report.places import is_whole_line, primary_place
from factcheck.report.text_summary import count
from factcheck.report.width import shorten
from factcheck.report.words import excuse

SHOWN_OF_A_LEVEL: Final = 10
"""Annotations of one level and one step that GitHub shows; the others stand in the log alone."""

_COMMANDS: Final = {ERROR: "error", WARNING: "warning", NOTE: "notice"}
_ORDER: Final = tuple(_COMMANDS)


def render_github(report: Report) -> str:
    """A command a line, the most important first, and how many GitHub will not show."""
    ordered = sorted(report.problems, key=lambda one: _ORDER.index(level_of_problem(one)))
    levels = [level_of_problem(problem) for problem in ordered]
    lines = [_problem(problem) for problem in ordered]
    for finding in by_importance(report.findings):
        levels.append(level(finding))
        lines.append(_finding(finding))
    return "".join(f"{line}\n" for line in [*lines, *_beyond(levels)])


def _problem(problem: Diagnostic) -> str:
    told = (problem.message, *problem.notes, *([problem.help] if problem.help else []))
    title = f"{problem.code.id}: {problem.code.title}"
    return _command(level_of_problem(problem), problem.span, title, told)


def _finding(finding: Finding) -> str:
    title = f"{finding.verdict.replace('_', ' ')}: {finding.rule}"
    return _command(level(finding), primary_place(finding), title, tuple(_told(finding)))


def _told(finding: Finding) -> Iterator[str]:
    """The case, what is wrong, why it is not counted, and the claims."""
    if finding.case:
        yield f"case {written_case(finding.case)}"
    yield finding.message
    yield from filter(None, (finding.margin, finding.settle, excuse(finding)))
    for found in finding.claims[:CLAIMS_SHOWN]:
        yield claim_text(found)
    if len(finding.claims) > CLAIMS_SHOWN:
        yield f"… and {len(finding.claims) - CLAIMS_SHOWN} more claims"


def _command(loudness: str, span: Span, title: str, told: tuple[str, ...]) -> str:
    properties = {
        "file": for_workflow_property(span.path),
        "line": str(span.line),
        "endLine": str(span.end_line),
        **({"col": str(span.column)} if _is_part(span) else {}),
        "title": for_workflow_property(shorten(title, TEXT_SHOWN)),
    }
    named = ",".join(f"{name}={value}" for name, value in properties.items())
    message = for_workflow(*(shorten(line, TEXT_SHOWN) for line in told))
    return f"::{_COMMANDS[loudness]} {named}::{message}"


def _is_part(span: Span) -> bool:
    """Whether a span is a part of one line: GitHub takes a column for no other."""
    return span.line == span.end_line and not is_whole_line(span)


def _beyond(levels: list[str]) -> Iterator[str]:
    """A plain line, in words of ours alone, where there are more than GitHub shows."""
    hidden = [
        count(more, _COMMANDS[kind], f"{_COMMANDS[kind]}s")
        for kind in _ORDER
        if (more := levels.count(kind) - SHOWN_OF_A_LEVEL) > 0
    ]
    if hidden:
        yield (
            f"GitHub shows the first {SHOWN_OF_A_LEVEL} annotations of each kind; "
            f"{', '.join(hidden)} more stand in this log alone"
        )
