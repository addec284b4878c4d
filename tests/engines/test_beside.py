"""Packages side by side in one: told as each by itself, and so are the rules that share queries."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from factcheck.engines.duck.loaded import DuckEngine
from tests.engines.drawn.beside import Beside, draw_beside, is_of_claims, of
from tests.engines.drawn.package import write
from tests.engines.drawn.verdicts import Told, verdicts
from tests.engines.every import needs_duckdb

READINGS = 1000
_CLAIM = re.compile(r"\bc\d+\b")
_OF_ALL = re.compile(
    r"stated|any (longer|earlier|group|period|entity)|other entity|for each (?!entity)"
)
"""What may make cases of all values that claims have, whatever they are about."""


def tells_apart(rule: str) -> bool:
    """Whether each case of a rule is of one package: by its metrics, or by its key."""
    if is_of_claims(rule):
        return "for each metric" in rule or "for each claim" in rule
    return _OF_ALL.search(rule) is None


def alone(beside: Beside, number: int, folder: Path) -> dict[str, Told]:
    """What the exact engine says of one of the packages, in the names that it has beside others."""

    def named(text: str) -> str:
        return _CLAIM.sub(lambda match: f"{match[0]}_{number}", of(text, number))

    write(folder, beside.packages[number], "\n".join(beside.rules))
    return {
        name: Told(
            told.numbers,
            told.unmatched,
            named(told.nearest_miss),
            {named(key): case for key, case in told.cases.items()},
        )
        for name, told in verdicts(folder, "exact", READINGS).items()
    }


def test_packages_side_by_side_are_told_as_each_by_itself(tmp_path: Path) -> None:
    beside = draw_beside(4, 5, 30, 24)
    beside.write(tmp_path / "whole")
    whole = verdicts(tmp_path / "whole", "exact", READINGS)
    apart = [alone(beside, number, tmp_path / str(number)) for number in range(5)]
    for rule in filter(tells_apart, beside.rules):
        name = rule.split()[1]
        if not is_of_claims(rule):
            assert [own[name] for own in apart] == [whole[f"{name}_{n}"] for n in range(5)], rule
        else:
            cases = {key: case for own in apart for key, case in own[name].cases.items()}
            assert cases == whole[name].cases, rule
            numbers = zip(*(own[name].numbers for own in apart), strict=True)
            assert tuple(map(sum, numbers)) == whole[name].numbers, rule


@needs_duckdb
@pytest.mark.slow
def test_rules_that_share_their_queries_are_told_as_ever(tmp_path: Path) -> None:
    beside = draw_beside(1, 8, 40, 18)
    beside.write(tmp_path)
    expected = verdicts(tmp_path, "exact", READINGS)
    found = verdicts(tmp_path, DuckEngine(findings=10**6), READINGS)
    assert [] == [name for name, told in expected.items() if told != found[name]]
    kinds = Counter(is_of_claims(rule) for rule in beside.rules)
    assert len(expected) == 1 + kinds[True] + 8 * kinds[False]
