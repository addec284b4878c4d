"""What a package says to its drafts: its units and hedges, its columns, and what it has already."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import UNKNOWN_REFERENCE
from factcheck.diagnostics.span import at
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.grounding.place import occurrences
from factcheck.grounding.units import PrintedUnits
from factcheck.quantities import Quantity
from factcheck.records import Record, frozen
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import Table, read_table
from factcheck.vocabulary.descriptor import Descriptor, read_descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Hedge, Source, Vocabulary
from factcheck.vocabulary.opened import Place
from factcheck.vocabulary.read import read_vocabulary
from factcheck.vocabulary.resources import Resource
from factcheck.vocabulary.rows import Rows, read_rows
from factcheck.vocabulary.wrong import Wrong, shorten

COLUMNS = SHAPES["claims"].columns


@frozen
class DraftPackage(Record):
    """A package as far as drafts need it; its claims may have mistakes, as drafts have."""

    descriptor: Descriptor
    vocabulary: Vocabulary
    units: PrintedUnits
    claims: Rows
    """With those of the packages that it takes."""
    own: Table

    @property
    def resource(self) -> Resource:
        """The table of claims."""
        return self.descriptor.resources["claims"]

    @property
    def columns(self) -> tuple[str, ...]:
        """Of the package's own table of claims."""
        return self.own.columns

    @property
    def hedges(self) -> Mapping[str, Hedge]:
        """The policy of hedges."""
        return self.vocabulary.hedges

    def source_of(self, name: str | None, path: str, data: bytes) -> Source | Diagnostic | None:
        """The source that is named, else the one whose text this is; None where there is none."""
        sources = self.vocabulary.sources
        if name is not None:
            return sources.get(name) or self._unknown(name)
        digest, file = hashlib.sha256(data).hexdigest(), Path(path)
        for source in sources.values():
            if source.sha256.lower() == digest:
                return source
        return next(
            (
                source
                for source in sources.values()
                if source.id in {file.stem, file.name}
                or (source.path and source.path.rpartition("/")[2] == file.name)
            ),
            None,
        )

    def _unknown(self, name: str) -> Diagnostic:
        message = f"`{shorten(name)}` is not in the table `sources`"
        help_ = did_you_mean(name, self.vocabulary.sources) or "add it to the table `sources`"
        return Wrong(UNKNOWN_REFERENCE, message, help_).at(at(self.descriptor.shown))


def open_package(package: Place) -> tuple[DraftPackage | None, list[Diagnostic]]:
    """The package, or what is wrong with it outside the cells of its claims."""
    descriptor, found = read_descriptor(package)
    if descriptor is None:
        return None, found
    vocabulary, wrong = read_vocabulary(descriptor)
    limits = descriptor.limits
    mistakes = Mistakes(limits.max_diagnostics)
    rows = read_rows("claims", descriptor, mistakes)
    resource = descriptor.resources.get("claims")
    own = read_table(resource, limits, mistakes) if resource else None
    if vocabulary is None or rows is None or own is None:
        return None, [*found, *wrong, *mistakes.told()]
    units = PrintedUnits(descriptor, vocabulary.units)
    return DraftPackage(descriptor, vocabulary, units, rows, own), []


class Known:
    """The places of a text that the claims of a package quote."""

    def __init__(self, rows: Rows, source: str, text: str) -> None:
        places = sorted(
            place
            for row in rows
            if row.text("source_id") == source and row.text("quote")
            for place in _places(row.text("quote"), row.text("char_start"), text)
        )
        self._starts = [start for start, _ in places]
        self._ends: list[int] = []
        for _, end in places:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def has(self, figure: Quantity) -> bool:
        """Whether a quote reaches into the number of a figure."""
        before = bisect_left(self._starts, figure.number_end)
        return before > 0 and self._ends[before - 1] > figure.number_start


def _places(quote: str, start: str, text: str) -> Sequence[tuple[int, int]]:
    """Where a quote stands: where its row says, else its only place."""
    if start.isascii() and start.isdigit() and text.startswith(quote, int(start)):
        return [(int(start), int(start) + len(quote))]
    found = occurrences(text, quote, most=2)
    return [(found[0], found[0] + len(quote))] if len(found) == 1 else []
