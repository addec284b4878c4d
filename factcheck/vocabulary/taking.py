"""What a resource says of another package whose claims it is: where that is, whose ids match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.diagnostics.package_codes import DESCRIPTOR_VALUE, NOT_TAKEN, UNKNOWN_KEY
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.records import Record, frozen
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.json_places import JsonPath
from factcheck.vocabulary.resources import THE_KEY, Problem, name_of, path_of
from factcheck.vocabulary.wrong import Wrong, shorten

BETWEEN: Final = "/"
"""Between the name of a package that was taken and an id of its own: `eurostat/reuters-1`."""

SHARED: Final = ("sources", "entities", "metrics", "units", "hedges")
"""What both packages may have, and call by the same or by another id."""
MOVABLE: Final = ("entities", "metrics", "hedges")
"""What may be told apart though the ids are the same; ids of units are put together with `/`."""

_KEYS: Final = ("package", "same", "apart")
_NAME: Final = re.compile(r"[\w.-]+")
_EXAMPLE: Final = 'for example "factcheck": {"package": "vendor/eurostat/datapackage.json"}'


@frozen
class Taking(Record):
    """One resource that is the claims of another package."""

    name: str
    """Of the resource; stands before the ids of what is kept apart."""
    index: int
    """Of the resource in the descriptor."""
    package: str
    """The descriptor of the other package, relative to this one's folder."""
    claims: str
    """The path of the resource."""
    same: Mapping[str, Mapping[str, str]]
    """By table, their ids for which this package has others."""
    apart: Mapping[str, frozenset[str]]
    """By table, their ids that mean something else here."""

    def at(self, *steps: str) -> JsonPath:
        """The path in the descriptor of something that the resource says of the package."""
        return ("resources", self.index, "factcheck", *steps)


def takings(resources: object) -> tuple[list[Taking], list[Problem]]:
    """The resources that are claims of other packages, and what is wrong with how they say so."""
    found: list[Taking] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for index, value in enumerate(resources if isinstance(resources, list) else ()):
        if not isinstance(value, dict) or "factcheck" not in value:
            continue
        wrong = list(_check(value, names))
        if wrong:
            problems += [(("resources", index, *path), one) for path, one in wrong]
            continue
        said, path = value["factcheck"], path_of(value)
        same = {table: dict(ids) for table, ids in said.get("same", {}).items()}
        apart = {table: frozenset(ids) for table, ids in said.get("apart", {}).items()}
        name = str(name_of(value))
        names.add(name)
        found.append(Taking(name, index, said["package"], str(path), same, apart))
    return found, problems


def _check(resource: dict[str, object], names: set[str]) -> Iterator[Problem]:
    name, said = name_of(resource), resource["factcheck"]
    if not isinstance(said, dict):
        wrong = Wrong(DESCRIPTOR_VALUE, "`factcheck` of a resource has to be an object", _EXAMPLE)
        yield ("factcheck",), wrong
        return
    if isinstance(name, str) and name in SHAPES:
        message = f"`{name}` is a table of this package, and cannot be one of another as well"
        yield (
            ("factcheck",),
            Wrong(NOT_TAKEN, message, "give the claims of another package a resource of their own"),
        )
    elif not isinstance(name, str) or not _NAME.fullmatch(name):
        message = "the name of this resource stands before the ids of the package that it takes"
        yield ("name",), Wrong(NOT_TAKEN, message, "letters, digits, `-`, `_` and `.` alone")
    elif name in names:
        message = f"two resources that take a package are called `{shorten(name)}`"
        yield ("name",), Wrong(NOT_TAKEN, message, "rename one of the two")
    if not isinstance(path_of(resource), str):
        message = "`path` has to be the claims of the other package, one CSV file"
        yield ("path",), Wrong(NOT_TAKEN, message, 'for example "vendor/eurostat/data/claims.csv"')
    if not isinstance(said.get("package"), str) or not said["package"]:
        message = "`package` has to be the path of a descriptor inside this package"
        yield ("factcheck", "package"), Wrong(DESCRIPTOR_VALUE, message, _EXAMPLE)
    for key in said:
        if key not in _KEYS:
            help_ = did_you_mean(key, _KEYS) or "the keys are `package`, `same`, `apart`"
            message = f"the factcheck block of a resource has no key `{shorten(key)}`"
            yield ("factcheck", key, THE_KEY), Wrong(UNKNOWN_KEY, message, help_)
    for path, one in (*_same(said.get("same", {})), *_apart(said.get("apart", {}))):
        yield ("factcheck", *path), one


def _same(value: object) -> Iterator[Problem]:
    example = 'for example {"entities": {"DE": "germany"}}: their id, and ours'
    if not isinstance(value, dict):
        yield ("same",), Wrong(DESCRIPTOR_VALUE, "`same` has to be an object", example)
        return
    for table, ids in value.items():
        if table not in SHARED:
            yield ("same", table, THE_KEY), _no_table(table, SHARED)
        elif not isinstance(ids, dict) or not all(isinstance(id_, str) for id_ in ids.values()):
            message = "what is the same has to be an object of ids"
            yield ("same", table), Wrong(DESCRIPTOR_VALUE, message, example)


def _apart(value: object) -> Iterator[Problem]:
    example = 'for example {"entities": ["apple"]}: their ids that mean something else here'
    if not isinstance(value, dict):
        yield ("apart",), Wrong(DESCRIPTOR_VALUE, "`apart` has to be an object", example)
        return
    for table, ids in value.items():
        if table not in MOVABLE:
            yield ("apart", table, THE_KEY), _no_table(table, MOVABLE)
        elif not isinstance(ids, list) or not all(isinstance(id_, str) for id_ in ids):
            message = "what is kept apart has to be a list of ids"
            yield ("apart", table), Wrong(DESCRIPTOR_VALUE, message, example)


def _no_table(table: str, known: tuple[str, ...]) -> Wrong:
    listed = ", ".join(f"`{name}`" for name in known)
    message = f"`{shorten(table)}` is not among {listed}"
    return Wrong(UNKNOWN_KEY, message, did_you_mean(table, known) or "name one of them")
