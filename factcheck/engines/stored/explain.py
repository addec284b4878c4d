"""What is wrong with rows that look odd, in the words of the reader of claims."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from factcheck.claims.model import Claim
from factcheck.claims.read import claims_of
from factcheck.engines.sql import query
from factcheck.engines.sql.expression import Column
from factcheck.engines.sql.query import Join, Select
from factcheck.engines.stored.raw import RAW, ROW, Cells, Raw, stored
from factcheck.records import define
from factcheck.vocabulary.csv_table import Table
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.parquet_table import RowTable
from factcheck.vocabulary.rows import rows_of

TABLE: Final = query.Table(RAW)
_ASKED: Final = "asked"
_LISTED: Final = 100_000
"""Of the ids, when all are asked for."""


@define
class StoredKeys(Collection[str]):
    """The ids of all claims, asked for one by one."""

    raw: Raw
    column: str
    given: frozenset[str] = frozenset()

    def __contains__(self, key: object) -> bool:
        if key in self.given:
            return True
        door, own = self.raw.door, Column(self.column, RAW)
        door.fill(_ASKED, (("key", "TEXT"),), [(str(key),)])  # whatever characters it has
        join = Join(query.Table(_ASKED), own.equals(Column("key", _ASKED)), "semi")
        found = door.rows(Select({"key": own}, TABLE, [join], limit=1))
        door.drop(_ASKED)
        return bool(found)

    def __iter__(self) -> Iterator[str]:
        listed = Select({"key": Column(self.column)}, TABLE, order=(Column(ROW),), limit=_LISTED)
        for (key,) in self.raw.door.rows(listed):
            yield key

    def __len__(self) -> int:
        return self.raw.rows


@define
class Reader:
    """Reads rows of the stored table as the reader of claims does."""

    raw: Raw
    descriptor: Descriptor
    vocabulary: Vocabulary

    def claims(self, rows: Collection[int]) -> tuple[Claim, ...]:
        """The claims of some rows of a table that has been checked."""
        return self.read(self.raw.cells(rows), Mistakes(0))

    def read(
        self, found: Sequence[Cells], mistakes: Mistakes, lines: Sequence[str] = ()
    ) -> tuple[Claim, ...]:
        """The claims in some cells, and what is wrong with them; `lines` are those of the file."""
        kind = Table if lines else RowTable
        table = kind(
            self.descriptor.resources["claims"].shown,
            self.raw.columns,
            [cells for _, cells in found],
            [self.raw.line(row) for row, _ in found],
            lines,
        )
        read = rows_of("claims", table, mistakes, self.descriptor)
        if read is None:
            return ()
        column = stored(self.raw.columns.index("claim_id"))
        keys = StoredKeys(self.raw, column, frozenset(read.keys))
        return claims_of(read, keys, self.descriptor, self.vocabulary)
