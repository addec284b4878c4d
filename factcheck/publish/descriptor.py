"""The published descriptor: Data Package v2, with hashes, bytes, rows and the package's policy."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from factcheck.publish.form import Content, Files, Json, PublishedTable
from factcheck.publish.rule_files import FOLDER

_SCHEMA: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_FIRST: Final = (
    *("name", "id", "title", "description", "homepage", "image", "version", "created"),
    *("keywords", "licenses", "contributors", "sources"),
)
_DIALECT: Final = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def published_descriptor(content: Content, files: Files) -> Json:
    """The descriptor of the files, the standard properties first and all in a fixed order."""
    source = {"sources": _sources(content), **content.source}
    made: Json = {"$schema": _SCHEMA}
    made |= {key: source[key] for key in _FIRST if key in source}
    special = {*made, "factcheck", "resources", "profile"}
    made |= {key: source[key] for key in sorted(source) if key not in special}
    block = source.get("factcheck") or {"profile": "1.0"}
    made["factcheck"] = {**block, "rules": FOLDER}
    tables = [_resource(table, files[table.path]) for table in content.tables]
    made["resources"] = [*tables, *content.others]
    return made


def _resource(table: PublishedTable, data: bytes) -> Json:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": table.path,
        "type": "table",
        # For readers of version 1, such as frictionless-r, which know no `type`.
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "bytes": len(data),
        "hash": hash_of(data),
        # No property of the standard, but frictionless counts the rows and compares.
        "rows": len(table.rows),
        **table.extra,
        "schema": table.schema,
    }


def hash_of(data: bytes) -> str:
    """SHA-256, as a Data Package writes it."""
    return "sha256:" + sha256(data).hexdigest()


def _sources(content: Content) -> list[Mapping[str, Any]]:
    """The table of sources as the property of that name, for a descriptor that has none."""
    vocabulary = content.result.vocabulary
    listed = vocabulary.sources.values() if vocabulary else ()
    texts: list[Json] = [{"title": source.title, "path": source.url} for source in listed]
    taken = [{key: one[key] for key in ("title", "path", "version")} for one in content.packages]
    return [{key: text for key, text in one.items() if text} for one in (*texts, *taken)]
