"""Verdicts as JUnit XML, for the test tab: a rule is a suite, a case of it a test.

A violated case has failed. An undetermined one, a rule without a case and a finding that is waived
or known are skipped, with the reason, whatever `--fail-on` asks for: a report says what was found,
the exit status what follows from it. A problem is an error of a suite of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen
from factcheck.report.cases import written_case
from factcheck.report.derivation import derivation
from factcheck.report.escape_xml import for_xml
from factcheck.report.limits import CLAIMS_SHOWN, TEXT_SHOWN
from factcheck.report.model import Finding, Report, RuleResult, Verdict
from factcheck.report.places import primary_place
from factcheck.report.width import shorten
from factcheck.report.words import excuse

PROBLEMS: Final = "problems of the run"
"""The suite of what is wrong with the files; no rule is called so."""

WHOLE_RULE: Final = "all"
"""The name of a test whose rule has no case, or but one that nothing tells from others."""


@frozen
class _Test(Record):
    """A test, and its element inside: `failure`, `skipped`, `error`, or none where it passed."""

    name: str
    location: Span
    outcome: str = ""
    kind: str = ""
    message: str = ""
    body: tuple[str, ...] = ()


def render_junit(report: Report) -> str:
    """The document; suites in the order of the rules, tests in that of the cases."""
    suites = [(PROBLEMS, PROBLEMS, [_of_problem(one) for one in report.problems])]
    suites = suites if report.problems else []
    told: dict[str, list[Finding]] = {}
    for finding in report.findings:
        told.setdefault(finding.rule, []).append(finding)
    held: dict[str, list[Verdict]] = {}
    for verdict in report.verdicts:
        if verdict.verdict == "holds":
            held.setdefault(verdict.rule, []).append(verdict)
    for rule in report.rules:
        tests = [_of_finding(finding) for finding in told.get(rule.id, [])]
        tests += [_of_holding(rule, verdict) for verdict in held.get(rule.id, [])]
        suites.append((rule.id, rule.title, tests))
    return "".join(f"{line}\n" for line in _document(report, suites))


def _of_problem(problem: Diagnostic) -> _Test:
    title = f"{problem.code.id}: {problem.code.title}"
    outcome = "error" if problem.is_error else "skipped"
    body = [f"note: {note}" for note in problem.notes]
    body += [f"help: {problem.help}"] if problem.help else []
    return _Test(title, problem.span, outcome, problem.code.id, problem.message, tuple(body))


def _of_holding(rule: RuleResult, verdict: Verdict) -> _Test:
    return _Test(written_case(verdict.case) or WHOLE_RULE, rule.location)


def _of_finding(finding: Finding) -> _Test:
    failed = finding.verdict == "violated" and not finding.is_excused
    return _Test(
        written_case(finding.case) or WHOLE_RULE,
        primary_place(finding),
        "failure" if failed else "skipped",
        finding.verdict,
        "; ".join(filter(None, (excuse(finding), finding.message))),
        tuple(_body(finding)),
    )


def _body(finding: Finding) -> Iterator[str]:
    """What the rule says, and what the verdict rests on, a line a step, with its place.

    Each line begins with a word of ours, so that none is a command to whoever prints it.
    """
    for label, text in (
        ("rule", finding.title),
        ("margin", finding.margin),
        ("settle", finding.settle),
    ):
        if text:
            yield f"{label}: {text}"
    steps = list(derivation(finding))
    for step in [*steps[: CLAIMS_SHOWN - 1], *steps[CLAIMS_SHOWN - 1 :][-1:]]:
        yield f"at {step.location.path}:{step.location.line}: {step.text}"
    if len(steps) > CLAIMS_SHOWN:
        yield f"… and {len(steps) - CLAIMS_SHOWN} more figures and rates"


def _document(report: Report, suites: list[tuple[str, str, list[_Test]]]) -> Iterator[str]:
    name = report.package_name or report.package_path
    every = [test for _, _, tests in suites for test in tests]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="{for_xml(name)}" {_counts(every)}>'
    for identifier, title, tests in suites:
        yield f'  <testsuite name="{for_xml(identifier)}" {_counts(tests)}>'
        if title != identifier:
            value = for_xml(shorten(title, TEXT_SHOWN))
            yield f'    <properties><property name="title" value="{value}"/></properties>'
        for test in tests:
            yield from _element(identifier, test)
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(tests: list[_Test]) -> str:
    outcomes = [test.outcome for test in tests]
    numbers = {
        "tests": len(tests),
        "failures": outcomes.count("failure"),
        "errors": outcomes.count("error"),
        "skipped": outcomes.count("skipped"),
    }
    return " ".join(f'{name}="{number}"' for name, number in numbers.items()) + ' time="0"'


def _element(suite: str, test: _Test) -> Iterator[str]:
    place = test.location
    start = (
        f'    <testcase classname="{for_xml(suite)}" name="{for_xml(test.name)}"'
        f' file="{for_xml(place.path)}" line="{place.line}" time="0"'
    )
    if not test.outcome:
        yield f"{start}/>"
        return
    message = for_xml(shorten(test.message, TEXT_SHOWN))
    body = "\n".join(for_xml(shorten(line, TEXT_SHOWN)) for line in test.body)
    yield f"{start}>"
    yield (
        f'      <{test.outcome} type="{for_xml(test.kind)}" message="{message}">'
        f"{body}</{test.outcome}>"
    )
    yield "    </testcase>"
