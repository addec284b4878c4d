"""The steps of a check, indented: each number with its bounds, each test with its truth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.report.amounts import number_text
from factcheck.report.page import Page, clean
from factcheck.report.pen import VERDICT_STYLES
from factcheck.report.width import isolate, pad, width
from factcheck.values.truth import word
from factcheck.verdicts.steps import CaseSteps, NumberStep, TruthStep

_INDENT: Final = "   "
_LEVEL: Final = "  "
_WIDEST_NAME: Final = 56

Row = tuple[str, str, str]
"""A name, what it comes to, and the style of that."""


def step_lines(page: Page, steps: CaseSteps) -> Iterator[str]:
    """The premises, then the check."""
    rows: list[Row] = []
    for premise in steps.premises:
        rows += _of_test(premise, "", lead="if ")
    rows += _of_test(steps.check, "")
    column = max(width(name) for name, _, _ in rows)
    column = min(column, _WIDEST_NAME, page.prose // 2)
    yield page.paint(" steps", "dim")
    for name, value, style in rows:
        lead = f"{_INDENT}{name}"
        if width(name) > column:
            yield isolate(lead)
            lead = _INDENT
        yield from page.hang(pad(lead, column + len(_INDENT) + 2), value, style, "")
    yield ""


def _of_test(step: TruthStep, indent: str, lead: str = "") -> Iterator[Row]:
    """What a test is judged on, then the test itself with its truth."""
    deeper = indent + _LEVEL * bool(step.parts)
    for part in step.parts:
        yield from _of_test(part, deeper)
    for number in step.numbers:
        yield from _of_number(number, indent)
    for path, value in step.values:
        yield f"{indent}{clean(path)}", clean(value), ""
    truth = word(step.truth) if step.truth is not None else "does not arise"
    style = VERDICT_STYLES.get(truth, "dim")
    said = "; ".join(filter(None, (truth, *step.reasons, step.margin)))
    yield f"{indent}{lead}{clean(step.text)}", clean(said), style


def _of_number(step: NumberStep, indent: str) -> Iterator[Row]:
    """A number, then what it is made of; a figure alone says it once."""
    value = number_text(step, " (at most: the figures hang together)")
    yield f"{indent}{clean(step.text)}", clean(value), "" if step.bounds else "yellow"
    for part in step.parts:
        yield from _of_number(part, indent + _LEVEL)
