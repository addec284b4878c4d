"""The descriptor of a package: found, read and checked; every mistake with its line and column."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from attrs import field, frozen

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import ARCHIVE, DESCRIPTOR_VALUE, NO_PACKAGE
from factcheck.diagnostics.span import Span, at
from factcheck.vocabulary.block import Block, read_block
from factcheck.vocabulary.decoding import decode, place
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.json_places import JsonPath, places
from factcheck.vocabulary.json_text import parse_json
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.resources import Problem, Resource, read_resources
from factcheck.vocabulary.wrong import Wrong

FILE_NAME: Final = "datapackage.json"
_START: Final = "name a descriptor or its folder, or start one with `factcheck init`"


@frozen
class Descriptor:
    """A descriptor that is in order: the package's name, its tables and its policy."""

    path: Path
    shown: str
    """The path for messages, as the user gave it."""
    folder: Path
    name: str
    version: str
    resources: Mapping[str, Resource]
    block: Block
    limits: Limits
    text: str = field(repr=False)

    @property
    def hedges(self) -> Mapping[str, Hedge]:
        """The hedge policy."""
        return self.block.hedges

    @property
    def rules(self) -> str | None:
        """Where the package's own rules are, relative to its folder."""
        return self.block.rules

    def span(self, *path: str | int) -> Span:
        """Where the value at a path of keys stands, or the nearest around it."""
        return _span(self.shown, self.text, path)


def read_descriptor(
    package: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Descriptor | None, list[Diagnostic]]:
    """The descriptor that `package` names: a file, a folder, or None for the usual places."""
    shown = find(package)
    if isinstance(shown, Diagnostic):
        return None, [shown]
    folder = os.path.realpath(os.path.dirname(shown) or ".")
    real = inside(folder, os.path.basename(shown))
    data = real if isinstance(real, Wrong) else _bytes(real, shown, limits)
    if isinstance(data, Wrong):
        return None, [data.at(at(shown))]
    text, found = decode(data, shown)
    if text is None:
        return None, found
    value, wrong = parse_json(text, shown, limits)
    if found or wrong:
        return None, [*found, *wrong]
    return _check(value, text, shown, str(real), limits)


def find(package: str | None) -> str | Diagnostic:
    """The path of the descriptor as messages show it, or why there is none."""
    if package is None:
        usual = (os.path.join("datapackage", FILE_NAME), FILE_NAME)
        shown = next((path for path in usual if os.path.exists(path)), None)
        message = "there is no package here: neither `datapackage/datapackage.json` nor `datapackage.json`"
        return shown or Wrong(NO_PACKAGE, message, _START).at(at(usual[0]))
    if "\0" in package or not os.path.exists(package):
        return Wrong(NO_PACKAGE, f"there is no package `{package}`", _START).at(at(package))
    if package.lower().endswith((".zip", ".tar.gz", ".tgz")):
        help_ = "unpack it, and name the folder"
        return Wrong(ARCHIVE, "packages in an archive are not read yet", help_).at(at(package))
    if not os.path.isdir(package):
        return package
    inner = os.path.normpath(os.path.join(package, FILE_NAME))
    if os.path.exists(inner):
        return inner
    return Wrong(NO_PACKAGE, f"the folder has no `{FILE_NAME}`", _START).at(at(package))


def _bytes(real: str, shown: str, limits: Limits) -> bytes | Wrong:
    return read_bytes(real, shown, limits.max_descriptor_bytes, "max_descriptor_bytes")


def _check(
    value: object, text: str, shown: str, real: str, limits: Limits
) -> tuple[Descriptor | None, list[Diagnostic]]:
    if not isinstance(value, dict):
        wrong = Wrong(
            DESCRIPTOR_VALUE, "a descriptor is one object", '{"name": …, "resources": […]}'
        )
        return None, [wrong.at(_span(shown, text, ()))]
    folder = os.path.dirname(real)
    resources, problems = read_resources(value.get("resources"), folder, os.path.dirname(shown))
    block, more = read_block(value.get("factcheck"), folder)
    problems += [*more, *_texts(value)]
    if problems:
        return None, _explain(value, problems, shown, text)
    name, version = value.get("name") or "", value.get("version") or ""
    folder_path = Path(folder)
    return Descriptor(
        Path(real), shown, folder_path, name, version, resources, block, limits, text
    ), []


def _texts(value: Mapping[str, object]) -> list[Problem]:
    return [
        ((key,), Wrong(DESCRIPTOR_VALUE, f"`{key}` has to be text", 'for example "1.0.0"'))
        for key in ("name", "version", "title")
        if not isinstance(value.get(key, ""), str)
    ]


def _explain(value: object, problems: list[Problem], shown: str, text: str) -> list[Diagnostic]:
    """The problems in their places, with what the JSON Schema of the profile adds to them."""
    from factcheck.vocabulary.profile import violations  # noqa: PLC0415 (costs more than a small package)

    covered = [path for path, _ in problems]
    added = [
        (path, Wrong(DESCRIPTOR_VALUE, message))
        for path, message in violations(value)
        if not any(path[: len(known)] == known or known[: len(path)] == path for known in covered)
    ]
    return [wrong.at(_span(shown, text, path)) for path, wrong in [*problems, *added]]


def _span(shown: str, text: str, path: JsonPath) -> Span:
    """The value at the path; where it is not there, the key of the nearest around it."""
    known = places(text)
    length = len(path)
    while path[:length] not in known and length:
        length -= 1
    found = known.get(path[:length])
    if found is None:
        return at(shown)
    start, end = found.value if length == len(path) or not found.key else found.key
    end = min(end, text.find("\n", start) if "\n" in text[start:end] else end)
    return place(shown, text, start, end - start)
