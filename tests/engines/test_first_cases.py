"""The cases that come back are the first of each rule and truth, however they are asked for."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from factcheck.engines.sql import first_cases as module
from factcheck.engines.sql.first_cases import TOLD, TableOfCases, first_cases, shares
from factcheck.engines.sql.truth import HOLDS, UNDETERMINED, VIOLATED
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

CASES = [(Random(n).randrange(4), truth, n) for n in range(60) for truth in TOLD[n % 3 :]]  # noqa: S311 (no secret)
COUNTS = {
    rule: {truth: sum(one[:2] == (rule, truth) for one in CASES) for truth in TOLD}
    for rule in range(4)
}


def expected(most: module.Counts) -> list[tuple[int, int | None, int]]:
    """Of each rule and truth the first, by their keys."""
    return [
        one
        for rule in most
        for truth in TOLD
        for one in sorted(case for case in CASES if case[:2] == (rule, truth))[: most[rule][truth]]
    ]


@pytest.mark.parametrize("shown", [None, 3, 15])
@pytest.mark.parametrize(("at_once", "apart"), [(10_000, 8), (0, 100), (0, 0)])
def test_the_first_of_each_rule_and_truth_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: int | None, at_once: int, apart: int
) -> None:
    from factcheck.engines.duck.door import connect  # noqa: PLC0415 (not where it is missing)

    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    monkeypatch.setattr(module, "_APART", apart)
    door = connect(tmp_path)
    columns = (("rule", "INTEGER"), ("truth", "INTEGER"), ("key_0", "INTEGER"))
    door.fill("told", columns, sorted(CASES, key=lambda case: -case[2]))
    most = shares(COUNTS, 2, 10, shown)
    cases = TableOfCases("told", ("rule", "truth", "key_0"), ("key_0",))
    found = first_cases(door, cases, COUNTS, most)
    door.connection.close()
    assert sorted(map(str, expected(most))) == sorted(map(str, found))
    assert all(a[2] <= b[2] for a, b in pairwise(found) if a[:2] == b[:2])


def test_violated_cases_take_what_is_shown_before_undetermined_ones() -> None:
    counts = {7: {VIOLATED: 20, UNDETERMINED: 30, HOLDS: 5, None: 9}}
    assert {7: {None: 2, VIOLATED: 10, UNDETERMINED: 10}} == shares(counts, 2, 10, None)
    assert {7: {None: 9, VIOLATED: 10, UNDETERMINED: 10}} == shares(counts, 50, 10, 25)
    assert {7: {None: 2, VIOLATED: 5, UNDETERMINED: 0}} == shares(counts, 2, 10, 5)
