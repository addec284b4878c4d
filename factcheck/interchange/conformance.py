"""The judgement of frictionless and of our own profile on a package, as diagnostics."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from factcheck.diagnostics import conformance_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.span import Span, at
from factcheck.interchange import door
from factcheck.interchange.door import Objection
from factcheck.interchange.kinds import BELOW, CODES
from factcheck.interchange.records import Records
from factcheck.interchange.withhold import withhold
from factcheck.vocabulary.descriptor import Descriptor, read_descriptor
from factcheck.vocabulary.descriptor_file import DescriptorFile, open_descriptor
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.json_places import JsonPath
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.opened import Place
from factcheck.vocabulary.profile import violations
from factcheck.vocabulary.wrong import Wrong, shorten

_LONGEST: Final = 300
_INSTALL: Final = "from a checkout: pip install '.[interchange]'"
_EARLIER: Final = re.compile(r"in the row at position (\d+)$")
_AT_PROPERTY: Final = re.compile(r" at property '([^']+)'$")


def conformance(package: Place, limits: Limits = DEFAULT_LIMITS) -> list[Diagnostic]:
    """What they object to, in the package and in those that it takes.

    Nothing of a descriptor that cannot be read, as reading it says why.
    """
    value, file, _ = open_descriptor(package, limits)
    found = [] if door.is_installed() else [_no_judge()]
    if file is not None:
        found += _of_package(value, file, limits)
    descriptor, _ = read_descriptor(package, limits)
    for other in _taken(descriptor) if descriptor else ():
        found += _of_package(json.loads(other.text), other, limits)
    return found


def _no_judge() -> Diagnostic:
    message = "frictionless is not installed, and its judgement was asked for"
    return Diagnostic(codes.NO_JUDGE, message, at(""), help=_INSTALL)


def _taken(descriptor: Descriptor) -> Iterator[DescriptorFile]:
    for taken in descriptor.taken:
        yield taken.descriptor.file
        yield from _taken(taken.descriptor)


def _of_package(value: object, file: DescriptorFile, limits: Limits) -> list[Diagnostic]:
    if not isinstance(value, dict):
        return []
    found = _of_profile(value, file)
    if door.is_installed():
        found += _Judgement(value, file, limits).told()
    return found


def _of_profile(value: object, file: DescriptorFile) -> list[Diagnostic]:
    departures = violations(value)
    spans = file.spans([path for path, _ in departures])
    names = [".".join(map(str, path)) for path, _ in departures]
    return [
        Diagnostic(codes.PROFILE, f"`{name}`: {message}" if name else message, span)
        for name, (_, message), span in zip(names, departures, spans, strict=True)
    ]


class _Judgement:
    """One package before frictionless."""

    def __init__(self, value: dict[str, Any], file: DescriptorFile, limits: Limits) -> None:
        self._file = file
        self._folder = file.path.parent
        self._limits = limits
        self._kept = withhold(value, self._folder, limits)
        self._tables: dict[int, Records | None] = {}

    def told(self) -> list[Diagnostic]:
        """What was withheld, and what frictionless objects to in the rest."""
        spans = self._file.spans([path for path, _ in self._kept.problems])
        found = [
            wrong.at(span) for (_, wrong), span in zip(self._kept.problems, spans, strict=True)
        ]
        most = self._limits.max_diagnostics
        objections = door.judged(self._kept.descriptor, self._folder, most)
        return found + [self._diagnostic(one) for one in objections]

    def _diagnostic(self, one: Objection) -> Diagnostic:
        span: Span | None = None
        labels: tuple[Label, ...] = ()
        notes: tuple[str, ...] = ()
        note = _AT_PROPERTY.sub("", one.note.replace(f"{self._folder}{os.sep}", ""))
        if one.record is not None and one.resource is not None:
            records = self._records(one.resource)
            span = records.span(one.record, one.cells, one.position, one.field) if records else None
            if span is None:
                notes = (f"in record {one.record} of the file, counted with the header",)
            elif records and (earlier := _EARLIER.search(note)):
                first = records.span(int(earlier[1]), (), one.position)
                labels = (Label(first, "first here"),) if first else ()
                note = f"{note[: earlier.start()]}in an earlier row"
        message = f"{one.kind}: {_subject(one)}{note[:_LONGEST]}"
        code = CODES.get(one.kind, codes.OTHER)
        return Diagnostic(code, message, span or self._outside(one), labels, notes)

    def _outside(self, one: Objection) -> Span:
        """The place of what is in no record: a property of the descriptor, or the nearest."""
        steps: JsonPath = ()
        if one.resource is not None:
            steps = ("resources", self._kept.indices[one.resource])
            if CODES.get(one.kind) is not codes.DESCRIPTOR:
                steps = (*steps, "path")
            steps += BELOW.get(one.kind, ())
        named = _AT_PROPERTY.search(one.note)
        if named and one.kind not in {"field-error", "control-error"}:
            steps += tuple(int(step) if step.isdigit() else step for step in named[1].split("/"))
        return self._file.spans([steps])[0]

    def _records(self, index: int) -> Records | None:
        """The records of a resource's only file, read when first asked for."""
        if index not in self._tables:
            resource = self._kept.descriptor["resources"][index]
            self._tables[index] = self._read(resource.get("path"), resource.get("dialect"))
        return self._tables[index]

    def _read(self, written: object, dialect: object) -> Records | None:
        path = written[0] if isinstance(written, list) and len(written) == 1 else written
        real = inside(self._folder, path) if isinstance(path, str) else None
        if not isinstance(real, Path) or not isinstance(path, str):
            return None
        shown = str(self._file.shown.parent / path)
        data = read_bytes(real, shown, self._limits.max_table_bytes, "max_table_bytes")
        if isinstance(data, Wrong):
            return None
        return Records(data.decode("utf-8", "replace"), shown, dialect)


def _subject(one: Objection) -> str:
    """The cell and its column, where it is about one."""
    cell = f"`{shorten(one.cell)}`" if one.cell else ""
    column = f"in `{shorten(one.field)}`" if one.field else ""
    return f"{' '.join(filter(None, (cell, column)))}: " if cell or column else ""
