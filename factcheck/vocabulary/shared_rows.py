"""Rows of two packages that are about one thing: what they may not say differently."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final
from unicodedata import normalize

from factcheck.values.rational import reduce
from factcheck.vocabulary.cells import boolean, number
from factcheck.vocabulary.wrong import Wrong

Cells = Mapping[str, str]
Meaning = Callable[[Cells], object]

_MONEY: Final = "money"


def _text(column: str) -> Meaning:
    return lambda cells: normalize("NFC", cells.get(column, ""))


def _non_negative(cells: Cells) -> object:
    return boolean(cells.get("non_negative", "")) is True


def dimension(cells: Cells) -> str:
    """What a unit measures: money when it is a currency, and by itself when nothing is said."""
    said = cells.get("dimension", "")
    return _MONEY if cells.get("iso4217") else said or normalize("NFC", cells.get("unit_id", ""))


def _factor(cells: Cells) -> object:
    value = number(cells.get("factor") or "1")
    return cells.get("factor") if isinstance(value, Wrong) else reduce(value)


_EQUAL: Final[Mapping[str, Mapping[str, Meaning]]] = {
    "metrics": {
        "unit_id": _text("unit_id"),
        "kind": _text("kind"),
        "non_negative": _non_negative,
    },
    "units": {"dimension": dimension, "factor": _factor, "iso4217": _text("iso4217")},
}
"""What has to be the same, said or not: figures mean something else without it."""
_COMPATIBLE: Final[Mapping[str, tuple[str, ...]]] = {
    "entities": ("kind", "wikidata"),
    "sources": ("url", "published", "sha256", "derived_from", "status"),
}
"""What has to be the same where both say it."""
_WITH_TEXT: Final = ("path", "sha256")
"""Of a source: they go together, and offsets of claims belong to them."""


def contradictions(table: str, ours: Cells, theirs: Cells) -> Iterator[str]:
    """The columns in which two rows about one thing contradict each other."""
    for column, meaning in _EQUAL.get(table, {}).items():
        if meaning(ours) != meaning(theirs):
            yield column
    for column in _COMPATIBLE.get(table, ()):
        mine, other = ours.get(column, ""), theirs.get(column, "")
        if mine and other and normalize("NFC", mine) != normalize("NFC", other):
            yield column


def filled(table: str, ours: Cells, theirs: Cells) -> dict[str, str]:
    """Our row, with what it leaves empty as theirs has it."""
    kept = _EQUAL.get(table, {})
    if table == "sources" and any(ours.get(column) for column in _WITH_TEXT):
        kept = {**kept, **dict.fromkeys(_WITH_TEXT, _text(""))}
    added = {column: cell for column, cell in theirs.items() if cell and column not in kept}
    return {**added, **{column: cell for column, cell in ours.items() if cell}}
