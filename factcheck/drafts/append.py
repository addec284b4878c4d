"""Drafts as lines of a table of claims: the lines that are there stay byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.drafts.model import Drafts

_QUOTED: Final = frozenset(',"\n\r')


def csv_lines(drafts: Drafts, end: str = "\n") -> str:
    """The rows as CSV, without a header."""
    return "".join(_line(drafts.columns, draft.cells) + end for draft in drafts.rows)


def header(drafts: Drafts) -> str:
    """The columns of the table."""
    return ",".join(map(_cell, drafts.columns)) + "\n"


def appended(text: str, drafts: Drafts) -> str:
    """The text of a table with the rows behind it, its line ends as it has them."""
    end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    between = "" if not text or text.endswith("\n") else end
    return text + between + csv_lines(drafts, end)


def empty_required(drafts: Drafts, required: Sequence[str]) -> dict[str, int]:
    """Required columns that are empty in some rows, with how many."""
    counts = {
        column: sum(not draft.cells.get(column) for draft in drafts.rows) for column in required
    }
    return {column: count for column, count in counts.items() if count}


def _line(columns: Sequence[str], cells: Mapping[str, str]) -> str:
    return ",".join(_cell(cells.get(column, "")) for column in columns)


def _cell(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
