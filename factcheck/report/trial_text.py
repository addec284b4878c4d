"""The tests of rules as the terminal shows them: each failure with its numbers, then the sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.report.excerpts import excerpts
from factcheck.report.limits import PROBLEMS_SHOWN, RULES_LISTED
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.pen import VERDICT_MARKS, VERDICT_STYLES
from factcheck.report.text_finding import field
from factcheck.report.text_summary import count
from factcheck.report.trial_coverage import coverage_lines
from factcheck.report.width import isolate
from factcheck.verdicts.trial_result import TrialResult, TrialVerdict

_INDENT: Final = "   "
_UNNAMED: Final = "(unnamed)"


def render_trials(
    result: TrialResult, *, columns: int = DEFAULT_WIDTH, colour: bool = False, quiet: bool = False
) -> str:
    """The run of tests for a terminal of so many columns; quiet: a line a failure, and the sum."""
    page = Page(columns, colour=colour)
    return "\n".join(_lines(page, result, quiet=quiet)) + "\n"


def _lines(page: Page, result: TrialResult, *, quiet: bool) -> Iterator[str]:
    yield from _problems(page, result, quiet=quiet)
    for test in result.tests:
        if not test.passed:
            yield from [_line(page, test)] if quiet else _failure(page, test)
    if not quiet and result.rules:
        yield from coverage_lines(page, result) if result.tried else _untested(page, result)
    yield from page.hang("", summary(result), _style(result))


def _problems(page: Page, result: TrialResult, *, quiet: bool) -> Iterator[str]:
    if not result.diagnostics:
        return
    from factcheck.report.diagnostics_text import (  # noqa: PLC0415 (only for these)
        problem_line,
        problem_lines,
    )

    lines = excerpts(result.diagnostics, dict(result.texts))
    for problem in result.diagnostics[:PROBLEMS_SHOWN]:
        if quiet:
            yield problem_line(page, problem)
        else:
            yield from problem_lines(page, problem, lines)
            yield ""
    if len(result.diagnostics) > PROBLEMS_SHOWN:
        yield f"… and {len(result.diagnostics) - PROBLEMS_SHOWN} more; --format json has them all"


def place(test: TrialVerdict) -> str:
    """Where a test stands: path, line and column."""
    return f"{clean(test.span.path)}:{test.span.line}:{test.span.column}"


def _line(page: Page, test: TrialVerdict) -> str:
    said = f"expected {test.expected}, got {test.got}"
    name = page.paint(clean(test.rule), "bold")
    return f"{place(test)}: {page.paint('failed', 'red')} {name}: {said}"


def _failure(page: Page, test: TrialVerdict) -> Iterator[str]:
    """One test that failed: its place, both verdicts, the figures, the numbers and why."""
    style = VERDICT_STYLES["violated"]
    where = page.paint(isolate(place(test)), "dim")
    mark = page.paint(f" {VERDICT_MARKS['violated']} {clean(test.rule)}", style)
    yield f"{mark}  {where}"
    yield from page.hang(_INDENT, clean(test.title), "bold")
    yield from page.hang(_INDENT, f"expected {test.expected}, got {test.got}", "bold")
    for number, given in enumerate(test.given):
        yield from field(page, "" if number else "given", given)
    yield from field(page, "check", test.check)
    yield from field(page, "numbers", test.substituted, "bold")
    named = [f"{name} {value}" for name, value in test.case if value != _UNNAMED]
    yield from field(page, "case", " · ".join(named))
    deciding, readings = test.readings
    if readings > 1:
        yield from field(page, "readings", f"{deciding} of {readings} are {test.got}")
    yield from field(page, "margin", test.margin)
    yield from field(page, "why", "; ".join(test.reasons))
    yield from field(page, "settle", test.settle)
    yield from field(page, "nearest", test.nearest_miss)
    for rate in test.conversions:
        yield from field(page, "rate", rate)
    yield ""


def _untested(page: Page, result: TrialResult) -> Iterator[str]:
    """The rules without tests, by name while they are few."""
    names = [rule.rule for rule in result.rules if not rule.tests]
    if not names:
        return
    rules = count(len(names), "rule has", "rules have")
    lead = f" {VERDICT_MARKS['not_exercised']} {rules} no test  "
    listed = [clean(name) for name in names[:RULES_LISTED]]
    if len(names) > RULES_LISTED:
        listed.append(f"… and {len(names) - RULES_LISTED} more")
    yield from page.hang(lead, " · ".join(listed), "", VERDICT_STYLES["not_exercised"])
    yield ""


def _style(result: TrialResult) -> str:
    if any(problem.is_error for problem in result.diagnostics):
        return "red"
    return "green" if all(test.passed for test in result.tests) else "red"


def summary(result: TrialResult) -> str:
    """How many tests of how many rules pass and fail; or that none was run."""
    errors = sum(problem.is_error for problem in result.diagnostics)
    if errors or not result.tests:
        problems = count(errors, "error", "errors") if errors else "no tests"
        return f"{problems}: nothing was tested"
    passed = sum(test.passed for test in result.tests)
    failed = len(result.tests) - passed
    tested = sum(rule.tests > 0 for rule in result.rules)
    tests = count(len(result.tests), "test", "tests")
    rules = f"{tested} of {count(len(result.rules), 'rule', 'rules')}"
    passes, fails = "passes" if passed == 1 else "pass", "fails" if failed == 1 else "fail"
    text = f"{tests} of {rules}: {passed} {passes}, {failed} {fails}"
    warnings = len(result.diagnostics)
    return f"{text}; {count(warnings, 'warning', 'warnings')}" if warnings else text
