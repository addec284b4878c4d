"""The words of a table of claims: each distinct text of a column read once, by its own type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from factcheck.claims.columns import Columns
from factcheck.engines.sql.expression import Column, call
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.stored.raw import RAW, Raw
from factcheck.records import Record, frozen
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.model import Metric, Vocabulary
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
    pairs: Mapping[tuple[str, ...], int]
    """The metrics and the units that stand in one row, by their texts, with how many rows."""

    def wrong(self, column: str) -> list[str]:
        """The words that a column must not have."""
        return [text for text, value in self.meanings[column].items() if isinstance(value, Wrong)]

    def right(self, column: str) -> Mapping[str, Any]:
        """The other words, with what they mean."""
        found = self.meanings[column]
        return {text: value for text, value in found.items() if not isinstance(value, Wrong)}

    def claims(self) -> Counter[str]:
        """How many claims there are of each metric."""
        metrics: Mapping[str, Metric] = self.right("metric_id")
        found: Counter[str] = Counter()
        for (metric, _), rows in self.pairs.items():
            found[metrics[metric].id] += rows
        return found


def read_words(raw: Raw, vocabulary: Vocabulary, limits: Limits) -> Words:
    """The words of all columns that are read by words; of a missing column, the empty one."""
    types = Columns(raw.columns, (), vocabulary, limits).types
    pairs = _counted(raw, _PAIR)
    known = {column: {pair[place] for pair in pairs} for place, column in enumerate(_PAIR)}
    found = {}
    for column in (*_READ, *vocabulary.dimensions):
        if column not in known:
            known[column] = _texts(raw, column) if column in raw.columns else {""}
        found[column] = {text: types[column][text] for text in sorted(known[column])}
    return Words(found, pairs)


def _texts(raw: Raw, column: str) -> set[str]:
    """The distinct texts of a column, found by its own type where it stands in it."""
    own = raw.own(column)
    query = Select({own: Column(own)}, Table(RAW), distinct=True)
    found = raw.door.rows(query, raw.door.most.rows, f"different texts of `{column}`")
    return {_text(word) for (word,) in found}


def _counted(raw: Raw, columns: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The distinct texts of columns beside one another, with how many rows have them."""
    own = {raw.own(column): Column(raw.own(column)) for column in columns}
    query = Select({**own, "n": call("count")}, Table(RAW), group=tuple(own.values()))
    what = " and ".join(f"`{column}`" for column in columns)
    rows = raw.door.rows(query, raw.door.most.rows, f"different texts of {what}")
    found: Counter[tuple[str, ...]] = Counter()
    for *words, number in rows:
        found[tuple(map(_text, words))] += int(number)
    return dict(found)


def _text(word: object) -> str:
    return "" if word is None else str(word)
