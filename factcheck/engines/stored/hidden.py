"""Rows that a file hides: what it says of its blocks keeps an engine from looking into some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import ENGINE_STOPPED
from factcheck.diagnostics.span import at
from factcheck.engines.sql.working import Working
from factcheck.engines.stopped import StoppedError

_AGAIN: Final = "write the file again, so that what it says of its rows is so"


def refuse_hidden(claims: Mapping[str, int], working: Working, shown: str) -> None:
    """Stop the run where not all claims of a metric came into the working table.

    `claims` are counted from every row, of the metrics that it is to have. A join leaves out
    whole blocks of a Parquet file by the least and the greatest value that it names of each;
    nobody has held these against the rows.
    """
    found: Counter[str] = Counter()
    for one in working.counted:
        found[one.metric] += one.number
    for name, number in claims.items():
        if found[name] != number:
            told = f"{shown} has {number:,} claims of `{name}`, of which a search by the file's own"
            told += f" statistics finds {found[name]:,}"
            raise StoppedError(Diagnostic(ENGINE_STOPPED, told, at(shown), help=_AGAIN))
