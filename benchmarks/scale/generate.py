"""Write a package of any size: `python -m benchmarks.scale.generate DIR CLAIMS [--csv] …`.

DuckDB computes the claims, each from its place alone, so that the same call gives the same rows.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb

from benchmarks.scale.rules import rule_files
from benchmarks.scale.shape import PARTS, QUARTERS, SOURCES, YEARS, Shape

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
_KINDS: Final = {
    "whole": "CNY,flow",
    "part": "CNY,flow",
    "units": "item,flow",
    "price": "USD/item,price",
    "budget": "CNY,flow",
}


def write_package(folder: Path, shape: Shape, form: str) -> None:
    """The descriptor, the small tables, the rules, and the claims as `parquet` or `csv`."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    columns = {}
    for name, lines in small_tables(shape).items():
        columns[name] = lines[0].split(",")
        (data / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    columns["claims"] = write_claims(data / f"claims.{form}", shape, form)
    text = json.dumps(descriptor(form, columns), indent=1, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    rules = folder / "measured"
    rules.mkdir(exist_ok=True)
    for name, text in rule_files(shape.blocks).items():
        (rules / name).write_text(text, encoding="utf-8")


def small_tables(shape: Shape) -> dict[str, list[str]]:
    """The lines of every table but the claims."""
    return {
        "sources": [
            "source_id,title,publisher,published,derived_from",
            *(_source(number) for number in range(SOURCES)),
        ],
        "entities": [
            "entity_id,label",
            *(f"e{number},Entity {number}" for number in range(shape.entities)),
        ],
        "metrics": [
            "metric_id,label,unit_id,kind,non_negative",
            *(
                f"{part}_{block},{part.capitalize()} {block},{_KINDS[part]},true"
                for block in range(shape.blocks)
                for part in PARTS
            ),
        ],
        "units": [
            "unit_id,label,dimension,factor,iso4217",
            "CNY,yuan,money,,CNY",
            "USD,US dollar,money,,USD",
            "item,items,,,",
        ],
        "rates": [
            "rate_id,from_unit,to_unit,start,end,lower,upper,source_id",
            *_rates(shape),
        ],
    }


def _source(number: int) -> str:
    """The second half of the sources retells the first, one each."""
    origin = "" if number < SOURCES // 2 else f"s{number - SOURCES // 2}"
    return f"s{number},Report {number},Publisher {number % 40},2026-01-15,{origin}"


def _rates(shape: Shape) -> Iterable[str]:
    low, high = ("7", "7") if shape.tied else ("6.98", "7.02")
    for year in YEARS:
        for quarter in QUARTERS:
            start = f"{year}-{3 * quarter - 2:02}-01"
            end = f"{year}-{3 * quarter:02}-{31 if quarter in {1, 4} else 30}"
            yield f"{year}q{quarter},USD,CNY,{start},{end},{low},{high},s0"


def write_claims(path: Path, shape: Shape, form: str) -> list[str]:
    """The claims, in the order of their facts; gives the names of their columns."""
    sql = (Path(__file__).parent / "claims.sql").read_text(encoding="utf-8")
    values = {
        "$blocks": shape.blocks,
        "$entities": shape.entities,
        "$periods": len(shape.periods),
        "$sources_of_a_fact": shape.sources_of_a_fact,
        "$sources": SOURCES,
        "$failing": shape.failing,
        "$tied": str(shape.tied).lower(),
    }
    for name in sorted(values, key=len, reverse=True):
        sql = sql.replace(name, str(values[name]))
    if form == "csv":  # plain decimals: no exponent, no trailing zeros
        plain = "rtrim(rtrim(CAST(CAST(value AS DECIMAL(30, 6)) AS VARCHAR), '0'), '.')"
        sql = f"SELECT * REPLACE ({plain} AS value) FROM ({sql})"  # noqa: S608 (our own text)
    options = "FORMAT csv, HEADER" if form == "csv" else "FORMAT parquet, COMPRESSION zstd"
    with duckdb.connect() as database:
        database.execute(f"COPY ({sql}) TO '{path}' ({options})")
        found = database.execute(f"SELECT * FROM '{path}' LIMIT 0")  # noqa: S608 (as above)
        return [column[0] for column in found.description]


def descriptor(form: str, columns: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Its tables with the schemas of the project's own package, cut to the columns there are."""
    own = json.loads((PROJECT / "datapackage" / "datapackage.json").read_text(encoding="utf-8"))
    schemas = {resource["name"]: resource["schema"] for resource in own["resources"]}
    forms = dict.fromkeys(columns, "csv") | {"claims": form}
    return {
        "name": "generated",
        "version": "0.1.0",
        "licenses": [{"name": "CC0-1.0"}],
        "factcheck": {"profile": "1.0", "currency": "CNY", "hedges": {"about": "10%"}},
        "resources": [
            {
                "name": name,
                "path": f"data/{name}.{forms[name]}",
                "type": "table",
                "schema": _cut(schemas[name], present),
            }
            for name, present in columns.items()
        ],
    }


def _cut(schema: Mapping[str, Any], present: Sequence[str]) -> dict[str, Any]:
    fields = {field["name"]: field for field in schema["fields"]}
    cut: dict[str, Any] = {"fields": [fields[name] for name in present]}
    keys = schema.get("foreignKeys", ())
    cut["foreignKeys"] = [key for key in keys if set(_names(key["fields"])) <= set(present)]
    if "primaryKey" in schema:
        cut["primaryKey"] = schema["primaryKey"]
    if "missingValues" in schema:
        cut["missingValues"] = schema["missingValues"]
    return cut


def _names(fields: str | Sequence[str]) -> Sequence[str]:
    return [fields] if isinstance(fields, str) else fields


def main() -> None:
    """Read the command line and write the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("claims", type=int)
    parser.add_argument("--blocks", type=int, default=40)
    parser.add_argument("--sources", type=int, default=3)
    parser.add_argument("--failing", type=float, default=0.03)
    parser.add_argument("--tied", action="store_true")
    parser.add_argument("--csv", action="store_true")
    given = parser.parse_args()
    shape = Shape(given.claims, given.blocks, given.sources, given.failing, given.tied)
    write_package(given.folder, shape, "csv" if given.csv else "parquet")


if __name__ == "__main__":
    main()
