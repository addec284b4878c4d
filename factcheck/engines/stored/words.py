"""The words of a table of claims: each distinct text of a column read once, by its own type."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from factcheck.claims.columns import Columns
from factcheck.engines.sql.expression import Column
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.stored.raw import RAW, Raw
from factcheck.records import Record, frozen
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.wrong import Wrong

_READ: Final = (
    "source_id",
    "entity_id",
    "metric_id",
    "unit_id",
    "period",
    "relation",
    "hedge",
    "decimals",
    "status",
    "inferred",
)
"""The columns whose words are read here; the others differ from row to row."""


_PAIR: Final = ("metric_id", "unit_id")
"""Those of them that have to fit each other."""


@frozen
class Words(Record):
    """What each distinct text of some columns means, by column; mistakes among it."""

    meanings: Mapping[str, Mapping[str, Any]]
    pairs: Collection[tuple[str, ...]]
    """The metrics and the units that stand in one row, by their texts."""

    def wrong(self, column: str) -> list[str]:
        """The words that a column must not have."""
        return [text for text, value in self.meanings[column].items() if isinstance(value, Wrong)]

    def right(self, column: str) -> Mapping[str, Any]:
        """The other words, with what they mean."""
        found = self.meanings[column]
        return {text: value for text, value in found.items() if not isinstance(value, Wrong)}


def read_words(raw: Raw, vocabulary: Vocabulary, limits: Limits) -> Words:
    """The words of all columns that are read by words; of a missing column, the empty one."""
    types = Columns(raw.columns, (), vocabulary, limits).types
    pairs = _texts(raw, *_PAIR)
    known = {column: {pair[place] for pair in pairs} for place, column in enumerate(_PAIR)}
    found = {}
    for column in (*_READ, *vocabulary.dimensions):
        if column not in known:
            given = _texts(raw, column) if column in raw.columns else {("",)}
            known[column] = {text for (text,) in given}
        found[column] = {text: types[column][text] for text in sorted(known[column])}
    return Words(found, pairs)


def _texts(raw: Raw, *columns: str) -> set[tuple[str, ...]]:
    """The distinct texts of columns, found by their own types where they stand in them."""
    own = {raw.own(column): Column(raw.own(column)) for column in columns}
    query = Select(own, Table(RAW), distinct=True)
    what = " and ".join(f"`{column}`" for column in columns)
    found = raw.door.rows(query, raw.door.most.rows, f"different texts of {what}")
    return {tuple("" if word is None else str(word) for word in row) for row in found}
