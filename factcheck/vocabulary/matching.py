"""Which rows of a package that is taken are about what is there already, and whether they agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from unicodedata import normalize

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import TAKEN_TWICE, TWO_MEANINGS, UNKNOWN_REFERENCE
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.records import Factory, define
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.joining import Cells, Joining, Part
from factcheck.vocabulary.shared_rows import contradictions, dimension, filled
from factcheck.vocabulary.taking import MOVABLE, SHARED, Taking
from factcheck.vocabulary.wrong import Wrong, shorten

_COPIES = ("url", "sha256")
"""Columns in which two rows about one text are the same."""
_ANCHORED = ("ratio", "day", "money")
"""Dimensions whose base is the same in every package."""


def _said(cells: Cells, column: str) -> str:
    cell = cells.get(column, "")
    return f"`{shorten(cell)}`" if cell else "nothing"


@define
class Matching:
    """One table of several packages, with the rows that were seen so far."""

    name: str
    descriptor: Descriptor
    joining: Joining = Factory(Joining)
    keys: dict[str, int] = Factory(dict)
    """The row of each key, where rows of two packages may be about one thing."""
    found: list[Diagnostic] = Factory(list)

    def own(self, part: Part) -> None:
        """The package's own rows."""
        self._learn(self.joining.add(part, {}))

    def take(self, taking: Taking, part: Part) -> None:
        """Rows of another package: those about something new, after a comparison of the others."""
        self.found += self._unknown(taking, part)
        pairs = self._pairs(taking, part)
        number = len(self.joining.parts)
        for index, row in pairs.items():
            self._compare(taking, part, index, row)
        rows = self.joining.add(part, pairs)
        if self.name == "units":
            self.found += self._unanchored(taking, number, pairs)
        if self.name == "sources":
            self.found += self._copies(rows)
        self._learn(rows)

    def _learn(self, rows: range) -> None:
        if self.name in SHARED:
            for row, key in zip(rows, self.joining.column(self._key, rows), strict=True):
                self.keys.setdefault(normalize("NFC", key), row)

    @property
    def _key(self) -> str:
        return SHAPES[self.name].columns[0]

    def _theirs(self, part: Part) -> list[str]:
        """The keys that they have in their own table."""
        place = part.table.columns.index(self._key)
        return [normalize("NFC", row[place]) for row in part.table.rows]

    def _pairs(self, taking: Taking, part: Part) -> Mapping[int, int]:
        """Their rows that are about one of ours, with ours."""
        if self.name not in SHARED:
            return {}
        same = {normalize("NFC", one) for one in taking.same.get(self.name, ())}
        apart = {normalize("NFC", one) for one in taking.apart.get(self.name, ())}
        by_id = self.name != "sources"
        place = part.columns.index(self._key)
        found = {}
        for index, id_ in enumerate(self._theirs(part)):
            row = self.keys.get(normalize("NFC", part.rows[index][place]))
            if row is not None and (id_ in same or (by_id and id_ not in apart)):
                found[index] = row
        return found

    def _compare(self, taking: Taking, part: Part, index: int, row: int) -> None:
        """Whether their row says what ours says; ours gets what it leaves empty."""
        ours, theirs = self.joining.cells(row), part.cells(index)
        for column in contradictions(self.name, ours, theirs):
            shown = shorten(ours.get(self._key, ""))
            message = (
                f"`{shown}` has {_said(ours, column)} in `{column}` here, and "
                f"{_said(theirs, column)} in `{taking.name}`"
            )
            label = Label(self._span(row, column), "here")
            id_ = part.table.rows[index][part.table.columns.index(self._key)]
            wrong = Wrong(TWO_MEANINGS, message, self._way_out(shorten(id_)))
            self.found.append(wrong.at(part.table.span(index, column), label))
        self.joining.changed[row] = filled(self.name, ours, theirs)

    def _way_out(self, id_: str) -> str:
        if self.name in MOVABLE:
            return f'keep them apart: "apart": {{"{self.name}": ["{id_}"]}}; or mend one of the two'
        if self.name == "units":
            return f'say which of our units it is: "same": {{"units": {{"{id_}": "…"}}}}'
        return f'take `{id_}` out of "same", or mend one of the two'

    def _span(self, row: int, column: str) -> Span:
        part, index = self.joining.origins[row]
        return self.joining.parts[part].table.span(index, column)

    def _unknown(self, taking: Taking, part: Part) -> Iterator[Diagnostic]:
        """Ids that the resource speaks of, and that one of the packages lacks."""
        if self.name not in SHARED:
            return
        theirs = dict.fromkeys(self._theirs(part))
        for key, said in (("same", taking.same), ("apart", taking.apart)):
            for id_ in sorted(said.get(self.name, ())):
                if normalize("NFC", id_) not in theirs:
                    yield self._no_id(taking, key, id_, theirs, f" of `{taking.name}`")
        for id_ in sorted(set(taking.same.get(self.name, {}).values())):
            if normalize("NFC", id_) not in self.keys:
                yield self._no_id(taking, "same", id_, self.keys, " of this package")

    def _no_id(
        self, taking: Taking, key: str, id_: str, known: Collection[str], whose: str
    ) -> Diagnostic:
        message = f"`{shorten(id_)}` is not in the table `{self.name}`{whose}"
        wrong = Wrong(UNKNOWN_REFERENCE, message, did_you_mean(id_, known))
        return wrong.at(self.descriptor.span(*taking.at(key, self.name)))

    def _unanchored(
        self, taking: Taking, number: int, pairs: Mapping[int, int]
    ) -> Iterator[Diagnostic]:
        """Dimensions that both packages have, and no unit: their bases may be two."""
        part = self.joining.parts[number]
        shared = {dimension(self.joining.cells(row)) for row in pairs.values()}
        before = {dimension(self.joining.cells(row)): row for row in self.keys.values()}
        for index in range(len(part.rows)):
            name = dimension(part.cells(index))
            if name in before and name not in shared and name not in _ANCHORED:
                shared.add(name)
                message = (
                    f"`{taking.name}` has units of the dimension `{shorten(name)}`, and none of "
                    "those that are here: factors to two bases cannot be compared"
                )
                help_ = f"add one of them to {self.joining.parts[0].table.path}, with its factor"
                label = Label(self._span(before[name], "unit_id"), "here")
                span = part.table.span(index, "dimension")
                yield Wrong(TWO_MEANINGS, message, help_).at(span, label)

    def _copies(self, rows: range) -> Iterator[Diagnostic]:
        """Sources of two packages that are one text."""
        before = range(rows.start)
        for column in _COPIES:
            known = dict(zip(self.joining.column(column, before), before, strict=True))
            for row, cell in zip(rows, self.joining.column(column, rows), strict=True):
                if cell and cell in known:
                    ids = [self.joining.cells(one)[self._key] for one in (row, known[cell])]
                    message = f"`{shorten(ids[0])}` has the `{column}` of `{shorten(ids[1])}`"
                    help_ = "if they are one text, say so in `same`, else it counts twice"
                    label = Label(self._span(known[cell], column), "here")
                    yield Wrong(TAKEN_TWICE, message, help_).at(self._span(row, column), label)
