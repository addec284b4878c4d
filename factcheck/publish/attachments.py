"""Files that a package names beside its tables, read from inside its folder and nowhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import NAME_TAKEN, NOT_PUBLISHABLE
from factcheck.diagnostics.span import Span
from factcheck.publish.form import Json, PublishedTable
from factcheck.publish.standard import DERIVED
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.wrong import Wrong, shorten

OWN: Final = frozenset(
    {
        *("datapackage.json", "readme.md", "citation.cff", "sha256sums"),
        *("dataset.jsonld", "claimreviews.jsonld", "croissant.json"),
        *(f"data/{name}.{end}" for name in (*SHAPES, *DERIVED) for end in ("csv", "parquet")),
    }
)
"""Paths of the published form itself, in lower case."""
STEERING: Final = ("$schema", "basepath", "control", "extrapaths", "scheme")
"""Properties of a resource by which readers are led elsewhere, out of the package too."""
_URL: Final = re.compile(r"https?://", re.IGNORECASE)


class Attachments:
    """The bytes of attached files by their paths, and what was wrong with others."""

    def __init__(self, descriptor: Descriptor) -> None:
        self._descriptor = descriptor
        self.files: dict[str, bytes] = {}
        self.found: list[Diagnostic] = []

    def add(self, path: str, span: Span) -> bytes | None:
        """The content of a file, which will be published at the same path."""
        path = str(PurePosixPath(path))
        if path.lower() in OWN or path.lower().startswith("rules/"):
            message = f"the published form has a file `{shorten(path)}` of its own"
            self.found.append(Wrong(NAME_TAKEN, message, "move the file").at(span))
            return None
        read = self._read(path)
        if isinstance(read, Wrong):
            self.found.append(Wrong(NOT_PUBLISHABLE, read.message, read.help).at(span))
            return None
        self.files[path] = read
        return read

    def _read(self, path: str) -> bytes | Wrong:
        real = inside(self._descriptor.folder, path)
        if isinstance(real, Wrong):
            return real
        return read_bytes(real, path, self._descriptor.limits.max_table_bytes, "max_table_bytes")

    def resource(self, resource: Json, index: int) -> Json:
        """A resource that is no table of ours, its files attached and hashed."""
        path = resource.get("path")
        span = self._descriptor.span("resources", index, "path")
        for key in STEERING + (("profile",) if _URL.match(str(resource.get("profile"))) else ()):
            if key in resource:
                wrong = Wrong(NOT_PUBLISHABLE, f"`{key}` leads readers elsewhere", "leave it out")
                self.found.append(wrong.at(self._descriptor.span("resources", index, key)))
        data = self.add(path, span) if isinstance(path, str) else None
        for one in path if isinstance(path, list) else ():
            self.add(str(one), span)
        for key in ("schema", "dialect"):
            if isinstance(resource.get(key), str):
                self.add(resource[key], self._descriptor.span("resources", index, key))
        if data is None:
            return resource
        return {**resource, "bytes": len(data), "hash": "sha256:" + sha256(data).hexdigest()}

    def schema(self, path: str, index: int) -> Any:  # noqa: ANN401 (what a JSON file holds)
        """The Table Schema in a file that a resource names."""
        span = self._descriptor.span("resources", index, "schema")
        read = self._read(path)
        if isinstance(read, Wrong):
            self.found.append(Wrong(NOT_PUBLISHABLE, read.message, read.help).at(span))
            return {}
        try:
            return json.loads(read)
        except (ValueError, RecursionError):
            message = f"`{shorten(path)}` is not a Table Schema in JSON"
            self.found.append(Wrong(NOT_PUBLISHABLE, message).at(span))
            return {}

    def add_named(self, source: Json, tables: Iterable[PublishedTable]) -> None:
        """The texts of licences and of sources, where they are in the package."""
        for index, licence in enumerate(_listed(source.get("licenses"))):
            path = licence.get("path")
            if isinstance(path, str) and not _URL.match(path):
                self.add(path, self._descriptor.span("licenses", index, "path"))
        for path in _texts(tables):
            if path not in self.files and (self._descriptor.folder / path).exists():
                self.add(path, self._descriptor.span("resources"))


def _listed(value: object) -> Sequence[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _texts(tables: Iterable[PublishedTable]) -> Iterator[str]:
    for table in tables:
        if table.name == "sources" and "path" in table.columns:
            place = table.columns.index("path")
            yield from dict.fromkeys(row[place] for row in table.rows if row[place])
