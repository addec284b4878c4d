"""The tables of the data package as plain rows, and the archived texts by their source."""

import csv
import hashlib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "datapackage"


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table, every cell as text."""
    with (PACKAGE / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts(folder: Path) -> dict[str, str]:
    """The text of every source that has claims, found in a folder by its hash."""
    files = {hashlib.sha256(raw).hexdigest(): raw for raw in _contents(folder)}
    quoted = {claim["source_id"] for claim in rows("claims")}
    return {
        source["source_id"]: files[source["sha256"]].decode("utf-8")
        for source in rows("sources")
        if source["source_id"] in quoted
    }


def _contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
