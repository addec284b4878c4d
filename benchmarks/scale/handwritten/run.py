"""Run one query: `python -m benchmarks.scale.handwritten.run FOLDER RULES [OPTION …]`.

It prints as many findings as factcheck does on the terminal, or with `--json` in a report of that
form, each with the claims behind it, and then the verdicts with their counts, which must be those
that factcheck prints. With `--bare` it prints these alone. With `--checked` it first looks at every
row, as factcheck always does, and ends where one is wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
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


_SAME: Final = {
    "ratio": "c.metric_id IN ('part_0', 'whole_0')",
    "product": "c.metric_id IN ('units_0', 'price_0', 'budget_0')",
    "fifty": "c.metric_id IN (v.part, v.whole)",
    "agreement": "c.metric_id = v.metric_id",
}
_IN_JSON: Final = {"fifty": 10}
"""Findings of a rule and kind; 500 where there is one rule."""
_ON_TERMINAL: Final = {"fifty": 5}
"""Findings of a rule; 25 where there is one rule."""


def query(folder: Path, rules: str) -> str:
    """The text of the query that gives a verdict for each case, over the files of a package."""
    metrics = (folder / "data" / "metrics.csv").read_text(encoding="utf-8").splitlines()
    text = (_HERE / "figures.sql").read_text() + (_HERE / f"{rules}.sql").read_text()
    values = {
        "$claims": _claims(folder),
        "$rates": str(folder / "data" / "rates.csv"),
        "$metrics": _METRICS[rules],
        "$blocks": str((len(metrics) - 1) // 5),
        "$block": "0",
    }
    return _filled(text, values)


def findings(folder: Path, rules: str, *, in_json: bool = False) -> str:
    """The text of the query that tells the first of them."""
    text = (_HERE / "findings.sql").read_text()
    most, by = (
        (_IN_JSON.get(rules, 500), "rule, verdict")
        if in_json
        else (_ON_TERMINAL.get(rules, 25), "rule")
    )
    return _filled(
        text,
        {"$claims": _claims(folder), "$same": _SAME[rules], "$most": str(most), "$by": by},
    )


def checks(folder: Path) -> str:
    """The text of the query that counts what is wrong with the claims of a package."""
    text = (_HERE / "checks.sql").read_text()
    return _filled(text, {"$claims": _claims(folder), "$tables": str(folder / "data")})


def _claims(folder: Path) -> str:
    return str(next((folder / "data").glob("claims.*")))


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def main() -> None:
    """Run it on as many threads as there are cores, and print its rows."""
    folder, rules, *options = Path(sys.argv[1]), *sys.argv[2:]
    with duckdb.connect() as database:
        if "--checked" in options:
            wrong = database.execute(checks(folder)).fetchone()
            if wrong is None or any(wrong):
                sys.exit(f"rows are wrong: {wrong}")
        database.execute(f"CREATE TEMP TABLE verdict AS {query(folder, rules)}")
        if "--bare" not in options:
            told = database.execute(findings(folder, rules, in_json="--json" in options))
            names = [column[0] for column in told.description]
            for row in told.fetchall():
                print(json.dumps(dict(zip(names, row, strict=True))))
        counted = "SELECT verdict, count(*) FROM verdict GROUP BY verdict ORDER BY verdict"
        print(json.dumps(dict(database.execute(counted).fetchall())))


if __name__ == "__main__":
    main()
