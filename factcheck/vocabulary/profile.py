"""The JSON Schema of the profile, and the one door to the library that applies it."""

import json
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, Final

from factcheck.vocabulary.json_places import JsonPath

_MOST: Final = 100
"""How many departures are looked for; whoever has mended these may ask again."""


@cache
def schema() -> dict[str, Any]:
    """The profile as a JSON Schema, as it ships."""
    text = files("factcheck.vocabulary").joinpath("profile.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def violations(descriptor: object) -> list[tuple[JsonPath, str]]:
    """In what a descriptor departs from the profile: the paths of values, and how."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (costs more than reading a small package)

    validator = Draft202012Validator(schema())
    errors = islice(validator.iter_errors(descriptor), _MOST)
    found = {(tuple(error.absolute_path), _message(error)) for error in errors}
    return sorted(found, key=lambda pair: ([str(step) for step in pair[0]], pair[1]))


def _message(error: Any) -> str:  # noqa: ANN401 (the guest's class is known only after its import)
    """The schema's own words where it has some, for the guest's quote the whole value."""
    words = error.schema.get("description") if isinstance(error.schema, dict) else None
    if error.validator in {"required", "additionalProperties"} or not words:
        return str(error.message)[:200]
    return f"this has to be {words}"
