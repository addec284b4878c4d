"""The same tests give the same verdicts, whatever the order of their givens."""

from itertools import permutations
from pathlib import Path

from tests.trial.bench import run_text

RULE = """rule fits
  where entity in both
  check capex[status = plan] ≤ budget[entity = both, status = plan]
"""
GIVEN = (
    "capex = 3 CNY",
    "budget[entity = both] = 4 CNY",
    "budget[status = plan] = 3.5 CNY",
    "budget = 1 CNY",
    "budget[entity = both, status = actual] = 2 CNY",
)


def test_the_order_of_the_givens_does_not_matter(tmp_path: Path) -> None:
    tests = [f"test fits given {', '.join(order)} expect holds\n" for order in permutations(GIVEN)]
    result = run_text(tmp_path, RULE + "".join(tests))
    assert {("holds", (2, 2))} == {(test.got, test.readings) for test in result.tests}


def test_what_names_every_pin_goes_before_the_rest(tmp_path: Path) -> None:
    given = ", ".join((*GIVEN, "budget[entity = both, status = plan] = 2.5 CNY"))
    result = run_text(tmp_path, f"{RULE}test fits given {given} expect violated\n")
    assert [("violated", (1, 1))] == [(test.got, test.readings) for test in result.tests]
