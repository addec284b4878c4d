from collections.abc import Collection

import pytest

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import NOTHING_CHECKED
from factcheck.diagnostics.span import at
from factcheck.report.exit_code import exit_code
from factcheck.report.model import Report, RuleResult
from factcheck.report.run_problems import with_run_problems
from tests.report.samples import PROBLEMS, UNUSED, broken_report, report, rule

HOLDS = rule("holds")
VIOLATED = rule("violated", "violated", violated=1)
BOTH = rule("both", "violated", violated=1, undetermined=1)
UNDETERMINED = rule("undetermined", "undetermined", undetermined=1)
IDLE = rule("idle", "not_exercised", holds=0)
MAY_BE_EMPTY = rule("may_be_empty", "not_exercised", holds=0, may_be_empty=True)
WARNS = rule("warns", "violated", violated=1, severity="warning")
INFORMS = rule("informs", "undetermined", undetermined=1, severity="info")
IDLE_WARNING = rule("idle_warning", "not_exercised", holds=0, severity="warning")

V, U, N = "violated", "undetermined", "not_exercised"
WARNING = Diagnostic(UNUSED, "not used", at("rules/a.rules"))
ERROR = PROBLEMS[0]


def run(*rules: RuleResult, problems: tuple[Diagnostic, ...] = ()) -> Report:
    return report(rules=rules, findings=(), problems=problems)


@pytest.mark.parametrize(
    ("rules", "fail_on", "expected"),
    [
        ((HOLDS,), [V, U, N], 0),
        ((HOLDS, VIOLATED), [V], 1),
        ((HOLDS, VIOLATED), [U, N], 0),
        ((UNDETERMINED,), [V], 0),
        ((UNDETERMINED,), [U], 1),
        ((BOTH,), [U], 1),
        ((HOLDS, IDLE), [V, U], 0),
        ((HOLDS, IDLE), [N], 1),
        ((HOLDS, MAY_BE_EMPTY), [N], 0),
        ((WARNS,), [V, U, N], 0),
        ((INFORMS,), [V, U, N], 0),
        ((HOLDS, IDLE_WARNING), [N], 0),
        ((), [V], 2),
        ((IDLE,), [V], 2),
        ((MAY_BE_EMPTY,), [V], 2),
        ((IDLE, MAY_BE_EMPTY), [N], 2),
    ],
)
def test_what_calls_for_which_status(
    rules: tuple[RuleResult, ...], fail_on: Collection[str], expected: int
) -> None:
    assert expected == exit_code(run(*rules), fail_on)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ((HOLDS,), 0),
        ((WARNS,), 1),
        ((INFORMS,), 1),
        ((HOLDS, IDLE_WARNING), 1),
        ((HOLDS, MAY_BE_EMPTY), 0),
        ((MAY_BE_EMPTY,), 2),
    ],
)
def test_strict_counts_every_kind_at_every_severity(
    rules: tuple[RuleResult, ...], expected: int
) -> None:
    assert expected == exit_code(run(*rules), [V], strict=True)


def test_only_violations_count_unless_asked() -> None:
    assert 1 == exit_code(run(VIOLATED))
    assert 0 == exit_code(run(UNDETERMINED, HOLDS, IDLE))


def test_warnings_count_when_strict() -> None:
    assert 0 == exit_code(run(HOLDS, problems=(WARNING,)))
    assert 1 == exit_code(run(HOLDS, problems=(WARNING,)), strict=True)


def test_an_error_wins_over_a_finding() -> None:
    assert 2 == exit_code(run(VIOLATED, problems=(ERROR,)))
    assert 2 == exit_code(broken_report())


def test_a_run_that_checked_nothing_says_so() -> None:
    for rules in ((), (IDLE,), (IDLE, MAY_BE_EMPTY)):
        problems = with_run_problems(run(*rules)).problems
        assert [NOTHING_CHECKED] == [problem.code for problem in problems]


def test_nothing_is_added_where_something_was_checked_or_stopped_the_run() -> None:
    for made in (run(HOLDS, IDLE), broken_report(), with_run_problems(run())):
        assert made == with_run_problems(made)
