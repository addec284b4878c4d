"""What of a package can be computed from quotes and texts, and is not there or out of date.

Places of quotes that stand once in their text, last digits that are left out, hashes that are left
out. What a person wrote otherwise is left: a hash that differs says that the text changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import normalize

from factcheck.claims.model import Claims
from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.grounding.edits import Change, Edits, changes, edited, settable
from factcheck.grounding.ground import Examined, counted, examine
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.model import Grounding
from factcheck.records import Factory, Record, define, frozen
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import Table, read_table
from factcheck.vocabulary.descriptor import Descriptor, read_descriptor
from factcheck.vocabulary.files import read_bytes
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import Place
from factcheck.vocabulary.read import read_vocabulary
from factcheck.vocabulary.resources import Resource
from factcheck.vocabulary.wrong import Wrong

_PLACE = ("char_start", "char_end")

Wanted = Mapping[tuple[str, str], str]
"""New texts by the key of a row and the column."""


@frozen
class File(Record):
    """A table with its text now, and as it would be."""

    path: str
    """The real path."""
    shown: str
    before: str
    after: str


@frozen
class Mended(Record):
    """What grounding a package gives, and what could be filled in."""

    grounding: Grounding | None
    """None where the package could not be read."""
    problems: tuple[Diagnostic, ...]
    changes: tuple[Change, ...] = ()
    files: tuple[File, ...] = ()
    """Only those that would change."""


def mend(package: Place, sources: str | None = None) -> Mended:
    """Read a package, hold its claims against their quotes, and say what could be filled in."""
    descriptor, found = read_descriptor(package)
    vocabulary, claims = None, None
    if descriptor is not None:
        vocabulary, more = read_vocabulary(descriptor)
        found = [*found, *more]
    if descriptor is not None and vocabulary is not None:
        claims, more = read_claims(descriptor, vocabulary)
        found = [*found, *more]
    if descriptor is None or vocabulary is None or claims is None:
        return Mended(None, tuple(sorted_diagnostics(found)))
    return _mend(descriptor, vocabulary, claims, sources, found)


def _mend(
    descriptor: Descriptor,
    vocabulary: Vocabulary,
    claims: Claims,
    sources: str | None,
    found: list[Diagnostic],
) -> Mended:
    examined = examine(descriptor, vocabulary, claims, sources)
    filling = _Filling(descriptor)
    filling.set("claims", {**_places(claims, examined), **_decimals(examined)})
    filling.set("sources", _hashes(vocabulary, examined))
    problems = sorted_diagnostics([*found, *examined.diagnostics])
    grounding = counted(examined)
    return Mended(grounding, tuple(problems), tuple(filling.changes), tuple(filling.files))


def _places(claims: Claims, examined: Examined) -> Wanted:
    """Where quotes stand that have one place, and not the one that is given."""
    edits: dict[tuple[str, str], str] = {}
    for claim in claims.rows:
        start = examined.starts.get(claim.id)
        if start is not None:
            edits[claim.id, "char_start"] = str(start)
            edits[claim.id, "char_end"] = str(start + len(claim.quote))
    return edits


def _decimals(examined: Examined) -> Wanted:
    """The last digits that quotes print, of claims that leave them out."""
    return {
        (claim.id, "decimals"): str(judgement.decimals)
        for claim, judgement in examined.judgements
        if claim.decimals is None and _is_sure(judgement)
    }


def _is_sure(judgement: Judgement) -> bool:
    return judgement.decimals is not None and judgement.verified


def _hashes(vocabulary: Vocabulary, examined: Examined) -> Wanted:
    """The hashes of texts at hand whose sources have none."""
    return {
        (name, "sha256"): text.sha256
        for name, text in examined.texts.items()
        if not vocabulary.sources[name].sha256
    }


@define
class _Filling:
    """Collects what is set, table by table."""

    descriptor: Descriptor
    changes: list[Change] = Factory(list)
    files: list[File] = Factory(list)

    def set(self, name: str, wanted: Wanted) -> None:
        """Set cells of the package's own table, as far as it has their rows and columns."""
        resource = self.descriptor.resources.get(name)
        table, text = self._read(resource) if resource and wanted else (None, "")
        if table is None or resource is None:
            return
        kept = _kept(name, table, wanted)
        if kept:
            after = edited(text, table, kept)
            self.changes += changes(table, kept)
            self.files.append(File(str(resource.path), resource.shown, text, after))

    def _read(self, resource: Resource) -> tuple[Table | None, str]:
        """The table, and its file as text with the line ends that it has."""
        limits = self.descriptor.limits
        table = read_table(resource, limits, Mistakes(limits.max_diagnostics))
        data = read_bytes(resource.path, resource.shown, limits.max_table_bytes, "max_table_bytes")
        return (None, "") if isinstance(data, Wrong) else (table, data.decode("utf-8"))


def _kept(name: str, table: Table, wanted: Wanted) -> Edits:
    """What is wanted, by the lines of the rows that the table has."""
    place = table.columns.index(SHAPES[name].columns[0])
    pairs = zip(table.rows, table.lines, strict=True)
    lines = {normalize("NFC", row[place]): line for row, line in pairs}
    return {
        (lines[key], column): new
        for (key, column), new in wanted.items()
        if key in lines and _has(table, column)
    }


def _has(table: Table, column: str) -> bool:
    """A place is set whole or not at all."""
    return settable(table, _PLACE if column in _PLACE else (column,))
