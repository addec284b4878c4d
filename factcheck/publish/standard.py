"""The tables of the published form as it describes them when the package itself does not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Any, Final

from factcheck.publish.form import Json

DERIVED: Final = ("rules", "verdicts", "verdict_claims", "conversions")
"""The tables that are made from the verdicts."""


@cache
def _tables() -> Mapping[str, Json]:
    text = files("factcheck.publish").joinpath("tables.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Json] = json.loads(text)
    return loaded


def standard(name: str) -> Json:
    """Title, description and schema of a table, to keep and to change."""
    return deepcopy(_tables()[name])


def completed(name: str, own: Json, columns: Sequence[str]) -> Json:
    """The package's own schema of a table with what it leaves out, its fields as the columns are.

    Keys that the format fixes are declared whether or not the package does.
    """
    usual = standard(name)["schema"]
    computed = standard("bounds")["schema"]["fields"] if name == "claims" else []
    described = {field["name"]: field for field in usual["fields"]}
    described |= {
        field["name"]: {"name": field["name"], "type": "string", **field}
        for field in own.get("fields", ())
    }
    described |= {field["name"]: field for field in computed}
    made: Json = {
        "fields": [
            described.get(column) or {"name": column, "type": "string"} for column in columns
        ]
    }
    primary = usual.get("primaryKey") or _listed(own.get("primaryKey"))
    if primary:
        made["primaryKey"] = primary
    made["missingValues"] = own.get("missingValues", [""])
    keys = _keys(usual.get("foreignKeys", []), own.get("foreignKeys", []), columns)
    if keys:
        made["foreignKeys"] = keys
    rest = {key: own[key] for key in sorted(own) if key not in {*made, "foreignKeys"}}
    return {**made, **rest}


def _keys(usual: list[Any], own: list[Any], columns: Sequence[str]) -> list[Any]:
    """The usual references of the columns that are there, then the package's further ones."""
    kept = [key for key in usual if set(key["fields"]) <= set(columns)]
    for key in own:
        target = {**key["reference"], "fields": _listed(key["reference"]["fields"])}
        plain = {**key, "fields": _listed(key["fields"]), "reference": target}
        if plain not in kept:
            kept.append(plain)
    return kept


def _listed(names: object) -> list[Any]:
    """Names of fields, which a Table Schema gives as one text or as a list."""
    return names if isinstance(names, list) else [names] if names else []


def malformed(schema: object) -> str | None:
    """In what something is no Table Schema that can be completed; None when it is one."""
    if not isinstance(schema, dict):
        return "a Table Schema is one object"
    fields, keys = schema.get("fields", []), schema.get("foreignKeys", [])
    if not isinstance(fields, list) or not all(map(_is_field, fields)):
        return "`fields` has to be a list of objects, each with a name as text"
    if not isinstance(keys, list) or not all(map(_is_reference, keys)):
        return "`foreignKeys` has to be a list of objects, each with `fields` and `reference`"
    return None


def _is_field(field: object) -> bool:
    return (
        isinstance(field, dict)
        and isinstance(field.get("name"), str)
        and all(isinstance(field.get(key, ""), str) for key in ("type", "title", "description"))
        and isinstance(field.get("constraints", {}), dict)
    )


def _is_reference(key: object) -> bool:
    if not isinstance(key, dict) or not isinstance(key.get("reference"), dict):
        return False
    ends = (key.get("fields"), key["reference"].get("fields"))
    return all(end and isinstance(end, str | list) for end in ends)
