"""croissant.json: the tables described in Croissant 1.0, which loaders of machine learning read.

Written by hand: the library of the format brings a framework with it, and asks the clock. It says
nothing of the keys between the tables, which the descriptor has: mlcroissant 1.1 fails to join a
table to one that is joined itself.
"""

from __future__ import annotations

from typing import Final

from factcheck.publish.dataset import creator, described, licence_of, without_nothing
from factcheck.publish.descriptor import hash_of
from factcheck.publish.form import Content, Files, Json, PublishedTable

_TYPES: Final = {
    "number": "sc:Float",
    "integer": "sc:Integer",
    "date": "sc:Date",
    "boolean": "sc:Boolean",
}
_WITH_EMPTY: Final = {"integer": "sc:Float", "boolean": "sc:Text"}
"""Loaders fail on an empty cell that is to be a whole number, and take one for true."""
_CONTEXT: Final[Json] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""As the specification gives it."""


def croissant(content: Content, files: Files) -> Json:
    """One file and one set of records for each table that has rows."""
    source = content.source
    tables = [table for table in content.tables if table.rows]
    made: Json = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": source["name"],
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "description": described(source),
        "license": [licence_of(one) for one in source["licenses"]],
        "url": source.get("homepage") or "README.md",
        "version": source["version"],
        "datePublished": source["created"][:10],
        "creator": [creator(person) for person in source["contributors"]],
        "keywords": source.get("keywords") or None,
        "citeAs": _cite(source),
        "distribution": [_file(table, files[table.path]) for table in tables],
        "recordSet": [_records(table) for table in tables],
    }
    cleaned: Json = without_nothing(made)
    return cleaned


def _cite(source: Json) -> str:
    authors = ", ".join(person["title"] for person in source["contributors"])
    year = source["created"][:4]
    return f"{authors} ({year}): {source['title']}. Version {source['version']}."


def _file(table: PublishedTable, data: bytes) -> Json:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.title,
        "contentUrl": table.path,
        "contentSize": f"{len(data)} B",
        "encodingFormat": "text/csv",
        "sha256": hash_of(data).removeprefix("sha256:"),
    }


def _records(table: PublishedTable) -> Json:
    keys = [{"@id": f"{table.name}/{name}"} for name in table.schema.get("primaryKey", ())]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(table, place) for place in range(len(table.fields))],
    }


def _field(table: PublishedTable, place: int) -> Json:
    field = table.fields[place]
    name, kind = field["name"], field["type"]
    has_empty = kind in _WITH_EMPTY and not all(row[place] for row in table.rows)
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{name}",
        "name": name,
        "description": field.get("description"),
        "dataType": (_WITH_EMPTY if has_empty else _TYPES).get(kind, "sc:Text"),
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": name}},
    }
