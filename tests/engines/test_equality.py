"""The exact engine and DuckDB give the same verdicts on drawn packages and rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from attrs import frozen
from hypothesis import settings

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.most import Most
from factcheck.engines.sql import runner
from tests.engines.drawn.package import Row, write
from tests.engines.drawn.pairs import draw, fewest
from tests.engines.drawn.verdicts import Told, as_parquet, numbers_alone, verdicts
from tests.engines.drawn.vocabulary import BLOCK, COLUMNS
from tests.engines.drawn.worlds import World, draw_world
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

ALL = 10**6
"""Of findings that are brought back."""
RULES = 40


@frozen
class Way:
    """One way to run DuckDB. With no findings brought back, its own decisions are all there is."""

    threads: int
    filtered: bool
    parquet: bool
    findings: int


WAYS = [
    Way(threads=1, filtered=True, parquet=False, findings=0),
    Way(threads=2, filtered=False, parquet=True, findings=ALL),
    Way(threads=4, filtered=True, parquet=True, findings=ALL),
    Way(threads=2, filtered=False, parquet=False, findings=0),
    Way(threads=1, filtered=True, parquet=True, findings=ALL),
    Way(threads=4, filtered=False, parquet=False, findings=ALL),
    Way(threads=2, filtered=True, parquet=False, findings=0),
]
FEW_READINGS, MANY_READINGS = (3, 1, 2, 6), 1000
"""Cases with more are judged on hulls, in every third package."""


def _differing(
    folder: Path, seed: int, world: World, claims: Sequence[Row], rules: Sequence[str]
) -> tuple[list[str], dict[str, Told], dict[str, Told]]:
    """The names of the rules that differ, and what was told."""
    number, way = len(list(folder.iterdir())), WAYS[seed % len(WAYS)]
    readings = MANY_READINGS if seed % 3 else FEW_READINGS[seed % len(FEW_READINGS)]
    package = folder / f"csv{number}"
    write(package, claims, "\n".join(rules), world)
    expected = verdicts(package, "exact", readings)
    other = as_parquet(package, folder / f"parquet{number}") if way.parquet else package
    engine = DuckEngine(
        threads=way.threads, findings=way.findings, filtered=way.filtered, most=Most(few_open=0)
    )
    found = verdicts(other, engine, readings)
    sides = (expected, found) if way.findings else map(numbers_alone, (expected, found))
    left, right = (dict(side) for side in sides)
    return [name for name in left if left[name] != right[name]], expected, found


def _hold(folder: Path, seed: int, claims: int) -> None:
    world = draw_world(Random(f"world {seed}"))  # noqa: S311 (no secret)
    rows, rules = draw(seed, claims, RULES, world)
    names, _, _ = _differing(folder, seed, world, rows, rules)
    if not names:
        return
    only = [rule for rule in rules if rule.split()[1] == names[0]] or rules

    def differs(fewer: Sequence[Row]) -> bool:
        return bool(_differing(folder, seed, world, fewer, only)[0])

    left = fewest(rows, differs)
    _, expected, found = _differing(folder, seed, world, left, only)
    table = "\n".join(",".join(row) for row in [COLUMNS, *left])
    pytest.fail(f"seed {seed}, {world}\n{''.join(only)}\n{table}\nexact {expected}\nfound {found}")


@pytest.fixture(autouse=True)
def _no_finding_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "FEWEST_FINDINGS", 0)


@pytest.mark.parametrize("seed", range(7))
def test_some_hundreds_of_pairs(seed: int, tmp_path: Path) -> None:
    _hold(tmp_path, seed, 60)


def test_a_column_that_looks_like_a_missing_one_is_no_more_than_a_warning(tmp_path: Path) -> None:
    columns = [name for name in COLUMNS if name != "relation"]
    world = World({**BLOCK, "dimensions": []}, columns=columns)  # `region` means nothing
    rows, rules = draw(5, 60, 3, world)
    assert [] == _differing(tmp_path, 5, world, rows, rules)[0]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 100 + settings().max_examples // 3))
def test_more_pairs_with_more_claims(seed: int, tmp_path: Path) -> None:
    _hold(tmp_path, seed, 40 + 40 * (seed % 7))
