"""A Parquet file whose statistics lie hides no claims: the run stops, and says why."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from factcheck.database.connection import connected
from tests.engines.every import module_on_duckdb
from tests.engines.written import write_package

pytestmark = module_on_duckdb()

ROWS = 4096
"""Two blocks, of which the second alone is about one entity."""
MANY = 40
"""Other entities: so many words are looked up by a join."""


def package(folder: Path) -> Path:
    claims = [["claim_id", "source_id", "entity_id", "metric_id", "period", "value", "unit_id"]]
    for number in range(ROWS):
        entity = f"a{number % MANY:02}" if number < ROWS // 2 else "mmm"
        claims.append([f"c{number:04}", "s", entity, "n", f"{1000 + number % 2048}", "5", "item"])
    names = [*(f"a{number:02}" for number in range(MANY)), "mmm"]
    tables = {
        "sources": [["source_id", "title"], ["s", "S"]],
        "entities": [["entity_id", "label"], *([name, name] for name in names)],
        "units": [["unit_id", "label", "dimension"], ["item", "items", "item"]],
        "metrics": [["metric_id", "label", "unit_id", "kind"], ["n", "N", "item", "stock"]],
        "claims": claims,
    }
    write_package(folder, {"profile": "1.0"}, tables, "rule few\n    check n < 5 item\n")
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"][-1]["path"] = "claims.parquet"
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    with connected(folder) as database:
        source = f"read_csv('{folder / 'claims.csv'}', all_varchar = true)"
        rows = f"SELECT * REPLACE (CAST(value AS DOUBLE) AS value) FROM {source}"  # noqa: S608 (ours)
        database.execute(
            f"COPY ({rows}) TO '{folder / 'claims.parquet'}' (ROW_GROUP_SIZE {ROWS // 2})"
        )
    return folder / "claims.parquet"


def lying(path: Path) -> None:
    """Another name, of the same length, for the least and the greatest entity of a block."""
    data = path.read_bytes()
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    assert data[footer:].count(b"mmm") >= 2
    path.write_bytes(data[:footer] + data[footer:].replace(b"mmm", b"zzz"))


def report(folder: Path) -> dict[str, Any]:
    command = (sys.executable, "-m", "factcheck", "validate", str(folder), "--engine", "duckdb")
    ran = subprocess.run([*command, "--format", "json"], capture_output=True, check=False)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_claims_that_statistics_hide_are_missed(tmp_path: Path) -> None:
    path = package(tmp_path)
    assert ROWS == report(tmp_path)["summary"]["violated"]
    lying(path)
    (problem,) = report(tmp_path)["problems"]
    assert problem["code"] == "V106"
    assert (
        "4,096 claims of `n`, of which a search by the file's own statistics finds 2,048"
        in problem["message"]
    )
