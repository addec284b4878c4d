"""The bounds of claims as columns, exactly as they are judged."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import NAME_TAKEN
from factcheck.publish.texts import boolean
from factcheck.values.interval import Interval
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.told import decimal
from factcheck.vocabulary.columns import COMPUTED
from factcheck.vocabulary.csv_table import Table
from factcheck.vocabulary.wrong import Wrong

Rows = Sequence[Sequence[str]]


def with_bounds(
    result: CheckResult, table: Table
) -> tuple[Sequence[str], Rows, Sequence[Diagnostic]]:
    """The columns and rows of claims with the computed ones at the end.

    Columns of these names may be there when they say the same: so may a published form be
    published again.
    """
    assert result.claims is not None  # noqa: S101 (they were judged)
    kept = [place for place, name in enumerate(table.columns) if name not in COMPUTED]
    held = {name: table.columns.index(name) for name in COMPUTED if name in table.columns}
    rows: list[list[str]] = []
    found: list[Diagnostic] = []
    for row, (cells, claim) in enumerate(zip(table.rows, result.claims.rows, strict=True)):
        computed = dict(zip(COMPUTED, _cells(claim.bounds), strict=True))
        rows.append([*(cells[place] for place in kept), *computed.values()])
        odd = [name for name, place in held.items() if cells[place] != computed[name]]
        if odd and not found:
            message = f"`{odd[0]}` is a column that the published form computes: {computed[odd[0]]}"
            wrong = Wrong(NAME_TAKEN, message, "give the column another name, or leave it out")
            found.append(wrong.at(table.span(row, odd[0])))
    return [*(table.columns[place] for place in kept), *COMPUTED], rows, found


def _cells(bounds: Interval) -> tuple[str, ...]:
    """Exact; no end is `inf`, the one spelling that every reader takes as a number."""
    return (
        decimal(bounds.low),
        decimal(bounds.high),
        boolean(bounds.low_open),
        boolean(bounds.high_open),
    )
