"""Writes the parser's tables: `python -m factcheck.lang.build_tables`, after a change."""

from __future__ import annotations

import json
from typing import Any

from factcheck.lang import grammar_files
from factcheck.lang.tables import GRAMMAR, TABLES, to_tables


def tables_text(grammar: str) -> str:
    """The tables as JSON, one state or rule a line, the same bytes for the same grammar."""
    tables = to_tables(grammar)
    table = tables["data"]["parser"]["parser"]
    states, memo = table.pop("states"), tables.pop("memo")
    table["states"], tables["memo"] = "STATES", "MEMO"
    text = _compact(tables)
    text = text.replace('"STATES"', _lines(states)).replace('"MEMO"', _lines(memo))
    return text + "\n"


def _lines(items: list[Any]) -> str:
    return "[\n" + ",\n".join(map(_compact, items)) + "\n]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def main() -> None:
    """Write the tables of the grammar as it is now."""
    TABLES.write_text(tables_text(grammar_files.read(GRAMMAR)), encoding="ascii")


if __name__ == "__main__":
    main()
