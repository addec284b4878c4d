"""Public schemas of files that other people's programs read, as check-jsonschema carries them."""

import json
from importlib.resources import files
from typing import Any

import pytest


def public_schema(name: str) -> dict[str, Any]:
    """The schema of a kind of file, `github-workflows` for example."""
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    place = files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{name}.json"
    schema: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return schema
