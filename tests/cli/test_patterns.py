"""A pattern that matches no rule is a mistake, not a shorter run."""

from pathlib import Path

import pytest

from factcheck.check import check
from tests.conftest import ROOT


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_pattern_for_rules_that_matches_none(option: str) -> None:
    package = str(ROOT / "datapackage")
    rules = [str(Path(ROOT) / "rules")]
    pattern = ("no_such_*",)
    if option == "select":
        result = check(package, rules, select=pattern)
    else:
        result = check(package, rules, ignore=pattern)
    said = [(one.code.id, one.message) for one in result.diagnostics]
    assert [("V102", f"no rule matches --{option} no_such_*")] == said
