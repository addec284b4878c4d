"""Drafting on one page: read a text, leave out what the package has, fill a row for each figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.drafts.cells import Filling
from factcheck.drafts.model import Draft, Drafts
from factcheck.drafts.package import COLUMNS, DraftPackage, Known
from factcheck.drafts.periods import Sentences, date_beside
from factcheck.drafts.relative import relative_beside
from factcheck.grounding.limits import MAX_TEXT_BYTES
from factcheck.quantities import Quantity, read_quantities, with_words
from factcheck.quantities.lexicon import Lexicon
from factcheck.records import define
from factcheck.vocabulary.decoding import not_utf8
from factcheck.vocabulary.files import read_bytes
from factcheck.vocabulary.model import Source
from factcheck.vocabulary.wrong import Wrong

_NO_AMOUNTS = ("date", "time")
_NAMELESS = "draft"


def draft(path: str, package: DraftPackage | None = None, source: str | None = None) -> Drafts:
    """The figures of the text in a file as rows; problems where it cannot be read."""
    columns = package.columns if package else COLUMNS
    data = read_bytes(Path(path), path, MAX_TEXT_BYTES, "MAX_TEXT_BYTES")
    if isinstance(data, Wrong):
        return _stopped(path, columns, data.at(at(path)))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _stopped(path, columns, not_utf8(data, error.start, path))
    found = package.source_of(source, path, data) if package else None
    if isinstance(found, Diagnostic):
        return _stopped(path, columns, found)
    name = found.id if found else source or ""
    known = Known(package.claims, name, text) if package and found else None
    words = with_words(package.vocabulary.words) if package else None
    drafting = _Drafting(text, name, found, _filling(package), _ids(package), words)
    rows, left_out = drafting.rows(known)
    return Drafts(path, name, columns, rows, left_out)


def _stopped(path: str, columns: tuple[str, ...], problem: Diagnostic) -> Drafts:
    return Drafts(path, "", columns, (), 0, (problem,))


def _filling(package: DraftPackage | None) -> Filling:
    return Filling(package.units, package.hedges) if package else Filling(None, None)


def _ids(package: DraftPackage | None) -> set[str]:
    return {row.text("claim_id") for row in package.claims} if package else set()


@define
class _Drafting:
    """The drafts of one text."""

    text: str
    name: str
    source: Source | None
    filling: Filling
    taken: set[str]
    """Ids that rows have."""
    words: Lexicon | None
    """Those that the package adds with those of the languages."""

    def rows(self, known: Known | None) -> tuple[tuple[Draft, ...], int]:
        """The rows, and how many figures the package has already."""
        figures = read_quantities(self.text, self.words)
        dates = [figure for figure in figures if figure.kind == "date"]
        starts = [date.start for date in dates]
        sentences, lines = Sentences(self.text), _Lines(self.text)
        rows: list[Draft] = []
        by_figure: dict[int, str] = {}
        amounts = [pair for pair in enumerate(figures) if pair[1].kind not in _NO_AMOUNTS]
        fresh = [pair for pair in amounts if known is None or not known.has(pair[1])]
        for index, figure in fresh:
            cells, notes = self.filling.cells(figure)
            date = date_beside(figure, dates, starts, sentences)
            when = date.text if date else relative_beside(self.text, figure, sentences)
            period = self._period(date.period if date else "", when, notes)
            by_figure[index] = self._id(len(rows) + 1)
            if figure.converts in by_figure and cells:
                cells["converts"] = by_figure[figure.converts]
            place = self._place(by_figure[index], figure, period, notes)
            rows.append(Draft({**cells, **place}, bool(cells), lines.of(figure.start)))
        return tuple(rows), len(amounts) - len(fresh)

    def _place(
        self, claim: str, figure: Quantity, period: str, notes: Sequence[str]
    ) -> Mapping[str, str]:
        """Where it stands, and what is to be known."""
        return {
            "claim_id": claim,
            "source_id": self.name,
            "period": period,
            "quote": figure.text,
            "char_start": str(figure.start),
            "char_end": str(figure.end),
            "note": "; ".join(("draft", *notes)),
        }

    def _period(self, period: str, words: str, notes: list[str]) -> str:
        """The period; of words that do not print its year, only a note."""
        if words and not period:
            when = self.source.published if self.source else None
            published = f", and the source is of {when.isoformat()}" if when else ""
            notes.append(f"beside it stands `{words}`{published}")
        return period

    def _id(self, number: int) -> str:
        """An id that no row has."""
        base = self.name or _NAMELESS
        while f"{base}_{number:03}" in self.taken:
            number += 1
        self.taken.add(f"{base}_{number:03}")
        return f"{base}_{number:03}"


class _Lines:
    """The lines of a text by the places where they begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        place = text.find("\n")
        while place >= 0:
            self._starts.append(place + 1)
            place = text.find("\n", place + 1)

    def of(self, place: int) -> int:
        """The number of the line, from 1."""
        return bisect_right(self._starts, place)
