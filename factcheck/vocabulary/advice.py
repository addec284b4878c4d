"""Advice on the descriptors of other people: what is read all the same, and written better."""

from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.diagnostics.package_codes import LICENCE, NO_NAME, OLDER_FORM
from factcheck.vocabulary.resources import Problem
from factcheck.vocabulary.wrong import Wrong

_NAMED: Final = 'for example "licenses": [{"name": "CC-BY-4.0"}]'
_OLDER: Final[Mapping[str, str]] = {
    "license": _NAMED,
    "profile": 'in version 2 it is "$schema"',
    "author": 'in version 2 it is one of "contributors"',
    "datapackage_version": 'in version 2 it is "$schema"',
}
"""Keys of older versions of the standard, and what became of them."""


def advice(descriptor: Mapping[str, object]) -> Iterator[Problem]:
    """What others' readers trip over, with the path of each."""
    for key, now in _OLDER.items():
        if key in descriptor:
            message = f"`{key}` is of an older version of the Data Package standard"
            yield (key,), Wrong(OLDER_FORM, message, now)
    yield from _licences(descriptor.get("licenses"))
    resources = descriptor.get("resources")
    for index, resource in enumerate(resources if isinstance(resources, list) else []):
        if isinstance(resource, dict) and resource.get("name") is None:
            message = "this resource has no name, and is called as its file"
            yield ("resources", index), Wrong(NO_NAME, message, "other readers refuse it: name it")


def _licences(value: object) -> Iterator[Problem]:
    if value is None:
        return
    if not isinstance(value, list):
        yield ("licenses",), Wrong(LICENCE, "`licenses` is no list of licences", _NAMED)
        return
    for index, one in enumerate(value):
        if not isinstance(one, dict):
            message = "a licence is an object"
        elif not any(isinstance(one.get(key), str) and one[key] for key in ("name", "path")):
            message = "this licence has neither a name nor a path"
        else:
            continue
        yield ("licenses", index), Wrong(LICENCE, message, _NAMED)
