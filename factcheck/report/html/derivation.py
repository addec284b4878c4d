"""How a verdict came about, line by line, each as deep as it stands in the check."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.records import Record, frozen
from factcheck.report.amounts import number_text
from factcheck.report.html.limits import STEPS_SHOWN
from factcheck.values.truth import word
from factcheck.verdicts.steps import CaseSteps, NumberStep, TruthStep


@frozen
class Line(Record):
    """One step: what is looked at, what it comes to, and how deep it stands."""

    depth: int
    kind: str
    """number or test."""
    text: str
    result: str
    verdict: str
    """holds, violated or undetermined for a test; empty for a number."""


def derivation(steps: CaseSteps) -> tuple[Line, ...]:
    """The premises, then the check; the figures before what is made of them."""
    return tuple(islice(_lines(steps), STEPS_SHOWN))


def _lines(steps: CaseSteps) -> Iterator[Line]:
    for premise in steps.premises:
        yield from _of_test(premise, 0, "if ")
    yield from _of_test(steps.check, 0)


def _of_test(step: TruthStep, depth: int, lead: str = "") -> Iterator[Line]:
    verdict = word(step.truth) if step.truth is not None else ""
    said = "; ".join(filter(None, (verdict or "does not arise", *step.reasons, step.margin)))
    yield Line(depth, "test", lead + step.text, said, verdict)
    for path, value in step.values:
        yield Line(depth + 1, "number", path, value, "")
    for number in step.numbers:
        yield from _of_number(number, depth + 1)
    for part in step.parts:
        yield from _of_test(part, depth + 1)


def _of_number(step: NumberStep, depth: int) -> Iterator[Line]:
    said = number_text(step, " at most, as its figures hang together")
    yield Line(depth, "number", step.text, said, "")
    for part in step.parts:
        yield from _of_number(part, depth + 1)
