"""Run one hand-written query: `python -m benchmarks.scale.handwritten.run FOLDER RULES`.

It prints the verdicts with their counts, which must be those that factcheck prints.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import duckdb

_HERE: Final = Path(__file__).parent
_METRICS: Final = {
    "ratio": "metric_id IN ('part_0', 'whole_0')",
    "product": "metric_id IN ('units_0', 'price_0', 'budget_0')",
    "fifty": "metric_id LIKE 'part_%' OR metric_id LIKE 'whole_%'",
    "agreement": "true",
}


def query(folder: Path, rules: str) -> str:
    """The text of the query, over the files of a package."""
    claims = next((folder / "data").glob("claims.*"))
    metrics = (folder / "data" / "metrics.csv").read_text(encoding="utf-8").splitlines()
    text = (_HERE / "figures.sql").read_text() + (_HERE / f"{rules}.sql").read_text()
    values = {
        "$claims": str(claims),
        "$rates": str(folder / "data" / "rates.csv"),
        "$metrics": _METRICS[rules],
        "$blocks": str((len(metrics) - 1) // 5),
        "$block": "0",
    }
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def main() -> None:
    """Run it on as many threads as there are cores, and print its rows."""
    with duckdb.connect() as database:
        found = database.execute(query(Path(sys.argv[1]), sys.argv[2])).fetchall()
    print(json.dumps(dict(found)))


if __name__ == "__main__":
    main()
