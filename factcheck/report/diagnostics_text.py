"""A diagnostic as compilers show it: the line, a mark under the exact place, and what helps."""

from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.report.page import Page, clean
from factcheck.report.pen import SEVERITY_STYLES
from factcheck.report.snippet import Mark, Window, isolated, marked_rows
from factcheck.report.width import isolate, wrap

Lines = Mapping[tuple[str, int], str]
Place = tuple[Span, str, bool]
"""A span, the text beside it, and whether it is the primary one."""

_FEWEST_DIGITS: Final = 1


def problem_lines(page: Page, problem: Diagnostic, lines: Lines) -> Iterator[str]:
    """The whole diagnostic; the path and line alone where the text of the line is not at hand."""
    style = SEVERITY_STYLES[problem.severity.value]
    lead = f"{problem.severity.value}[{clean(problem.code.id)}]: "
    yield from _header(page, lead, clean(problem.message), style)
    places = _places(problem)
    gutter = max(_FEWEST_DIGITS, *(len(str(span.line)) for span, _, _ in places))
    previous = ""
    for group in _by_line(places):
        yield from _block(page, group, lines, gutter, previous)
        previous = group[0][0].path
    if any((span.path, span.line) in lines for span, _, _ in places) and _has_notes(problem):
        yield _bar(page, gutter)
    for note in problem.notes:
        yield from _note(page, gutter, "note", note)
    if problem.help:
        yield from _note(page, gutter, "help", problem.help)


def problem_line(page: Page, problem: Diagnostic) -> str:
    """Place, severity, code and message on one line, however long."""
    span, severity = problem.span, problem.severity.value
    word = page.paint(f"{severity}[{clean(problem.code.id)}]", SEVERITY_STYLES[severity])
    place = f"{clean(span.path)}:{span.line}:{span.column}"
    return f"{isolate(place)}: {word}: {isolate(clean(problem.message))}"


def _header(page: Page, lead: str, message: str, style: str) -> Iterator[str]:
    first, *rest = wrap(lead + message, page.prose)
    yield page.paint(first[: len(lead)], style) + page.paint(isolate(first[len(lead) :]), "bold")
    if rest:
        text = " ".join(rest)
        yield from page.hang("  ", text, "bold")


def _has_notes(problem: Diagnostic) -> bool:
    return bool(problem.notes or problem.help)


def _places(problem: Diagnostic) -> list[Place]:
    """The primary place first, then the others as given."""
    others = ((label.span, clean(label.text), False) for label in problem.labels)
    return [(problem.span, clean(problem.label or ""), True), *others]


def _by_line(places: list[Place]) -> list[list[Place]]:
    """The places of each line together; the lines of the primary file first, in order."""
    groups: dict[tuple[str, int], list[Place]] = {}
    for place in places:
        groups.setdefault((place[0].path, place[0].line), []).append(place)
    first = places[0][0].path
    order = sorted(groups, key=lambda key: (key[0] != first, key))
    return [groups[key] for key in order]


def _block(
    page: Page, places: list[Place], lines: Lines, gutter: int, previous: str
) -> Iterator[str]:
    """One line of a file with the marks under it, after its path where that is a new one."""
    span = places[0][0]
    text = lines.get((span.path, span.line))
    if span.path != previous:
        arrow = ":::" if previous else "-->"
        place = f"{clean(span.path)}:{span.line}:{span.column}"
        if previous and text is not None:
            yield _bar(page, gutter)
        yield f"{' ' * gutter}{page.paint(arrow, 'blue')} {isolate(place)}"
        if text is not None:
            yield _bar(page, gutter)
    elif text is not None:
        yield page.paint(" " * gutter + " :", "blue")
    if text is None:
        yield from _without_text(page, places, gutter)
    else:
        yield from _with_text(page, text, places, gutter)


def _without_text(page: Page, places: list[Place], gutter: int) -> Iterator[str]:
    for span, text, _ in places:
        if text:
            yield from _note(page, gutter, f"line {span.line}", text)


def _with_text(page: Page, text: str, places: list[Place], gutter: int) -> Iterator[str]:
    """The line, and under it the marks; again with another window for marks outside of it."""
    room = page.width - gutter - len(" | ")
    marks = [Mark(span, words, main=main) for span, words, main in places]
    number = str(places[0][0].line)
    while marks:
        window = Window(text, marks[0], room)
        yield page.paint(f"{number:>{gutter}} |", "blue") + f" {isolated(window.text)}".rstrip(" ")
        here = [mark for mark in marks if window.place(mark) is not None] or marks[:1]
        for row in marked_rows(page, window, here, room):
            yield f"{_bar(page, gutter)} {row}"
        marks = [mark for mark in marks if mark not in here]


def _bar(page: Page, gutter: int) -> str:
    return page.paint(" " * gutter + " |", "blue")


def _note(page: Page, gutter: int, word: str, text: str) -> Iterator[str]:
    yield from page.hang(f"{' ' * gutter} = {word}: ", clean(text), "", "blue")
