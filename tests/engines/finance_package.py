"""Published tables written as a package, with a rule for each calculation."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.engines.finance import CALCULATIONS, UNITS, Printed, Table

CLAIM = (
    "claim_id",
    "source_id",
    "entity_id",
    "metric_id",
    "period",
    "value",
    "unit_id",
    "decimals",
)


def rules(comparison: str) -> str:
    """One rule a calculation."""
    return "\n".join(
        f"rule {one.metric}_rule check "
        f"{'(1 + cagr) ^ 3' if one.metric == 'cagr' else one.metric} {comparison.format(one.rule)}"
        for one in CALCULATIONS
    )


def write(folder: Path, tables: Sequence[tuple[Table, Mapping[str, Printed]]], text: str) -> None:
    """A package of companies with their tables and the results they print, and its rules."""
    block = {"profile": "1.0", "currency": "CNY"}
    names = ("sources", "entities", "metrics", "units", "claims")
    listed = [{"name": name, "path": f"{name}.csv"} for name in names]
    whole = {"name": "tables", "factcheck": block, "resources": listed}
    (folder / "datapackage.json").write_text(json.dumps(whole), encoding="utf-8")
    _write(folder, "sources", [("source_id", "title", "language"), ("s", "Annual report", "en")])
    companies = [(f"e{number}", f"Company {number}") for number in range(len(tables))]
    _write(folder, "entities", [("entity_id", "label"), *companies])
    metrics = {one.metric: one.unit for one in CALCULATIONS}
    metrics |= {name: UNITS.get(name, "CNY") for one in CALCULATIONS for name, _ in one.operands}
    units = [("unit_id", "label", "dimension", "iso4217"), ("CNY", "yuan", "money", "CNY")]
    _write(folder, "units", [*units, ("chip", "chip", "chip", "")])
    rows = [
        (name, name, "ratio" if unit == "%" else unit, "flow") for name, unit in metrics.items()
    ]
    _write(folder, "metrics", [("metric_id", "label", "unit_id", "kind"), *rows])
    _write(folder, "claims", [CLAIM, *_claims(tables, metrics)])
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / "all.rules").write_text(text, encoding="utf-8")


def _claims(
    tables: Sequence[tuple[Table, Mapping[str, Printed]]], metrics: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    for number, (one, results) in enumerate(tables):
        places = {**one.figures, **{(name, "2024"): result for name, result in results.items()}}
        for (name, period), figure in places.items():
            place = f"{name}_{period}_{number}"
            yield (
                *(place, "s", f"e{number}", name, period, figure.text(), metrics[name]),
                str(figure.decimals),
            )


def _write(folder: Path, name: str, rows: Sequence[Sequence[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8")
