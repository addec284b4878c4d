"""Groups that agree by far are known at once; of the others it is asked in full."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import settings

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.sql.batch import Batch
from factcheck.engines.sql.cases import CASES
from factcheck.engines.sql.expression import call
from factcheck.engines.sql.query import Select, Table
from tests.engines.drawn.package import Row, draw_claims, write
from tests.engines.drawn.verdicts import verdicts
from tests.engines.drawn.vocabulary import COLUMNS, TABLES
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

HEAD: Final = ["rate_id", "from_unit", "to_unit", "start", "end", "lower", "upper"]
YEARS: Final = (("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31"))


def _rates(
    monkeypatch: pytest.MonkeyPatch, *years: tuple[str, str], also: Sequence[Row] = ()
) -> None:
    """Both ends of the rate of a dollar in 2023 and 2024, and other rates."""
    dollars = [
        [f"u{number}", "USD", "CNY", *days, *ends]
        for number, (days, ends) in enumerate(zip(YEARS, years, strict=True))
    ]
    monkeypatch.setitem(TABLES, "rates", [HEAD, *dollars, *also])


def _claims(*figures: tuple[str, str, str], **more: str) -> list[Row]:
    """Claims by source, unit and value."""
    found: list[Row] = []
    for number, (source, unit, value) in enumerate(figures):
        own = {"claim_id": f"c{number}", "source_id": source, "entity_id": "e0", "unit_id": unit}
        own |= {"metric_id": "whole", "period": "2024", "value": value, "status": "actual"}
        own |= {"region": "north", **more}
        found.append([own.get(name, "") for name in COLUMNS])
    return found


RULE: Final = "rule r for each metric, entity, period check claims agree {}\n"
PAIRS: Final = {
    "far within": ((("s0", "CNY", "700"), ("s2", "USD", "100"), ("s3", "USD", "100.5")), (1, 0)),
    "touching": ((("s0", "CNY", "100"), ("s2", "CNY", "95")), (1, 1)),
    "beyond": ((("s0", "CNY", "100"), ("s2", "CNY", "94")), (0, 1)),
    "within at one end of the rate": ((("s0", "CNY", "740"), ("s2", "USD", "98")), (1, 1)),
    "below zero": ((("s0", "CNY", "-100"), ("s2", "CNY", "-96")), (1, 0)),
    "touching below zero": ((("s0", "CNY", "-100"), ("s2", "CNY", "-95")), (1, 1)),
    "on both sides of zero": ((("s0", "CNY", "1"), ("s2", "CNY", "-1")), (0, 1)),
    "nothing but zero": ((("s0", "CNY", "0"), ("s2", "USD", "0")), (1, 1)),
}
"""By what they are: claims; whether they agree within 5%, and whether it is asked in full."""


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_not_decided_by_far_is_asked_in_full(
    pair: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    counts = Batch._counts  # noqa: SLF001 (where all cases are there)

    def noted(self: Batch) -> dict[int, dict[int | None, int]]:
        asked.extend(row[0] for row in self.door.rows(Select({"n": call("count")}, Table(CASES))))
        return counts(self)

    monkeypatch.setattr(Batch, "_counts", noted)
    _rates(monkeypatch, ("7", "7"), ("6.9", "7.2"))
    figures, (agrees, full) = PAIRS[pair]
    write(tmp_path, _claims(*figures, metric_id="gain"), RULE.format("within 5%"))
    expected = verdicts(tmp_path, "exact", 1000)
    assert expected == verdicts(tmp_path, DuckEngine(), 1000)
    assert expected["r"].numbers == (1 - agrees, 0, agrees)
    assert asked == [full]


@pytest.mark.parametrize("dollars", ["110", "105.5"])
def test_amounts_of_one_currency_are_compared_in_it_whatever_its_rates(
    dollars: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A plan is converted on the day of its source: 110 × 7 and 100 × 7.6 agree, 110 and 100 do not.
    _rates(monkeypatch, ("7", "7"), ("7.6", "7.6"))
    figures = ("s3", "USD", dollars), ("s0", "USD", "100"), ("s0", "CNY", "765")
    write(tmp_path, _claims(*figures, status="plan"), RULE.format("within 5%"))
    expected = verdicts(tmp_path, "exact", 1000)
    assert expected == verdicts(tmp_path, DuckEngine(), 1000)
    assert expected["r"].numbers == (1, 0, 0)


CLOSE: Final = ("100", "104", "95", "105", "110", "90", "99", "7", "14.1", "700", "0")
WITHIN: Final = ("", "within 5%", "within 10%", "within 0.001%", "within 99.9%", "within 10 CNY")
SCOPES: Final = ("metric, entity, period", "metric, entity", "metric", "metric, period, status")


def _hold(seed: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules of one shape: where no other asks for rows, groups are counted by metric."""
    random = Random(seed)  # noqa: S311 (no secret)
    ends = [("7", "7"), ("6.9", "7.1"), ("7.6", "7.6"), ("1", "2")]
    euros = ["e", "EUR", "CNY", *YEARS[1], "8", random.choice(["8", "8.5"])]
    _rates(monkeypatch, random.choice(ends), random.choice(ends), also=[euros])
    value, period = COLUMNS.index("value"), COLUMNS.index("period")
    claims = [list(row) for row in draw_claims(random, random.choice([30, 90]))]
    for row in claims:
        plain = row[value] and not row[value + 1] and not row[value].startswith("-")
        if plain and row[COLUMNS.index("relation")] in {"", "eq"} and random.random() < 0.7:
            row[value] = random.choice(CLOSE)
        row[period] = random.choice(["2023", "2024", row[period]])
    scope = random.choice(SCOPES)
    rules = [
        f"rule r{number} for each {scope} check claims agree {within}\n"
        for number, within in enumerate(random.sample(WITHIN, 2))
    ]
    write(folder, claims, "\n".join(rules))
    expected = verdicts(folder, "exact", 1000)
    assert expected == verdicts(folder, DuckEngine(findings=10**6), 1000), f"seed {seed}"


@pytest.mark.parametrize("seed", range(4))
def test_drawn_groups(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _hold(seed, tmp_path, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 100 + settings().max_examples // 3))
def test_more_drawn_groups(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _hold(seed, tmp_path, monkeypatch)
