"""What the tests of rules came to, before it is told."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen


@frozen
class TrialVerdict(Record):
    """One test: what it expects of its rule on the figures given, and what the rule came to."""

    rule: str
    title: str
    span: Span
    given: tuple[str, ...]
    """The figures as written."""
    expected: str
    got: str
    """holds, violated, undetermined or not exercised."""
    check: str
    cases: int
    case: tuple[tuple[str, str], ...]
    """The fields of the case that decides, and its values; empty where none came about."""
    readings: tuple[int, int]
    """Of that case: how many decide, and how many there are."""
    substituted: str
    """The check with the numbers of the deciding reading put in."""
    reasons: tuple[str, ...]
    margin: str
    settle: str
    nearest_miss: str
    conversions: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the rule came to what the test expects."""
        return self.expected == self.got


@frozen
class Attempt(Record):
    """A rule or a figure made wrong on purpose, and whether any test noticed."""

    what: str
    noticed: bool


@frozen
class RuleCoverage(Record):
    """What the tests of one rule would notice; nothing was tried where no test passes."""

    rule: str
    title: str
    span: Span
    tests: int
    passed: int
    wrong_rules: tuple[Attempt, ...] = ()
    wrong_figures: tuple[Attempt, ...] = ()

    @property
    def would_notice(self) -> bool:
        """Whether some wrong rule would change the verdict of some test."""
        return any(attempt.noticed for attempt in self.wrong_rules)


@frozen
class TrialResult(Record):
    """A run of tests; there are none when anything was wrong with package, rules or tests."""

    path: str
    tests: tuple[TrialVerdict, ...]
    rules: tuple[RuleCoverage, ...]
    """All rules of the run, those without tests too."""
    tried: bool
    """Whether rules and figures were made wrong, to see what the tests notice."""
    diagnostics: tuple[Diagnostic, ...]
    texts: tuple[tuple[str, str], ...]
    """The rule files as read: path and text."""
