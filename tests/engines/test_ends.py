"""Ends of figures that are no whole numbers in the places of their metric, and endless ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.most import Most
from factcheck.engines.sql import runner
from tests.engines.drawn.package import Row, write
from tests.engines.drawn.verdicts import verdicts
from tests.engines.drawn.vocabulary import BLOCK, COLUMNS
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

HEDGES = {"odd": ["-6.25%", "25%"], "half": "50%"}
RULES = """\
rule below check units < 6 item
rule above check units ≥ 4 item
rule gains check share ≤ 3
"""
LONG = "9000000000000000"
"""Beside it there is no room for places in the whole numbers of a metric."""


def claims() -> Iterator[Row]:
    """Tenths that are hedged and rounded in several ways, each on a day of its own."""
    first, number = date(2020, 1, 1), 0
    figures = [(str(tenth / 10), *kind) for tenth in range(100) for kind in KINDS]
    for metric, unit in (("units", "item"), ("share", "ratio")):
        for value, hedge, decimals in [(LONG, "", ""), *figures]:
            number += 1
            own = {"claim_id": f"c{number}", "source_id": "s0", "entity_id": "e0"}
            own |= {"metric_id": metric, "unit_id": unit, "value": value, "hedge": hedge}
            own |= {"period": str(first + timedelta(days=number)), "decimals": decimals}
            yield [own.get(name, "") for name in COLUMNS]


KINDS = [("odd", "-1"), ("odd", ""), ("half", "0"), ("half", "-1"), ("", "-1")]


def test_an_end_between_whole_numbers_is_never_taken_for_the_nearer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 3.2 to the next ten, by hedge up to 4: it ends at 8.2, which is no whole number.
    monkeypatch.setitem(BLOCK, "hedges", HEDGES)
    write(tmp_path, list(claims()), RULES)
    expected = verdicts(tmp_path, "exact", 1000)
    assert expected == verdicts(tmp_path, DuckEngine(findings=10**6), 1000)
    assert all(expected["below"].numbers)


def test_what_is_nothing_but_for_rounding_is_nothing_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In doubles 0.1 + 0.2 is more than 0.3, and so much more without end is endless.
    monkeypatch.setattr(runner, "FEWEST_FINDINGS", 0)
    figures = [(name, "CNY", value, "") for name, value in SUMMED.items()]
    found = []
    for number, figure in enumerate([*figures, ("share", "ratio", "1", "ge")]):
        own = dict(zip(("metric_id", "unit_id", "value", "relation"), figure, strict=True))
        own |= {"claim_id": f"c{number}", "source_id": "s0", "entity_id": "e0", "period": "2024"}
        found.append([own.get(name, "") for name in COLUMNS])
    write(tmp_path, found, "rule r check (whole + part − gain) × share ≤ 5 CNY\n")
    engine = DuckEngine(findings=0, most=Most(few_open=0))
    assert (0, 0, 1) == verdicts(tmp_path, "exact", 1000)["r"].numbers
    assert (0, 0, 1) == verdicts(tmp_path, engine, 1000)["r"].numbers


SUMMED = {"whole": "0.1", "part": "0.2", "gain": "0.3"}
