"""What engines say of a package, as tables that can be compared."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from factcheck.check import check
from factcheck.engines.engine import Engine
from factcheck.values.truth import Truth
from factcheck.verdicts.verdict import RuleVerdict

Table = Mapping[str, Any]


@frozen
class Told:
    """What was told of one rule: how many cases of each truth, and those that do not hold."""

    numbers: tuple[int, ...]
    unmatched: int
    nearest_miss: str
    cases: Mapping[str, tuple[object, ...]]


def verdicts(package: Path, engine: str | Engine, max_readings: int) -> dict[str, Told]:
    """By rule, what an engine says, with the claims that took part in no case."""
    result = check(str(package), engine=engine, max_readings=max_readings)
    errors = [f"{one.code.id}: {one.message}" for one in result.diagnostics if one.is_error]
    assert [] == errors, errors  # told in full, as pytest does not rewrite this module
    found = {one.plan.id: _told(one) for one in result.verdicts}
    assert result.coverage is not None
    unused = tuple(sorted(result.coverage.unused.items()))
    return {**found, "": Told((result.coverage.claims,), 0, str(unused), {})}


def _told(rule: RuleVerdict) -> Told:
    cases = {
        " ".join(map(str, one.key)): (one.truth, one.deciding, one.total, one.on_hull)
        for one in rule.cases
        if one.truth is not Truth.HOLDS
    }
    numbers = tuple(rule.number(truth) for truth in Truth)
    return Told(numbers, rule.unmatched, rule.nearest_miss, cases)


def numbers_alone(table: Mapping[str, Told]) -> dict[str, tuple[object, ...]]:
    """How many cases of each truth: what an engine decides by itself, when it tells nothing."""
    return {name: (one.numbers, one.unmatched) for name, one in table.items() if name}


def as_parquet(package: Path, folder: Path) -> Path:
    """The package with its claims in Parquet."""
    import duckdb  # noqa: PLC0415 (not where it is missing)

    shutil.copytree(package, folder)
    descriptor = json.loads((folder / "datapackage.json").read_text())
    descriptor["resources"][-1]["path"] = "claims.parquet"
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    source = f"read_csv('{folder / 'claims.csv'}', all_varchar = true, header = true)"
    duckdb.sql(f"COPY (SELECT * FROM {source}) TO '{folder / 'claims.parquet'}'")  # noqa: S608
    return folder
