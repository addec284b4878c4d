"""Writes the parser's tables: `python -m factcheck.lang.build_tables`, after a change."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcheck.lang import grammar_files
from factcheck.lang.grammar_tables import plain_tables
from factcheck.lang.tables import BUILT, GRAMMAR, digest


def tables_text(grammar: str) -> str:
    """The tables as JSON, one state or reduction a line, the same bytes for the same grammar."""
    plain = {"grammar": digest(grammar), **plain_tables(grammar)}
    values = {name: _compact(value) for name, value in plain.items()}
    values |= {name: f"[\n{_lines(plain[name])}\n]" for name in ("reductions", "states")}
    return "{" + ",\n".join(f'"{name}":{value}' for name, value in values.items()) + "}\n"


def _lines(items: Iterable[object]) -> str:
    return ",\n".join(map(_compact, items))


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def main() -> None:
    """Write the tables of the grammar as it is now."""
    BUILT.write_text(tables_text(grammar_files.read(GRAMMAR)), encoding="ascii")


if __name__ == "__main__":
    main()
