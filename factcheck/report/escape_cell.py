"""Texts in a cell of a table: plain words to every program that opens it."""

from __future__ import annotations

import re
from typing import Final

from factcheck.report.escape import for_terminal

_FORMULA: Final = re.compile(r"((?:^|;)\s*)(?=[=+\-@＝＋－＠|%])")
"""Where a spreadsheet would begin to calculate: at the start, or where a `;` parts cells."""


def for_cell(text: str) -> str:
    """The text on one line, with a `'` before what a spreadsheet would take for a formula."""
    return _FORMULA.sub(r"\1'", for_terminal(text))
