"""A table of waivers: `waivers.csv` beside the descriptor, or a file that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span, at
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.diagnostics.waiver_codes import COLUMNS, NAMES_NO_FINDING, UNANSWERED
from factcheck.inputs import door
from factcheck.vocabulary.csv_table import Table, read_table
from factcheck.vocabulary.files import inside
from factcheck.vocabulary.limits import DEFAULT_LIMITS
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.resources import Resource
from factcheck.vocabulary.wrong import Wrong, shorten
from factcheck.waivers.cells import (
    read_case_cell,
    read_date,
    read_figures,
    read_fingerprint,
    read_verdict,
)
from factcheck.waivers.files import FILE_NAME
from factcheck.waivers.model import Waiver

REQUIRED: Final = ("reason", "by")
NAMING: Final = ("fingerprint", "rule")
"""At least one of these is there, and filled in."""

KNOWN: Final = (*NAMING, "case", "verdict", "figures", *REQUIRED, "expires", "note")

T = TypeVar("T")


def read_waivers(named: str | None, folder: Path | None) -> tuple[list[Waiver], list[Diagnostic]]:
    """The waivers of the file that is named, else of the one in the descriptor's folder, if any."""
    mistakes = Mistakes(DEFAULT_LIMITS.max_diagnostics)
    if named is not None:
        resource = Resource("waivers", Path(named), named)
    elif folder is not None:
        shown = folder / FILE_NAME
        real = inside(Path(door.real(folder)), FILE_NAME)
        if isinstance(real, Wrong):
            return [], [real.at(at(str(shown)))]
        resource = Resource("waivers", real, str(shown))
    else:
        return [], []
    table = read_table(resource, DEFAULT_LIMITS, mistakes)
    waivers = list(_waivers(table, mistakes)) if table is not None else []
    return waivers, mistakes.told()


def _waivers(table: Table, mistakes: Mistakes) -> Iterator[Waiver]:
    """The rows that can be read; none where the header cannot."""
    wrong = list(_wrong_columns(table))
    for one in wrong:
        mistakes.add(one)
    if wrong:
        return
    for number in range(len(table.rows)):
        waiver = _Row(table, number, mistakes).waiver()
        if waiver is not None:
            yield waiver


def _wrong_columns(table: Table) -> Iterator[Diagnostic]:
    for column in table.columns:
        if column not in KNOWN:
            help_ = did_you_mean(column, KNOWN) or f"the columns are {', '.join(KNOWN)}"
            message = f"waivers have no column `{shorten(column)}`"
            yield Wrong(COLUMNS, message, help_).at(table.header_span(column))
    for column in REQUIRED:
        if column not in table.columns:
            yield Wrong(COLUMNS, f"waivers need a column `{column}`").at(table.header_span())
    if not set(NAMING) & set(table.columns):
        message = "waivers need a column `fingerprint`, or `rule` and `case`"
        yield Wrong(COLUMNS, message).at(table.header_span())


class _Row:
    """One row of the table, with what is wrong in it."""

    def __init__(self, table: Table, number: int, mistakes: Mistakes) -> None:
        self._table = table
        self._number = number
        self._mistakes = mistakes
        self._before = mistakes.count

    def waiver(self) -> Waiver | None:
        """The waiver, or None when any cell is wrong."""
        by_fingerprint = bool(self._text("fingerprint"))
        if not by_fingerprint and not self._text("rule"):
            message = "the waiver names neither a fingerprint nor a rule"
            self._wrong(Wrong(NAMES_NO_FINDING, message, "copy a line of a report in CSV"), "rule")
        for column, what in (("reason", "no reason"), ("by", "nobody who answers for it")):
            if not self._text(column):
                self._wrong(Wrong(UNANSWERED, f"the waiver has {what}"), column)
        case, verdict = self._cell("case", read_case_cell), self._cell("verdict", read_verdict)
        if not by_fingerprint:  # a rule and nothing more is its one case without any field
            case, verdict = case or (), verdict or "violated"
        waiver = Waiver(
            self._span("fingerprint" if by_fingerprint else "rule"),
            self._cell("fingerprint", read_fingerprint),
            self._text("rule") or None,
            case,
            verdict,
            self._cell("figures", read_figures),
            self._text("reason"),
            self._text("by"),
            self._cell("expires", read_date),
            self._span("expires"),
            self._span("figures"),
        )
        return waiver if self._mistakes.count == self._before else None

    def _text(self, column: str) -> str:
        columns = self._table.columns
        if column not in columns:
            return ""
        return self._table.rows[self._number][columns.index(column)].strip()

    def _cell(self, column: str, read: Callable[[str], T | Wrong]) -> T | None:
        """What the cell says, None where it is empty or wrong."""
        text = self._text(column)
        if not text:
            return None
        found = read(text)
        if isinstance(found, Wrong):
            self._wrong(found, column)
            return None
        return found

    def _wrong(self, wrong: Wrong, column: str) -> None:
        self._mistakes.add(wrong.at(self._span(column)))

    def _span(self, column: str) -> Span:
        return self._table.span(self._number, column)
