"""What is published, as values: tables, rule files and attachments, before any file is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from factcheck.records import Record, frozen
from factcheck.verdicts.result import CheckResult

Json: TypeAlias = dict[str, Any]
Files: TypeAlias = dict[str, bytes]
"""The content of each file by its path in the published form, with `/`."""


@frozen
class PublishedTable(Record):
    """One table: its cells as the text that its CSV has, and the Table Schema that types them."""

    name: str
    title: str
    description: str
    schema: Json
    rows: Sequence[Sequence[str]]
    extra: Mapping[str, Any]
    """Further properties of its resource, as the package's own descriptor has them."""

    @property
    def path(self) -> str:
        """Where its CSV lies."""
        return f"data/{self.name}.csv"

    @property
    def parquet_path(self) -> str:
        """Where the same lies as Parquet."""
        return f"data/{self.name}.parquet"

    @property
    def fields(self) -> list[Json]:
        """The fields of the schema, in the order of the columns."""
        listed: list[Json] = self.schema["fields"]
        return listed

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [field["name"] for field in self.fields]

    @property
    def typed_columns(self) -> list[tuple[str, str]]:
        """The same with their types."""
        return [(field["name"], field["type"]) for field in self.fields]


@frozen
class Content(Record):
    """All that a published form holds, in its order."""

    source: Json
    """The package's own descriptor."""
    result: CheckResult
    tables: tuple[PublishedTable, ...]
    rules: Mapping[str, str]
    """The text of each rule file by its path in the published form."""
    others: tuple[Json, ...]
    """Resources that are none of our tables, as they are."""
    attached: Mapping[str, bytes]
    """Files that the descriptor or the table of sources names, by their paths."""
    packages: tuple[Json, ...] = ()
    """Other packages whose claims are among these."""

    @property
    def stem(self) -> str:
        """What the archive is called, without its ending."""
        return f"{self.source['name']}-{self.source['version']}"
