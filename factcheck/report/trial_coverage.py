"""What the tests of rules would notice, as a short table and the lists behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.report.page import Page, clean
from factcheck.report.pen import VERDICT_MARKS, VERDICT_STYLES
from factcheck.report.width import pad, shorten, width
from factcheck.verdicts.trial_result import Attempt, RuleCoverage, TrialResult

_HEADS: Final = ("rule", "tests", "wrong rules noticed", "wrong figures noticed")
_GAP: Final = "  "
_LONGEST_NAME: Final = 40
_INDENT: Final = "   "


def coverage_lines(page: Page, result: TrialResult) -> Iterator[str]:
    """The table of rules with tests, what they would not notice, and the rules without tests."""
    tested = [rule for rule in result.rules if rule.tests]
    yield from _table(page, tested)
    yield ""
    blind = [rule for rule in tested if rule.wrong_rules and not rule.would_notice]
    yield from _listed(page, "violated", "would not notice a wrong rule", blind)
    yield from _unnoticed(page, tested)
    untested = [rule for rule in result.rules if not rule.tests]
    yield from _listed(page, "not_exercised", "without tests", untested)


def _table(page: Page, rules: Sequence[RuleCoverage]) -> Iterator[str]:
    rows = [_HEADS, *(_row(rule) for rule in rules)]
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        first = pad(row[0], sizes[0])
        others = (
            " " * (size - width(text)) + text for text, size in zip(row[1:], sizes[1:], strict=True)
        )
        line = _INDENT + _GAP.join([first, *others])
        yield line if number else page.paint(line, "dim")


def _row(rule: RuleCoverage) -> tuple[str, ...]:
    name = shorten(clean(rule.rule), _LONGEST_NAME)
    return name, str(rule.tests), _share(rule.wrong_rules), _share(rule.wrong_figures)


def _share(attempts: Sequence[Attempt]) -> str:
    if not attempts:
        return "not tried"
    return f"{sum(attempt.noticed for attempt in attempts)} of {len(attempts)}"


def _listed(page: Page, status: str, what: str, rules: Sequence[RuleCoverage]) -> Iterator[str]:
    if not rules:
        return
    lead = f" {VERDICT_MARKS[status]} {len(rules)} {what}  "
    names = " · ".join(clean(rule.rule) for rule in rules)
    yield from page.hang(lead, names, "", VERDICT_STYLES[status])
    yield ""


def _unnoticed(page: Page, rules: Sequence[RuleCoverage]) -> Iterator[str]:
    """The wrong rules that no test of a rule notices: what a further test could tell apart."""
    missed = [
        (rule, [attempt.what for attempt in rule.wrong_rules if not attempt.noticed])
        for rule in rules
    ]
    missed = [(rule, whats) for rule, whats in missed if whats]
    if not missed:
        return
    yield from page.hang(f" {VERDICT_MARKS['undetermined']} ", "no test notices", "bold", "yellow")
    for rule, whats in missed:
        yield from page.hang(f"{_INDENT}{clean(rule.rule)}  ", clean("; ".join(whats)))
    yield ""
