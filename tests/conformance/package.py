"""The tables of a case written as a package: defaults filled in, marks of places taken out."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from attrs import Factory, define, frozen

from factcheck.vocabulary.columns import SHAPES
from tests.conformance.reader import FOLDER, MARK, Case, blocks

_SHORT = {
    "id": "claim_id",
    "source": "source_id",
    "entity": "entity_id",
    "metric": "metric_id",
    "unit": "unit_id",
}
_NO_TABLES = ("descriptor", "options")
_DEFAULTS = {"source_id": "s1", "entity_id": "acme", "period": "2025"}


@frozen(order=True)
class Place:
    """A file by its name, a line and a column."""

    file: str
    line: int
    column: int


@define
class Written:
    """Where a case was written to, and the places that it marks."""

    folder: Path
    marks: list[Place] = Factory(list)

    def write(self, name: str, text: str) -> None:
        """Write a file, its marks noted and left out."""
        plain = ""
        for line, row in enumerate(text.split("\n"), start=1):
            first, *others = row.split(MARK)
            for after in others:
                self.marks.append(Place(Path(name).name, line, len(first) + 1))
                first += after
            plain += first + "\n"
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(plain.removesuffix("\n"), encoding="utf-8", newline="\n")


@cache
def _vocabulary() -> tuple[tuple[str, str], ...]:
    return tuple(blocks((FOLDER / "vocabulary.md").read_text(encoding="utf-8")))


def write_case(case: Case, folder: Path) -> Written:
    """The package and the rules of a case, as files in a folder."""
    return write_tables(tables_of(case), case.rules, folder)


def tables_of(case: Case) -> dict[str, str]:
    """The tables of its package by their names, and the blocks `descriptor` and `options`."""
    tables: dict[str, str] = {}
    for name, text in (*_vocabulary(), *case.tables):
        if name.startswith("+ "):
            tables[name[2:]] = tables.get(name[2:], "") + text
        else:
            tables[name] = text
    tables["claims"] = _full_claims(tables.get("claims", "metric,value\n"), tables["metrics"])
    return tables


def write_tables(tables: Mapping[str, str], rules: Iterable[str], folder: Path) -> Written:
    """A package of such tables, and its rules."""
    written = Written(folder)
    names = [name for name in tables if name not in _NO_TABLES]
    for name in names:
        written.write(f"{name}.csv", _with_labels(tables[name]))
    resources = [{"name": name, "path": f"{name}.csv"} for name in names]
    block = json.loads(tables["descriptor"])
    whole = {"name": "conformance", "factcheck": block, "resources": resources}
    written.write("datapackage.json", json.dumps(whole, ensure_ascii=False))
    for number, text in enumerate(rules, start=1):
        written.write(f"rules/{number}.rules", text)
    return written


def _full_claims(text: str, metrics: str) -> str:
    """Every column that a table of claims must have, with the defaults of the suite."""
    header, *rows = rows_of(text)
    columns = [_SHORT.get(name, name) for name in header]
    units = {row[0]: row[1] for row in rows_of(metrics)}
    required = [name for name in SHAPES["claims"].required if name not in columns]
    wanted = [*required, *(() if "period" in columns else ("period",)), *columns]
    full = []
    for number, row in enumerate(rows, start=1):
        cells = dict(zip(columns, row, strict=True))
        metric = cells.get("metric_id", "").replace(MARK, "")
        own = {"claim_id": f"c{number}", "unit_id": units.get(metric, ""), **_DEFAULTS}
        full.append([_filled(cells, own, name) for name in wanted])
    return text_of([wanted, *full])


def _filled(cells: dict[str, str], own: dict[str, str], name: str) -> str:
    """The cell as given; an empty cell for a unit takes the metric's, a missing one its default."""
    given = cells.get(name, own.get(name, ""))
    return own["unit_id"] if name == "unit_id" and not given else given


def _with_labels(text: str) -> str:
    """A table whose `label` or `title` is missing has the id there."""
    header, *rows = rows_of(text)
    for id_, column in (
        ("entity_id", "label"),
        ("metric_id", "label"),
        ("unit_id", "label"),
        ("source_id", "title"),
    ):
        if header[0] == id_ and column not in header:
            rows = [[*row, row[0].replace(MARK, "")] for row in rows]
            header = [*header, column]
    return text_of([header, *rows])


def rows_of(text: str) -> list[list[str]]:
    """A table as it is read."""
    return list(csv.reader(io.StringIO(text)))


def text_of(rows: Iterable[list[str]]) -> str:
    """A table as it is written."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
