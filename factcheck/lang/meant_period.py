"""Periods as people write them elsewhere: `23.12.2025`, `Dec 2025`, `2025-3`, `FY2025`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factcheck.values.period import parse_period

_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_MONTH: Final = "(?P<name>" + "|".join(f"{name}[a-z]*" for name in _MONTHS) + r")\.?"
_SIGN: Final = r"\s*[-/.]\s*"
_FORMS: Final = (
    rf"(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}}){_SIGN}(?P<day>\d{{1,2}})",
    rf"(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}}){_SIGN}(?P<year>\d{{4}})",
    rf"(?P<month>\d{{1,2}}){_SIGN}(?P<day>\d{{1,2}}){_SIGN}(?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}})",
    rf"(?P<month>\d{{1,2}}){_SIGN}(?P<year>\d{{4}})",
    rf"{_MONTH}\s*(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})",
    rf"(?P<day>\d{{1,2}})\.?\s*{_MONTH}\s*(?P<year>\d{{4}})",
    rf"{_MONTH}\s*(?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}})\s*{_MONTH}",
    r"(?P<part>[QH][1-4])[\s/-]*(?P<year>\d{4})",
    r"(?P<year>\d{4})[\s/-]*(?P<part>[QH][1-4])",
    r"(?P<year>\d{4})\s*[-–]\s*(?P<last>\d{4})",
    r"(?:FY|CY)\s*(?P<year>\d{4})",
    r"(?P<year>\d{4})\s*年(?:\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?)?",
)


@cache
def _forms() -> list[re.Pattern[str]]:
    """The forms as patterns, made when a mistake first asks for them."""
    return [re.compile(form, re.IGNORECASE) for form in _FORMS]


def meant_period(text: str) -> str | None:
    """The period that a text means, as rules write it; None where it may mean several, or none."""
    found = dict.fromkeys(
        meant
        for form in _forms()
        if (match := form.fullmatch(text.strip()))
        if (meant := _of(match))
    )
    if not found and parse_period(text.strip()) is not None:
        return text.strip()
    return next(iter(found)) if len(found) == 1 else None


def _of(match: re.Match[str]) -> str | None:
    parts = {name: part for name, part in match.groupdict().items() if part}
    if "name" in parts:
        parts["month"] = str(_MONTHS.index(parts["name"][:3].lower()) + 1)
    text = parts["year"]
    if "part" in parts:
        text += f"-{parts['part'].upper()}"
    if "last" in parts:
        text += f"/{parts['last']}"
    if "month" in parts:
        text += f"-{int(parts['month']):02}"
    if "day" in parts:
        text += f"-{int(parts['day']):02}"
    return text if parse_period(text) is not None else None
