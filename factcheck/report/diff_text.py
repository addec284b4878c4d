"""Two editions of a package as the terminal shows them: what differs, and which version that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from factcheck.compare.model import Comparison, Row, RowChange, TableChange, VerdictChange
from factcheck.report.diff_words import (
    case_words,
    proposal_words,
    schema_words,
    summary_words,
    table_words,
    verdict_words,
)
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.width import isolate

ROWS_SHOWN: Final = 25
"""Rows of one kind, or verdicts, that are shown before "and N more"; JSON has all."""
_MARKS: Final = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}
_T = TypeVar("_T")


def render_diff(found: Comparison, *, columns: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """The differences for a terminal of so many columns."""
    page = Page(columns, colour=colour)
    return "".join(f"{line}\n" for line in _lines(page, found))


def _lines(page: Page, found: Comparison) -> Iterator[str]:
    for sign, edition in (("---", found.old), ("+++", found.new)):
        named = " ".join(part for part in (edition.name, edition.version) if part)
        yield f"{sign} {isolate(clean(edition.path))}  {isolate(clean(named))}"
    if found.properties:
        yield from ("", page.paint("descriptor", "bold"))
    for change in found.properties:
        yield from _turned(page, f"   {clean(change.name)}  ", change.old, change.new)
    for table in found.tables:
        yield from _table(page, table)
    for title, changes in (("resources", found.resources), ("rules", found.rules)):
        if changes:
            yield from ("", page.paint(title, "bold"))
        for named_change in changes:
            mark, style = _MARKS[named_change.how]
            words = f"{named_change.kind} {clean(named_change.name)}: {named_change.how}"
            yield page.paint(f" {mark} ", style) + isolate(words)
    yield from _verdicts(page, found.verdicts)
    yield ""
    yield from page.hang("", clean(summary_words(found)), "bold")
    if found.proposal.level:
        yield from page.hang("", clean(proposal_words(found)))


def _turned(page: Page, lead: str, old: str | None, new: str | None) -> Iterator[str]:
    """A value before and after, on one line where both are short."""
    first, second = (clean("(none)" if text is None else text or "(empty)") for text in (old, new))
    yield from page.hang(lead, f"{first} → {second}")


def _table(page: Page, table: TableChange) -> Iterator[str]:
    yield ""
    yield f"{page.paint(table.name, 'bold')}  {table_words(table)}".rstrip()
    for column in table.columns_added:
        yield page.paint(" + ", "green") + isolate(f"column {clean(column)}")
    for column in table.columns_removed:
        yield page.paint(" - ", "red") + isolate(f"column {clean(column)}")
    for change in table.schema:
        yield from page.hang(" ~ ", clean(schema_words(change)), "", "yellow")
    for row, more in _first(table.changed):
        yield from _changed(page, row) if row else [_more(more)]
    for how, rows in (("removed", table.removed), ("added", table.added)):
        for alone, more in _first(rows):
            yield from _alone(page, how, alone) if alone else [_more(more)]


def _first(rows: Sequence[_T]) -> Iterator[tuple[_T | None, int]]:
    """The first rows, and at the end how many more there are."""
    for row in rows[:ROWS_SHOWN]:
        yield row, 0
    if len(rows) > ROWS_SHOWN:
        yield None, len(rows) - ROWS_SHOWN


def _more(number: int) -> str:
    return f"   … and {number} more; --format json has them all"


def _place(page: Page, row: Row | RowChange) -> str:
    return page.paint(isolate(f"{clean(row.path)}:{row.line}"), "dim")


def _changed(page: Page, row: RowChange) -> Iterator[str]:
    yield page.paint(" ~ ", "yellow") + f"{isolate(clean(row.key))}  {_place(page, row)}"
    for cell in row.cells:
        yield from _turned(page, f"     {clean(cell.column)}  ", cell.old, cell.new)


def _alone(page: Page, how: str, row: Row) -> Iterator[str]:
    mark, style = _MARKS[how]
    named = f"{isolate(clean(row.key))}  " if row.key else ""
    yield page.paint(f" {mark} ", style) + f"{named}{_place(page, row)}"
    cells = [f"{clean(name)} {clean(cell)}" for name, cell in row.cells if cell != row.key]
    yield from page.hang("     ", " · ".join(cells))


def _verdicts(page: Page, changes: Sequence[VerdictChange]) -> Iterator[str]:
    if changes:
        yield from ("", page.paint("verdicts", "bold"))
    for change, more in _first(changes):
        if change is None:
            yield _more(more)
            continue
        how = "added" if change.old is None else "removed" if change.new is None else "changed"
        mark, style = _MARKS[how]
        yield from page.hang(f" {mark} ", clean(f"{change.rule}  {case_words(change)}"), "", style)
        yield from page.hang("     ", clean(verdict_words(change)))
