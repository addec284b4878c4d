"""A small package for tests of rules, and the tests in a text run over it."""

from pathlib import Path

from factcheck.trial.run import run_tests
from factcheck.verdicts.trial_result import RuleCoverage, TrialResult

FOLDER = Path(__file__).resolve().parent
PACKAGE = "tests/trial/package"
"""From the root, so that messages name no place on one machine."""

HALF = """rule half "About half"
  check budget ≈ half of capex within 10%
"""


def run_text(folder: Path, text: str, *, coverage: bool = False) -> TrialResult:
    """What the tests in a text come to."""
    path = folder / "it.rules"
    path.write_text(text, encoding="utf-8")
    return run_tests(str(FOLDER / "package"), [str(path)], coverage=coverage)


def covered(folder: Path, text: str) -> RuleCoverage:
    """What the tests of the first rule in a text would notice."""
    result = run_text(folder, text, coverage=True)
    assert [problem for problem in result.diagnostics if problem.is_error] == []
    return result.rules[0]
