"""Packages of tables written into a folder."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from json import dumps
from pathlib import Path

Rows = Iterable[Sequence[str]]


def write_package(
    folder: Path, block: Mapping[str, object], tables: Mapping[str, Rows], rules: str
) -> None:
    """A descriptor of these tables in their order, each in a file of its name; and the rules."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = [{"name": name, "path": f"{name}.csv"} for name in tables]
    whole = {"name": "written", "factcheck": block, "resources": listed}
    (folder / "datapackage.json").write_text(dumps(whole), encoding="utf-8")
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(rows)
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / "all.rules").write_text(rules, encoding="utf-8")
