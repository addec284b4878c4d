"""Published tables written as a package, with a rule for each calculation."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.engines.finance import CALCULATIONS, UNITS, Printed, Table
from tests.engines.written import Rows, write_package

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
    companies = [(f"e{number}", f"Company {number}") for number in range(len(tables))]
    metrics = {one.metric: one.unit for one in CALCULATIONS}
    metrics |= {name: UNITS.get(name, "CNY") for one in CALCULATIONS for name, _ in one.operands}
    units = [("unit_id", "label", "dimension", "iso4217"), ("CNY", "yuan", "money", "CNY")]
    rows = [
        (name, name, "ratio" if unit == "%" else unit, "flow") for name, unit in metrics.items()
    ]
    listed: Mapping[str, Rows] = {
        "sources": [("source_id", "title", "language"), ("s", "Annual report", "en")],
        "entities": [("entity_id", "label"), *companies],
        "metrics": [("metric_id", "label", "unit_id", "kind"), *rows],
        "units": [*units, ("chip", "chip", "chip", "")],
        "claims": [CLAIM, *_claims(tables, metrics)],
    }
    write_package(folder, block, listed, text)


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
