"""What frictionless is not shown of a stranger's descriptor: it would follow it anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final

from factcheck.diagnostics.conformance_codes import NOT_JUDGED
from factcheck.records import Record, frozen
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.json_text import parse_json
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.resources import Problem
from factcheck.vocabulary.wrong import Wrong, shorten

_PROFILES: Final = {
    "package": ("data-package", "tabular-data-package"),
    "resource": ("data-resource", "tabular-data-resource"),
}
_FORMATS: Final = ("", "csv", "tsv", "json", "md", "parquet", "txt")
_PATHS: Final = ("path", "extrapaths", "schema", "dialect")
"""Keys of a resource that may name a file."""
_DESCRIBED: Final = ("schema", "dialect")
_OBJECTS: Final = ("fields", "arrayItem")
"""Keys of a schema whose values are objects, or lists of them, and never texts."""
_PATTERN: Final = "*?["
_HOW: Final = ("scheme", "control", "compression", "innerpath", "layout", "profiles", "url")
_ALSO: Final = ("checklist", "pipeline", "detector")
"""Keys of a resource that say how else to fetch or open it."""


@frozen
class Kept(Record):
    """What is left of a descriptor, and what is told of the rest."""

    descriptor: dict[str, Any]
    indices: tuple[int, ...]
    """For each resource that is left its place in the whole descriptor."""
    problems: tuple[Problem, ...]


def withhold(descriptor: dict[str, Any], folder: Path, limits: Limits) -> Kept:
    """The descriptor without whatever leads out of the folder, to a network or to a plug-in."""
    kept, problems = _profiled(descriptor, "package", ())
    kept.pop("profiles", None)
    resources = kept.get("resources")
    if not isinstance(resources, list):
        return Kept(kept, (), tuple(problems))
    left: dict[int, Any] = {}
    gone: set[str] = set()
    for index, resource in enumerate(resources):
        path = ("resources", index)
        why = _why(resource, folder, limits)
        if why is None:
            left[index], more = _profiled(resource, "resource", path)
            problems += more
            continue
        key, reason = why
        gone.update(_texts(resource.get("name") if isinstance(resource, dict) else None))
        wrong = Wrong(NOT_JUDGED, f"frictionless is not shown this resource: {reason}")
        problems.append(((*path, key) if key else path, wrong))
    kept["resources"] = [_without_keys_to(one, gone) for one in left.values()]
    return Kept(kept, tuple(left), tuple(problems))


def _profiled(
    value: dict[str, Any], kind: str, path: tuple[str | int, ...]
) -> tuple[dict[str, Any], list[Problem]]:
    """A copy without a `profile` that would have to be fetched."""
    if value.get("profile") in (None, *_PROFILES[kind]):
        return dict(value), []
    told = "frictionless is not shown this profile, which it would have to fetch"
    rest = {key: one for key, one in value.items() if key != "profile"}
    return rest, [((*path, "profile"), Wrong(NOT_JUDGED, told))]


def _why(resource: object, folder: Path, limits: Limits) -> tuple[str, str] | None:
    """Why a resource is withheld, and for which key; None when it is not."""
    if not isinstance(resource, dict):
        return "", "it is no object"
    for key in (*_HOW, *_ALSO):
        if resource.get(key):
            return key, f"`{key}` says how else to open it"
    if "data" in resource and not isinstance(resource["data"], list):
        return "data", "`data` is no list of rows"
    for key in _PATHS:
        for path in _texts(resource.get(key)):
            refused = _refused(path, folder, limits)
            if refused:
                return key, refused
    for key in _DESCRIBED:
        if _leads_on(_described(resource.get(key), folder, limits)):
            return key, f"`{key}` names what would have to be fetched"
    form = str(resource.get("format") or "")
    return ("format", f"its format is {shorten(form)}") if form.lower() not in _FORMATS else None


def _refused(path: str, folder: Path, limits: Limits) -> str | None:
    """Why a file is not one to be opened by others; one that is not there they may look for."""
    real = inside(folder, path)
    if isinstance(real, Wrong):
        return real.message
    if any(sign in path for sign in _PATTERN):
        return "its path is a pattern"
    form = PurePosixPath(path).suffix[1:]
    if form.lower() not in _FORMATS:
        return f"its format is {shorten(form)}"
    if real.exists() and not real.is_file():
        return "it is not a regular file"
    if real.is_file() and real.stat().st_size > limits.max_table_bytes:
        return "it exceeds the limit `max_table_bytes`"
    return None


def _described(value: object, folder: Path, limits: Limits) -> object:
    """A schema or dialect, read from its file where it has one; a file that is not there: None."""
    real = inside(folder, value) if isinstance(value, str) else None
    if not isinstance(real, Path) or not real.is_file():
        return None if isinstance(value, str) else value
    data = read_bytes(real, str(value), limits.max_descriptor_bytes, "max_descriptor_bytes")
    if isinstance(data, Wrong):
        return str(value)
    found, wrong = parse_json(data.decode("utf-8", "replace"), str(value), limits)
    return str(value) if wrong else found


def _leads_on(value: object) -> bool:
    """Whether a text stands where frictionless expects an object: it would fetch it."""
    if isinstance(value, list):
        return any(_leads_on(one) for one in value if not isinstance(one, str))
    if not isinstance(value, dict):
        return isinstance(value, str)
    rest = [one for key, one in value.items() if key != "foreignKeys"]
    return any(any(_texts(value.get(key))) for key in _OBJECTS) or any(
        _leads_on(one) for one in rest if isinstance(one, dict | list)
    )


def _texts(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one


def _without_keys_to(resource: dict[str, Any], gone: set[str]) -> dict[str, Any]:
    """A resource without foreign keys to those that are withheld: they would seem broken."""
    schema = resource.get("schema")
    keys = schema.get("foreignKeys") if isinstance(schema, dict) else None
    if not gone or not isinstance(schema, dict) or not isinstance(keys, list):
        return resource
    left = [key for key in keys if not _leads_to(key, gone)]
    return {**resource, "schema": {**schema, "foreignKeys": left}}


def _leads_to(key: object, gone: set[str]) -> bool:
    reference = key.get("reference") if isinstance(key, dict) else None
    target = reference.get("resource") if isinstance(reference, dict) else None
    return isinstance(target, str) and target in gone
