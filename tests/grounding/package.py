"""A small package with quotes, written to a folder, and what grounding says about it."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.check import check
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.grounding.model import Grounding
from factcheck.verdicts.result import CheckResult

DEFAULTS = {"source_id": "wire", "entity_id": "acme", "metric_id": "any", "unit_id": "ratio"}
CLAIMS = (
    *("claim_id", "source_id", "entity_id", "metric_id", "period", "value", "value_to", "unit_id"),
    *("relation", "hedge", "decimals", "status", "quote", "char_start", "char_end", "inferred"),
    *("converts", "note"),
)
UNITS = """\
unit_id,label,dimension,factor,iso4217,ucum,aliases
CNY,renminbi yuan,money,,CNY,,
USD,US dollar,money,,USD,,
EUR,euro,money,,EUR,,
XXX,currency not printed,money,,XXX,,
chip,chip,,,,,GPU;颗
person,person,,,,,people;人
token,token,information,,,,
Mtoken,million tokens,information,1000000,,,
m,metre,length,,,m,米
km,kilometre,length,1000,,km,公里
hour,hour,time,,,h,
minute,minute,time,0.016666666666666666,,min,
percent,percent,,,,,
"""
METRICS = {
    "ratio": "any",
    "CNY": "money",
    "CNY/chip": "price",
    "CNY/day": "daily",
    "chip": "chips",
    "person": "people",
    "token/day": "tokens",
    "token": "stock",
    "m": "way",
    "day": "days",
    "percent": "share",
}
Row = Mapping[str, str]


def write(
    folder: Path,
    claims: Sequence[Row],
    texts: Mapping[str, str | bytes] | None = None,
    source: Row | None = None,
    *,
    units: str = UNITS,
    metrics: Mapping[str, str] | None = None,
) -> Path:
    """The package, its descriptor and one rule that any claim exercises.

    `metrics` has the unit of each metric.
    """
    metrics = metrics or {id_: unit for unit, id_ in METRICS.items()}
    rows = [{"claim_id": f"c{number}", **DEFAULTS, **row} for number, row in enumerate(claims, 1)]
    tables = {
        "sources": text(
            [{"source_id": "wire", "title": "The wire", "published": "", **(source or {})}]
        ),
        "entities": "entity_id,label\nacme,Acme\n",
        "metrics": text(
            [{"metric_id": id_, "label": id_, "unit_id": unit} for id_, unit in metrics.items()]
        ),
        "units": units,
        "claims": text([{name: row.get(name, "") for name in CLAIMS} for row in rows]),
    }
    folder.mkdir(exist_ok=True)
    for name, table in tables.items():
        (folder / f"{name}.csv").write_text(table, encoding="utf-8", newline="")
    (folder / "datapackage.json").write_text(
        json.dumps(
            {
                "name": "quotes",
                "resources": [{"name": name, "path": f"{name}.csv"} for name in tables],
                "factcheck": {
                    "profile": "1.0",
                    "hedges": {"about": "10%", "nearly": ["-10%", "0%"]},
                    "rules": "any.rules",
                },
            }
        ),
        encoding="utf-8",
    )
    (folder / "any.rules").write_text(
        'rule any "Any claim" for each claim check value < 10^30 or value ≥ 10^30\n',
        encoding="utf-8",
    )
    for name, content in (texts or {}).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
    return folder


def text(rows: Sequence[Row]) -> str:
    """Rows as CSV, with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def grounded(folder: Path, sources: str | None = None) -> tuple[Grounding, list[Diagnostic]]:
    """What grounding gives for a package, and all that the run tells."""
    result: CheckResult = check(str(folder), sources=sources)
    assert result.grounding is not None, result.diagnostics
    return result.grounding, list(result.diagnostics)


def told(found: Sequence[Diagnostic]) -> list[str]:
    """Each diagnostic as code, column of the claim's row, message and help."""
    return [f"{one.code.id} {one.message}; {one.help}" for one in found]
