"""Which rules queries say, so that no claim of theirs is brought into memory to be judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.stored.fallback import Fallback
from tests.engines.drawn.package import write
from tests.engines.drawn.pairs import draw
from tests.engines.drawn.verdicts import verdicts
from tests.engines.every import needs_duckdb

pytestmark = needs_duckdb

LOWERED = {
    "two fields": "where period.end ≥ source.published check part ≤ whole",
    "either of two fields": "where region = north or status = plan check part ≤ whole",
    "two fields of the case": "where region = north or entity = e0 check part ≤ whole",
    "a premise": "check if part > 50 CNY then part ≤ whole",
    "a premise on a field": "check if entity.kind = company then part ≤ whole",
    "a field beside a figure": "check part ≤ whole or entity.kind = group",
    "the length of a period": "check part / days(period) ≤ whole / (10 day)",
    "members of a group": "check sum(part over members) ≤ part",
    "known members": "check sum(known part over members) ≤ part",
    "quarters of a year": "check sum(part over quarters) ≈ whole within 10%",
    "the mean of months": "check mean(made over months) ≤ made",
    "the least of years": "check min(part over years) ≤ max(part over years) or part < whole",
    "a time of a claim": "for each claim check period.end ≥ source.published",
    "the number of a claim": "for each claim check value > 50 CNY or metric.kind = ratio",
    "a bound of a claim": "for each claim check if value is stated then upper − lower ≤ 10 CNY",
    "a period of a claim": "for each claim check if days(period) ≥ 90 day then value ≥ 0.5",
    "status": "for each metric, entity, period check claims agree on status",
    "several fields": "for each metric, entity check claims agree on region, status",
    "periods within days": "for each metric check claims agree on period within 31 day",
    "an attribute": "for each metric, entity check claims agree on source.language",
    "an amount": "for each metric, entity check claims agree within 10 CNY",
}


@pytest.mark.parametrize("rule", LOWERED.values(), ids=LOWERED)
def test_a_rule_is_run_by_queries(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims, _ = draw(7, 900, 0)
    write(tmp_path, claims, f"rule r {rule}\n")
    expected = verdicts(tmp_path, "exact", 1000)
    monkeypatch.delattr(Fallback, "run")
    assert expected == verdicts(tmp_path, DuckEngine(findings=10**6), 1000)
    assert sum(expected["r"].numbers)
