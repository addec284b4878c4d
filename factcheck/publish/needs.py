"""What a descriptor has to say before others can use, cite and licence what it describes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import LACKING, PROFILE_REJECTS
from factcheck.publish.form import Json
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.profile import violations
from factcheck.vocabulary.wrong import Wrong

_NAME: Final = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_VERSION: Final = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?")
_TIME: Final = re.compile(
    r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?"
)


def lacking(source: Json, descriptor: Descriptor) -> list[Diagnostic]:
    """A diagnostic for each property that is missing, or is not of its form."""
    found = []
    for key, (is_right, form) in _NEEDS.items():
        if not is_right(source.get(key)):
            what = "is not one that can be published" if key in source else "is missing"
            wrong = Wrong(LACKING, f"`{key}` {what}", f"for example {form}")
            found.append(wrong.at(descriptor.span(key)))
    return found


def departures(source: Json, descriptor: Descriptor) -> list[Diagnostic]:
    """In what the descriptor departs from the profile, which ordinary runs ask only in part."""
    return [
        Wrong(PROFILE_REJECTS, message).at(descriptor.span(*path))
        for path, message in violations(source)
    ]


def _text(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _titled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _listed(*keys: str) -> Callable[[object], bool]:
    """Whether a value is a list of objects, each with one of the keys as text."""

    def is_right(value: object) -> bool:
        return (
            isinstance(value, list)
            and bool(value)
            and all(isinstance(one, dict) and _has(one, keys) for one in value)
        )

    return is_right


def _has(one: Mapping[str, Any], keys: tuple[str, ...]) -> bool:
    return any(isinstance(one.get(key), str) and one[key].strip() for key in keys)


_NEEDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "name": (_text(_NAME), '"name": "budget-claims": lower case, with hyphens'),
    "title": (_titled, '"title": "What three papers say about the budget"'),
    "version": (_text(_VERSION), '"version": "0.1.0": three numbers'),
    "created": (_text(_TIME), '"created": "2026-01-31T00:00:00Z"'),
    "licenses": (
        _listed("name", "path"),
        '"licenses": [{"name": "CC-BY-4.0"}]',
    ),
    "contributors": (_listed("title"), '"contributors": [{"title": "Jane Doe"}]'),
}
