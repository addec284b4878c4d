"""The words of a table of claims: each distinct text of a column read once, by its own type."""

from __future__ import annotations

from collections.abc import Mapping
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


@frozen
class Words(Record):
    """What each distinct text of some columns means, by column; mistakes among it."""

    meanings: Mapping[str, Mapping[str, Any]]

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
    found = {}
    for column in (*_READ, *vocabulary.dimensions):
        texts = _texts(raw, column) if column in raw.columns else {""}
        found[column] = {text: types[column][text] for text in sorted(texts)}
    return Words(found)


def _texts(raw: Raw, column: str) -> set[str]:
    """The distinct texts of a column, found by their own type where they stand in it."""
    query = Select({"word": Column(raw.own(column))}, Table(RAW), distinct=True)
    found = raw.door.rows(query, raw.door.most.rows, f"different texts of `{column}`")
    return {"" if word is None else str(word) for (word,) in found}
