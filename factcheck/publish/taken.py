"""What a published form says of the packages whose claims it has taken."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import LICENCE_NOT_NAMED
from factcheck.publish.form import Json
from factcheck.values.rational import multiply, to_decimal_text
from factcheck.vocabulary.descriptor import Descriptor, Taken
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.taking import BETWEEN
from factcheck.vocabulary.wrong import Wrong, shorten

_HUNDRED = (100, 1)


def packages(descriptor: Descriptor) -> list[Json]:
    """Each package that was taken, over others too: its name here, and what it says of itself."""
    return [_package(name, taken.descriptor) for name, taken in _all(descriptor, "")]


def _all(descriptor: Descriptor, before: str) -> Iterator[tuple[str, Taken]]:
    for taken in descriptor.taken:
        name = before + taken.taking.name
        yield name, taken
        yield from _all(taken.descriptor, name + BETWEEN)


def _package(name: str, descriptor: Descriptor) -> Json:
    said: Json = json.loads(descriptor.file.text)
    return {
        "name": name,
        "title": descriptor.title or descriptor.name or name,
        "version": descriptor.version,
        "path": _text(said.get("homepage")),
        "licenses": _licences(said),
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _licences(said: Json) -> list[str]:
    listed = said.get("licenses")
    ones = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return [text for one in ones if (text := _text(one.get("name")) or _text(one.get("path")))]


def one_package(source: Json, descriptor: Descriptor) -> Json:
    """The descriptor as if the claims that it takes had always been its own."""
    if not descriptor.taken:
        return source
    block = {**(source.get("factcheck") or {"profile": "1.0"})}
    block["hedges"] = {name: _hedge(one) for name, one in descriptor.hedges.items()}
    if descriptor.block.dimensions:
        block["dimensions"] = [*descriptor.block.dimensions]
    if descriptor.block.words:
        block["words"] = {
            kind: {meaning: [*words] for meaning, words in meanings.items()}
            for kind, meanings in descriptor.block.words.items()
        }
    gone = {taken.taking.index for taken in descriptor.taken}
    resources = [one for index, one in enumerate(source["resources"]) if index not in gone]
    return {**source, "factcheck": block, "resources": resources}


def _hedge(hedge: Hedge) -> str | list[str]:
    low, high = (to_decimal_text(multiply(one, _HUNDRED)) for one in (hedge.low, hedge.high))
    return f"{high}%" if low == f"-{high}" else [f"{low}%", f"{high}%"]


def licences_not_named(source: Json, descriptor: Descriptor) -> Iterator[Diagnostic]:
    """A warning for each package under a licence that the one that takes it does not name."""
    own = _licences(source)
    for taken in descriptor.taken:
        theirs = _licences(json.loads(taken.descriptor.file.text))
        missing = [name for name in theirs if name not in own]
        if missing:
            message = f"`{taken.taking.name}` is under {shorten(missing[0])}, which is not named"
            wrong = Wrong(LICENCE_NOT_NAMED, message, "name it in `licenses`, if it has to be")
            yield wrong.at(descriptor.span(*taken.taking.at("package")))


def their_fields(descriptor: Descriptor, table: str, own: Sequence[Json]) -> list[Json]:
    """What the packages that are taken say of columns of which the package itself says nothing."""
    found: dict[Any, Json] = {field["name"]: field for field in own}
    for _, taken in _all(descriptor, ""):
        for field in _fields(json.loads(taken.descriptor.file.text), table):
            found.setdefault(field["name"], field)
    return list(found.values())


def _fields(said: Json, table: str) -> Iterator[Json]:
    """The fields of a Table Schema that stands in a descriptor, as far as they are in order."""
    for resource in said["resources"]:
        schema = resource.get("schema") if isinstance(resource, dict) else None
        if isinstance(schema, dict) and str(resource.get("name")).lower() == table:
            fields = schema.get("fields")
            for field in fields if isinstance(fields, list) else ():
                if isinstance(field, dict) and isinstance(field.get("name"), str):
                    texts = ("name", "type", "title", "description", "format")
                    yield {key: field[key] for key in texts if isinstance(field.get(key), str)}
