"""Table Schemas side by side: only what both packages declare can contradict."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from factcheck.compare.descriptors import Described, Json, text_of
from factcheck.compare.model import SchemaChange


def compare_schemas(table: str, old: Described, new: Described) -> Iterator[SchemaChange]:
    """What both declare of a table or of one of its columns, and declare in two ways."""
    first, second = _plain(old.schema(table)), _plain(new.schema(table))
    for what in ("primaryKey", "foreignKeys"):
        yield from _change("", what, first, second)
    before, after = _fields(first), _fields(second)
    for column in before:
        if column in after:
            for what in ("type", "format", "constraints"):
                yield from _change(column, what, before[column], after[column])


def _plain(schema: Json) -> Json:
    """The schema with its keys in one form: names as lists, and references in one order."""
    made = dict(schema)
    primary = made.pop("primaryKey", None)
    if primary is not None:
        made["primaryKey"] = _names(primary)
    keys = made.get("foreignKeys")
    if isinstance(keys, list):
        made["foreignKeys"] = sorted(map(_key, keys), key=_sorting)
    return made


def _sorting(key: object) -> str:
    return json.dumps(key, sort_keys=True)


def _key(key: object) -> object:
    if not isinstance(key, dict) or not isinstance(key.get("reference"), dict):
        return key
    target = {**key["reference"], "fields": _names(key["reference"].get("fields"))}
    return {**key, "fields": _names(key.get("fields")), "reference": target}


def _names(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _fields(schema: Json) -> Mapping[str, Json]:
    fields = schema.get("fields")
    listed = fields if isinstance(fields, list) else []
    return {
        str(field["name"]): field for field in listed if isinstance(field, dict) and "name" in field
    }


def _change(column: str, what: str, old: Json, new: Json) -> Iterator[SchemaChange]:
    before, after = text_of(old, what), text_of(new, what)
    if before is not None and after is not None and before != after:
        yield SchemaChange(column, what, before, after)
