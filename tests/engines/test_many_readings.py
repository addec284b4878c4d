"""Cases that hulls decide, or must not decide: DuckDB says of them what the exact engine says."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.most import Most
from tests.engines.drawn.package import write
from tests.engines.drawn.verdicts import verdicts
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

CLAIMS = """\
c1,s2,e2,part,2024,700,,CNY,gt,,-1,actual,,,,
c2,s1,e2,part,2024,110,,CNY,,,1,actual,,,,
c3,s0,e2,part,2024,700,,CNY,,about,0,actual,,,,
c4,s2,e2,part,2024,100,,CNY,,,1,actual,,,,
"""
RULES = {
    "not (0 CNY consistent with part within 5%)": (0, 1, 0),
    "0 CNY consistent with part within 5%": (1, 0, 0),
    "part consistent with 800 CNY": (0, 1, 0),
    "part > 50 CNY": (0, 0, 1),
    "lower(part) > 50 CNY": (0, 1, 0),
    "part is stated": (0, 0, 1),
    "part > 50 CNY and not (part consistent with 10 CNY)": (0, 1, 0),
}
"""By check, how many cases are violated, undetermined and hold."""


@pytest.mark.parametrize("filtered", [True, False], ids=["in doubles", "exactly"])
def test_hulls_decide_as_much_on_both_engines(filtered: bool, tmp_path: Path) -> None:  # noqa: FBT001
    rules = [f"rule r{number}\n  check {check}\n" for number, check in enumerate(RULES)]
    write(tmp_path, list(csv.reader(io.StringIO(CLAIMS))), "\n".join(rules))
    engine = DuckEngine(threads=1, findings=10**6, filtered=filtered, most=Most(few_open=0))
    exact, found = verdicts(tmp_path, "exact", 3), verdicts(tmp_path, engine, 3)
    assert exact == found
    told = {check: exact[f"r{number}"].numbers for number, check in enumerate(RULES)}
    assert told == RULES


UNCONVERTED = """\
c1,s0,e0,gain,2023,10,,CNY,,,,actual,press,,,
c2,s0,e0,gain,2023,110,,EUR,,,,actual,press,,,
"""


@pytest.mark.parametrize(
    "check", ["7_000_000_000 CNY / half of gain ≥ 0.95", "1 / gain < 1 / 1 CNY"]
)
def test_a_divisor_of_which_a_figure_has_no_rate_decides_nothing(
    check: str, tmp_path: Path
) -> None:
    write(tmp_path, list(csv.reader(io.StringIO(UNCONVERTED))), f"rule r\n  check {check}\n")
    engine = DuckEngine(threads=1, findings=0)
    assert verdicts(tmp_path, engine, 1000)["r"].numbers == (0, 1, 0)
    assert verdicts(tmp_path, "exact", 1000)["r"].numbers == (0, 1, 0)
