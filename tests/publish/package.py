"""A small package to publish, written to a folder: claims that break a rule, and a rate."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from factcheck.check import check
from factcheck.interchange import parquet
from factcheck.publish.publish import Published, compare, publish
from factcheck.verdicts.result import CheckResult

TABLES: Final[Mapping[str, str]] = {
    "sources": 'source_id,title,published\ns1,"The Post, *weekly*",2026-01-05\n',
    "entities": "entity_id,label\nacme,Acme\n",
    "metrics": (
        "metric_id,label,unit_id,non_negative\n"
        "budget,Budget,EUR,true\nspent,Spent,EUR,true\nstaff,Staff,ratio,true\n"
    ),
    "units": "unit_id,label,iso4217\nEUR,euro,EUR\nUSD,dollar,USD\n",
    "rates": (
        "rate_id,from_unit,to_unit,start,end,lower,upper\n"
        "r1,EUR,USD,2025-01-01,2025-12-31,1.1,1.2\n"
    ),
    "claims": (
        "claim_id,source_id,entity_id,metric_id,period,value,unit_id,relation,decimals,quote\n"
        'c1,s1,acme,budget,2025,100,EUR,,0,"100 euros, no more"\n'
        "c2,s1,acme,spent,2025,150,USD,,,150 dollars\n"
        "c3,s1,acme,staff,2025,12,ratio,gt,,over 12\n"
    ),
}
RULES: Final = """\
rule within_budget "Nobody spends more than the budget"
  because "The budget is the whole."
  check spent <= budget

rule staffed "There is somebody"
  check staff >= 1
"""
PROPERTIES: Final[Mapping[str, Any]] = {
    "name": "small-claims",
    "title": "A small package",
    "version": "0.1.0",
    "created": "2026-02-03T00:00:00Z",
    "licenses": [{"name": "CC0-1.0"}],
    "contributors": [{"title": "Jane Doe", "givenName": "Jane", "familyName": "Doe"}],
    "factcheck": {"profile": "1.0"},
}


@frozen
class Small:
    """The package in a folder, and where it is published."""

    folder: Path
    out: Path

    @property
    def descriptor(self) -> dict[str, Any]:
        """The descriptor as it stands."""
        value: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return value

    @property
    def path(self) -> Path:
        """Where the descriptor is."""
        return self.folder / "datapackage.json"

    def change(self, **properties: object) -> None:
        """Set properties of the descriptor, or take them out: None."""
        value = {**self.descriptor, **properties}
        kept = {key: one for key, one in value.items() if one is not None}
        self.path.write_text(json.dumps(kept, ensure_ascii=False, indent=2), encoding="utf-8")

    def table(self, name: str) -> Path:
        """The file of a table."""
        return self.folder / "data" / f"{name}.csv"

    def check(self) -> CheckResult:
        """The judged package."""
        return check(str(self.folder))

    def publish(self) -> Published:
        """Publish it, with Parquet where that can be written."""
        return publish(self.check(), self.out, check, parquet=parquet.is_installed())

    def compare(self) -> Published:
        """What publishing would change."""
        return compare(self.check(), self.out, check, parquet=parquet.is_installed())


def write_small(folder: Path, name: str = "small") -> Small:
    """The small package in a new folder of this name."""
    small = Small(folder / name, folder / f"{name}-published")
    (small.folder / "data").mkdir(parents=True)
    (small.folder / "rules").mkdir()
    for table, text in TABLES.items():
        small.table(table).write_text(text, encoding="utf-8")
    (small.folder / "rules" / "money.rules").write_text(RULES, encoding="utf-8")
    resources = [{"name": table, "path": f"data/{table}.csv"} for table in TABLES]
    text = json.dumps({**PROPERTIES, "resources": resources})
    small.path.write_text(text, encoding="utf-8")
    return small


def codes(made: Published) -> list[str]:
    """The codes of what was told."""
    return [one.code.id for one in made.diagnostics]


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
