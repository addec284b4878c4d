"""Tests of rules that pass: each stands with its expectation in a file of rules."""

import pytest

from factcheck.trial.run import run_tests
from factcheck.verdicts.trial_result import TrialVerdict
from tests.trial.bench import FOLDER

RESULT = run_tests(str(FOLDER / "package"), [str(FOLDER / "passing")])


def _name(test: TrialVerdict) -> str:
    return f"{test.rule}:{test.span.line}"


def test_nothing_is_wrong_with_them() -> None:
    assert RESULT.diagnostics == ()
    assert {rule.tests > 0 for rule in RESULT.rules} == {True}


@pytest.mark.parametrize("test", RESULT.tests, ids=map(_name, RESULT.tests))
def test_it_passes(test: TrialVerdict) -> None:
    assert test.expected == test.got, (test.given, test.substituted, test.reasons)
