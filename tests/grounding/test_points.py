"""Percent is no percentage points, where the package has a unit that says which it means."""

from pathlib import Path

import pytest

from tests.grounding.package import UNITS, grounded, write

POINTS = UNITS + "shift,percentage points,,0.01,,,\n"
METRICS = {"any": "ratio", "shift": "pp", "named": "shift", "share": "percent"}
PERCENT = "the claim is in percentage points, and the quote is not"
SHIFT = "the quote is in percentage points, and the claim in percent"


@pytest.mark.parametrize(
    ("quote", "value", "unit", "why"),
    [
        ("rose 2%", "2", "pp", PERCENT),
        ("上涨2%", "2", "pp", PERCENT),
        ("20% من الأرباح", "20", "pp", PERCENT),
        ("rose 2%", "2", "shift", PERCENT),
        ("2 percentage points", "2", "shift", ""),
        ("lost half of it", "50", "pp", PERCENT),
        ("2 percentage points", "2", "pp", ""),
        ("2个百分点", "2", "pp", ""),
        ("2 percentage points", "2", "percent", SHIFT),
        ("2个百分点", "0.02", "ratio", ""),
        ("rose 2%", "2", "percent", ""),
        ("rose 2%", "0.02", "ratio", ""),
    ],
)
def test_percent_and_points_verify_no_claim_of_each_other(
    tmp_path: Path, quote: str, value: str, unit: str, why: str
) -> None:
    metric = next(id_ for id_, one in METRICS.items() if one == unit)
    decimals = "2" if unit == "ratio" else "0"
    row = {"quote": quote, "value": value, "unit_id": unit, "metric_id": metric}
    found, told = grounded(
        write(tmp_path, [{**row, "decimals": decimals}], units=POINTS, metrics=METRICS)
    )
    assert not [one for one in told if one.is_error]
    reasons = [one.reason for one in found.not_verified]
    assert [bool(why)] == [bool(reasons)], reasons
    assert all(one.endswith(why) for one in reasons)
