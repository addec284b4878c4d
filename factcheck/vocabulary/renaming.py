"""The cells of a package that was taken, in the ids of the package that took it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias
from unicodedata import normalize

from factcheck.vocabulary.taking import BETWEEN, Taking

Rename: TypeAlias = Callable[[str], str]
"""From the text of their cell to that of ours; an empty cell stays so."""

_UNIT: Final = re.compile(r"[^/*×·^\s]+")
_REFERENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "sources": {"source_id": "sources", "derived_from": "sources"},
    "entities": {"entity_id": "entities"},
    "memberships": {"group_id": "entities", "member_id": "entities", "source_id": "sources"},
    "metrics": {"metric_id": "metrics", "unit_id": "units"},
    "units": {"unit_id": "units"},
    "rates": {
        "rate_id": "rates",
        "from_unit": "units",
        "to_unit": "units",
        "source_id": "sources",
    },
    "claims": {
        "claim_id": "claims",
        "source_id": "sources",
        "entity_id": "entities",
        "metric_id": "metrics",
        "unit_id": "units",
        "hedge": "hedges",
        "converts": "claims",
    },
}
"""For each table, the columns that hold ids, and of which table they are."""
_OWN: Final = ("sources", "rates", "claims")
"""Tables whose rows are never another package's, unless it says so."""


def renames(table: str, taking: Taking, folder: str) -> Mapping[str, Rename]:
    """How the cells of a table are renamed, by column; `folder` is the other package's."""
    found = {
        column: _of_units(taking) if of == "units" else renaming(of, taking)
        for column, of in _REFERENCES[table].items()
    }
    if table == "sources" and folder:
        found["path"] = lambda cell: f"{folder}/{cell}" if cell else ""
    return found


def renaming(table: str, taking: Taking) -> Rename:
    """How ids of a table of theirs are called here."""
    same = {normalize("NFC", id_): ours for id_, ours in taking.same.get(table, {}).items()}
    apart = {normalize("NFC", id_) for id_ in taking.apart.get(table, ())}
    known: dict[str, str] = {"": ""}

    def rename(cell: str) -> str:
        if cell not in known:
            # With a space around it, it is no id, and stays for the reader to refuse.
            known[cell] = renamed(normalize("NFC", cell)) if cell == cell.strip() else cell
        return known[cell]

    def renamed(id_: str) -> str:
        if id_ in same:
            return normalize("NFC", same[id_])
        return f"{taking.name}{BETWEEN}{id_}" if table in _OWN or id_ in apart else id_

    return rename


def _of_units(taking: Taking) -> Rename:
    """Each id in a unit that is put together."""
    one = renaming("units", taking)
    return lambda cell: _UNIT.sub(lambda match: one(match[0]), cell)
