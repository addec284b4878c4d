"""Two editions of a package as Markdown, for a pull request or the notes of a release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.compare.model import Comparison, Row, RowChange, TableChange
from factcheck.report.diff_words import (
    case_words,
    proposal_words,
    schema_words,
    summary_words,
    table_words,
    verdict_words,
)
from factcheck.report.escape import for_markdown
from factcheck.report.limits import TEXT_SHOWN

ROWS_SHOWN: Final = 100
"""Rows of one kind, or verdicts, before "and N more"; JSON has all."""


def render_diff_markdown(found: Comparison) -> str:
    """The differences under headings, rows as lists."""
    return "".join(f"{line}\n" for line in _lines(found))


def _text(text: str) -> str:
    return for_markdown(text[:TEXT_SHOWN] + "…" if len(text) > TEXT_SHOWN else text)


def _lines(found: Comparison) -> Iterator[str]:
    old, new = (f"{one.name} {one.version}".strip() or one.path for one in (found.old, found.new))
    yield f"## {_text(old)} → {_text(new)}"
    yield from ("", _text(summary_words(found)))
    if found.proposal.level:
        yield from ("", _text(proposal_words(found)))
    yield from _section(
        "Verdicts",
        [
            f"{_text(one.rule)}, {_text(case_words(one))}: **{_text(verdict_words(one))}**"
            for one in found.verdicts
        ],
    )
    yield from _section(
        "Descriptor",
        [f"{_text(one.name)}: {_turned(one.old, one.new)}" for one in found.properties],
    )
    for table in found.tables:
        yield from _table(table)
    for title, changes in (("Resources", found.resources), ("Rules", found.rules)):
        yield from _section(title, [f"{one.kind} {_text(one.name)}: {one.how}" for one in changes])


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", f"### {title}", "")
        yield from _items(items)


def _items(items: Sequence[str]) -> Iterator[str]:
    yield from (f"- {item}" for item in items[:ROWS_SHOWN])
    if len(items) > ROWS_SHOWN:
        yield f"- … and {len(items) - ROWS_SHOWN} more"


def _turned(old: str | None, new: str | None) -> str:
    first, second = ("(none)" if text is None else text or "(empty)" for text in (old, new))
    return f"{_text(first)} → {_text(second)}"


def _table(table: TableChange) -> Iterator[str]:
    yield from ("", f"### {table.name[:1].upper()}{table.name[1:]}")
    yield from ("", table_words(table) or "columns differ", "")
    yield from (f"- column added: {_text(column)}" for column in table.columns_added)
    yield from (f"- column removed: {_text(column)}" for column in table.columns_removed)
    yield from (f"- {_text(schema_words(change))}" for change in table.schema)
    yield from _items([_changed(row) for row in table.changed])
    yield from _items([f"removed {_row(row)}" for row in table.removed])
    yield from _items([f"added {_row(row)}" for row in table.added])


def _changed(row: RowChange) -> str:
    cells = "; ".join(f"{_text(one.column)} {_turned(one.old, one.new)}" for one in row.cells)
    return f"**{_text(row.key)}** {cells}"


def _row(row: Row) -> str:
    cells = ", ".join(f"{_text(name)} {_text(cell)}" for name, cell in row.cells if cell != row.key)
    return f"**{_text(row.key)}** {cells}" if row.key else cells
