"""Published calculations: never violated as printed, always where rounding cannot explain them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest

from factcheck.check import check
from factcheck.values.truth import Truth
from tests.engines.finance import CALCULATIONS, Printed, Table, table
from tests.engines.finance_package import rules, write

NUMBER = 30
Chosen = Callable[[Table], Mapping[str, Printed]]


def companies() -> list[Table]:
    random = Random(20250101)  # noqa: S311 (no secret)
    return [table(random) for _ in range(NUMBER)]


def verdicts(folder: Path, tables: list[Table], chosen: Chosen, comparison: str) -> list[Truth]:
    """The verdicts of all rules on all companies, through the whole of a run."""
    write(folder, [(one, chosen(one)) for one in tables], rules(comparison))
    result = check(str(folder))
    assert [one.message for one in result.diagnostics if one.is_error] == []
    found = [case.truth for verdict in result.verdicts for case in verdict.cases]
    assert len(found) == len(tables) * len(CALCULATIONS)
    return found


def beyond(direction: int) -> Chosen:
    return lambda one: {
        each.metric: one.edge(each, direction).moved(direction) for each in CALCULATIONS
    }


def at_the_edge(direction: int) -> Chosen:
    return lambda one: {each.metric: one.edge(each, direction) for each in CALCULATIONS}


@pytest.mark.slow
@pytest.mark.parametrize("comparison", ["consistent with {}", "consistent with {} within 1%"])
def test_a_true_table_is_consistent(tmp_path: Path, comparison: str) -> None:
    found = verdicts(tmp_path, companies(), lambda one: one.results, comparison)
    assert set(found) == {Truth.HOLDS}


@pytest.mark.slow
def test_a_true_table_is_never_violated_by_nearness(tmp_path: Path) -> None:
    found = verdicts(tmp_path, companies(), lambda one: one.results, "~= {} within 0.1%")
    assert Truth.VIOLATED not in found
    assert Truth.HOLDS in found


@pytest.mark.slow
@pytest.mark.parametrize("direction", [-1, 1])
def test_the_last_result_that_rounding_explains_is_consistent(
    tmp_path: Path, direction: int
) -> None:
    found = verdicts(tmp_path, companies(), at_the_edge(direction), "consistent with {}")
    assert set(found) == {Truth.HOLDS}


@pytest.mark.slow
@pytest.mark.parametrize("direction", [-1, 1])
def test_the_first_result_that_it_does_not_is_violated(tmp_path: Path, direction: int) -> None:
    found = verdicts(tmp_path, companies(), beyond(direction), "consistent with {}")
    assert set(found) == {Truth.VIOLATED}
