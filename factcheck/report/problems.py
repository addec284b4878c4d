"""Problems on their own, without a report of claims: for commands that look at rules alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.report.diagnostics_text import problem_lines
from factcheck.report.escape import for_json
from factcheck.report.excerpts import excerpts
from factcheck.report.json_report import VERSION, problem_json
from factcheck.report.limits import PROBLEMS_SHOWN
from factcheck.report.page import DEFAULT_WIDTH, Page

_KINDS: Final = {"error": "error", "warning": "warning", "info": "note"}


def problems_text(
    problems: Sequence[Diagnostic],
    texts: Mapping[str, str],
    *,
    columns: int = DEFAULT_WIDTH,
    colour: bool = False,
) -> str:
    """Each problem with the lines it points at, and how many there are; nothing for none."""
    return "".join(f"{line}\n" for line in _lines(Page(columns, colour=colour), problems, texts))


def _lines(page: Page, problems: Sequence[Diagnostic], texts: Mapping[str, str]) -> Iterator[str]:
    shown = problems[:PROBLEMS_SHOWN]
    lines = {place: line for place, line in excerpts(shown, texts).items() if line}
    for problem in shown:
        yield from problem_lines(page, problem, lines)
        yield ""
    if len(problems) > len(shown):
        yield f"… and {len(problems) - len(shown)} more; --format json has them all"
    if problems:
        yield _sum(problems)


def _sum(problems: Sequence[Diagnostic]) -> str:
    """How many there are of each kind: `1 error, 2 warnings`."""
    severities = [problem.severity.value for problem in problems]
    counts = [(word, severities.count(kind)) for kind, word in _KINDS.items()]
    return ", ".join(f"{n} {word}{'s' * (n > 1)}" for word, n in counts if n)


def problems_json(problems: Sequence[Diagnostic]) -> str:
    """The problems as a document, in the form that they have in the report."""
    from factcheck.report.indented import indented  # noqa: PLC0415 (only for this format)

    document = {"version": VERSION, "problems": [problem_json(problem) for problem in problems]}
    return for_json(indented(document)) + "\n"
