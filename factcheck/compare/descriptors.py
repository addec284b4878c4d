"""Descriptors side by side: policy, metadata, and other resources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from factcheck.compare.model import NamedChange, PropertyChange
from factcheck.values.rational import to_decimal_text
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.wrong import Wrong

Json = dict[str, Any]

_APART: Final = ("resources", "factcheck", "$schema", "profile")
"""Properties that are compared in another way, or that say nothing of the data."""
_MADE: Final = ("rules", "verdicts", "verdict_claims", "conversions")
"""Tables that a published form makes from the verdicts."""
_COUNTED: Final = ("bytes", "hash", "rows", "stats")
"""What a resource says of its file, which is compared itself."""


class Described:
    """A descriptor as it was read, with its JSON."""

    def __init__(self, descriptor: Descriptor) -> None:
        self.descriptor = descriptor
        self.json: Json = json.loads(descriptor.file.text)
        self.is_published = (descriptor.folder / "SHA256SUMS").is_file()

    @cached_property
    def resources(self) -> Mapping[str, Json]:
        """The resources by name, as packages are read."""
        return {_name(one): one for one in self.json["resources"]}

    def schema(self, table: str) -> Json:
        """The Table Schema of a table; empty where none stands in the descriptor."""
        schema = self.resources.get(table, {}).get("schema")
        return schema if isinstance(schema, dict) else {}

    def content(self, name: str) -> bytes | None:
        """The bytes of the only file of a resource; None where there is no such file."""
        path = self.resources[name].get("path")
        if not isinstance(path, str):
            return None
        real = inside(self.descriptor.folder, path)
        if isinstance(real, Wrong):
            return None
        read = read_bytes(real, path, self.descriptor.limits.max_table_bytes, "max_table_bytes")
        return None if isinstance(read, Wrong) else read


def _name(resource: Json) -> str:
    name = resource.get("name") or str(resource.get("path")).rpartition("/")[2].partition(".")[0]
    return str(name).lower()


def compare_properties(old: Described, new: Described) -> Iterator[PropertyChange]:
    """The properties of the package that differ: those of its policy first."""
    for name, before, after in _policy(old.descriptor, new.descriptor):
        if before != after:
            yield PropertyChange(f"factcheck.{name}", before, after)
    left_out = {*_APART}
    if old.is_published is not new.is_published:
        # A published form gets what its package leaves out from the table of sources.
        left_out |= {"sources"} - ({*old.json} & {*new.json})
    for name in dict.fromkeys((*old.json, *new.json)):
        before, after = text_of(old.json, name), text_of(new.json, name)
        if name not in left_out and before != after:
            yield PropertyChange(name, before, after)


def _policy(old: Descriptor, new: Descriptor) -> Iterator[tuple[str, str | None, str | None]]:
    yield "currency", old.block.currency, new.block.currency
    yield "dimensions", _listed(old.block.dimensions), _listed(new.block.dimensions)
    for name in dict.fromkeys((*old.hedges, *new.hedges)):
        yield f"hedges.{name}", _hedge(old, name), _hedge(new, name)
    for kind in dict.fromkeys((*old.block.words, *new.block.words)):
        yield f"words.{kind}", _words(old, kind), _words(new, kind)


def _listed(names: Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _hedge(descriptor: Descriptor, name: str) -> str | None:
    hedge = descriptor.hedges.get(name)
    return f"{to_decimal_text(hedge.low)} to {to_decimal_text(hedge.high)}" if hedge else None


def _words(descriptor: Descriptor, kind: str) -> str | None:
    meanings = descriptor.block.words.get(kind)
    return None if meanings is None else json.dumps(meanings, ensure_ascii=False, sort_keys=True)


def text_of(value: Json, key: str) -> str | None:
    """A property as text: as it is, or as JSON; None where it is not there."""
    if key not in value:
        return None
    found = value[key]
    if isinstance(found, str):
        return found
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def compare_resources(old: Described, new: Described) -> Iterator[NamedChange]:
    """Resources that are none of our tables: added, removed, or with another content."""
    before, after = _others(old), _others(new)
    for name in dict.fromkeys((*before, *after)):
        if name not in after:
            yield NamedChange("resource", name, "removed")
        elif name not in before:
            yield NamedChange("resource", name, "added")
        elif before[name] != after[name] or old.content(name) != new.content(name):
            yield NamedChange("resource", name, "changed")


def _others(described: Described) -> Mapping[str, Json]:
    made = _MADE if described.is_published else ()
    return {
        name: {key: value for key, value in resource.items() if key not in _COUNTED}
        for name, resource in described.resources.items()
        if name not in SHAPES and name not in made and "factcheck" not in resource
    }
