"""The cells of a waiver: each read, or what is wrong with it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from factcheck.diagnostics.suggest import did_you_mean
from factcheck.diagnostics.waiver_codes import CELL
from factcheck.report.cases import Case, read_case
from factcheck.vocabulary.wrong import Wrong, shorten

VERDICTS: Final = ("violated", "undetermined", "not_exercised")

_DATE: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FINGERPRINT: Final = re.compile("[0-9a-f]{32}")
_FIGURES: Final = re.compile("[0-9a-f]{16}")
_COPY: Final = "copy it from a report in CSV or JSON"


def read_fingerprint(cell: str) -> str | Wrong:
    """The fingerprint of a finding."""
    if _FINGERPRINT.fullmatch(cell):
        return cell
    return Wrong(CELL, f"`{shorten(cell)}` is no fingerprint: 32 digits of 0-9 and a-f", _COPY)


def read_figures(cell: str) -> str | Wrong:
    """The digest of the figures of a finding."""
    if _FIGURES.fullmatch(cell):
        return cell
    return Wrong(CELL, f"`{shorten(cell)}` is no digest: 16 digits of 0-9 and a-f", _COPY)


def read_case_cell(cell: str) -> Case | Wrong:
    """The case, its fields in the order of their names."""
    case = read_case(cell)
    if case is not None and len({name for name, _ in case}) == len(case):
        return tuple(sorted(case))
    return Wrong(
        CELL, f"`{shorten(cell)}` is no case", "for example `entity=bytedance;period=2026`"
    )


def read_verdict(cell: str) -> str | Wrong:
    """One of the verdicts that are findings."""
    if cell in VERDICTS:
        return cell
    help_ = did_you_mean(cell, VERDICTS) or f"one of {', '.join(VERDICTS)}"
    return Wrong(CELL, f"`{shorten(cell)}` is no verdict that can be waived", help_)


def read_date(cell: str) -> date | Wrong:
    """A day, as YYYY-MM-DD."""
    try:
        if _DATE.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    return Wrong(CELL, f"`{shorten(cell)}` is no day", "for example 2027-01-31")
