"""What differs between two editions of a package, as values that any format can draw."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.records import Record, frozen

Cells = tuple[tuple[str, str], ...]
"""Columns with the text of their cells, the empty ones left out."""
Case = tuple[tuple[str, str], ...]

PATCH, MINOR, MAJOR = "patch", "minor", "major"
LEVELS = (PATCH, MINOR, MAJOR)


@frozen
class Edition(Record):
    """One of the two packages."""

    name: str
    version: str
    path: str


@frozen
class Row(Record):
    """A row that stands in one edition alone."""

    key: str
    """Empty in a table without a key."""
    cells: Cells
    path: str
    line: int


@frozen
class CellChange(Record):
    """A cell of a row that stands in both."""

    column: str
    old: str
    new: str


@frozen
class RowChange(Record):
    """A row that stands in both and is not the same; the line is that of the new one."""

    key: str
    cells: tuple[CellChange, ...]
    path: str
    line: int


@frozen
class SchemaChange(Record):
    """What one column, or the table as a whole (an empty name), is declared to be."""

    column: str
    what: str
    """type, format, constraints, primaryKey or foreignKeys."""
    old: str
    new: str


@frozen
class TableChange(Record):
    """A table that differs; one that is not there on one side has all its rows on the other."""

    name: str
    presence: str
    """both, added or removed."""
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    reordered: bool
    schema: tuple[SchemaChange, ...]
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    changed: tuple[RowChange, ...]

    @property
    def differs(self) -> bool:
        """Whether there is anything to tell."""
        rows = self.added or self.removed or self.changed
        columns = self.columns_added or self.columns_removed or self.reordered or self.schema
        return bool(rows or columns or self.presence != "both")


@frozen
class PropertyChange(Record):
    """A property of the descriptor, as JSON text; None where it is not there."""

    name: str
    old: str | None
    new: str | None


@frozen
class NamedChange(Record):
    """A resource that is no table of claims, or a rule or define: added, removed or changed."""

    kind: str
    name: str
    how: str


@frozen
class VerdictChange(Record):
    """A case with another verdict than before; None where there is no such case."""

    rule: str
    case: Case
    old: str | None
    new: str | None
    claims: tuple[str, ...]
    """Claims of the case that were added, removed or changed."""
    rule_changed: bool
    """Whether the rule, or some define, is another one."""


@frozen
class Reason(Record):
    """Why a version has to be raised to a level."""

    level: str
    text: str


@frozen
class Proposal(Record):
    """The version that the changes call for."""

    level: str
    """patch, minor or major; empty when nothing calls for another version."""
    reasons: tuple[Reason, ...]
    """Of all levels, the highest first."""
    version: str
    """Empty without a level, or when the old version is not three numbers."""
    is_enough: bool | None
    """Whether the new version is that one or a later one; None where that cannot be told."""


@frozen
class Comparison(Record):
    """Two editions side by side; everything in a stable order."""

    old: Edition
    new: Edition
    properties: tuple[PropertyChange, ...]
    tables: tuple[TableChange, ...]
    resources: tuple[NamedChange, ...]
    rules: tuple[NamedChange, ...]
    verdicts: tuple[VerdictChange, ...]
    proposal: Proposal
    problems: tuple[Diagnostic, ...]
    """Errors; with any, verdicts were not compared."""
    texts: tuple[tuple[str, str], ...]
    """The rule files as read: path and text."""

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        return bool(self.properties or self.tables or self.resources or self.rules or self.verdicts)
