"""The descriptor of a package: found, read and checked; every mistake with its line and column."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import field, frozen

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import DESCRIPTOR_VALUE
from factcheck.diagnostics.span import Span, at
from factcheck.values.record import Record
from factcheck.vocabulary.block import Block, read_block
from factcheck.vocabulary.decoding import decode, place
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.find import find
from factcheck.vocabulary.json_places import JsonPath, JsonPlace, places
from factcheck.vocabulary.json_text import parse_json
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.opened import INSIDE, Place, Unpacked
from factcheck.vocabulary.resources import Problem, Resource, read_resources
from factcheck.vocabulary.wrong import Wrong

_TEXT: Final = "put it in double quotes"


@frozen(eq=False, repr=False)
class _File(Record):
    """The descriptor as a file: where it is, how messages call it, and what it says."""

    path: Path
    shown: Path
    text: str = field(repr=False)
    unpacked: bool = False
    """Whether it comes from an archive, and lies somewhere else than messages say."""

    def spans(self, paths: Sequence[JsonPath]) -> list[Span]:
        """Where the values at the paths stand; else the key of the nearest around."""
        known = places(self.text)
        return [self._span(path, known) for path in paths]

    def _span(self, path: JsonPath, known: Mapping[JsonPath, JsonPlace]) -> Span:
        length = len(path)
        while length and path[:length] not in known:
            length -= 1
        found = known.get(path[:length])
        if found is None:
            return at(str(self.shown))
        start, end = found.value if length == len(path) or not found.key else found.key
        line_end = self.text.find("\n", start, end)
        width = (end if line_end < 0 else line_end) - start
        return place(str(self.shown), self.text, start, width)


@frozen(eq=False, repr=False)
class Descriptor(Record):
    """A descriptor that is in order: the package's name, its tables and its policy."""

    name: str
    version: str
    resources: Mapping[str, Resource]
    """By the name of the table."""
    block: Block
    limits: Limits
    file: _File

    @property
    def path(self) -> Path:
        """The real path."""
        return self.file.path

    @property
    def shown(self) -> str:
        """The path for messages, relative where the user gave a relative one."""
        return str(self.file.shown)

    @property
    def folder(self) -> Path:
        """The real path of the package's folder."""
        return self.file.path.parent

    @property
    def unpacked(self) -> bool:
        """Whether the package comes from an archive, so that its folder goes when the run ends."""
        return self.file.unpacked

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
        return self.file.spans([path])[0]


def read_descriptor(
    package: Place = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Descriptor | None, list[Diagnostic]]:
    """The descriptor that `package` names: a file, a folder, or None for the usual places.

    Archives have to be opened first, see `opened`.
    """
    shown = find(package)
    if isinstance(shown, Diagnostic):
        return None, [shown]
    place = shown
    if isinstance(package, Unpacked):
        place, shown = shown, Path(package.archive + INSIDE, shown.relative_to(package.folder))
    real = inside(place.parent.resolve(), place.name)
    data = real if isinstance(real, Wrong) else _bytes(real, shown, limits)
    if isinstance(data, Wrong) or isinstance(real, Wrong):
        return None, [wrong.at(at(str(shown))) for wrong in (data,) if isinstance(wrong, Wrong)]
    text, found = decode(data, str(shown))
    if text is None:
        return None, found
    value, syntax = parse_json(text, str(shown), limits)
    if found or syntax:
        return None, found or syntax
    return _check(value, _File(real, shown, text, isinstance(package, Unpacked)), limits)


def _bytes(real: Path, shown: Path, limits: Limits) -> bytes | Wrong:
    return read_bytes(real, str(shown), limits.max_descriptor_bytes, "max_descriptor_bytes")


def _check(
    value: object, file: _File, limits: Limits
) -> tuple[Descriptor | None, list[Diagnostic]]:
    if not isinstance(value, dict):
        example = '{"name": "my-claims", "resources": [], "factcheck": {"profile": "1.0"}}'
        wrong = Wrong(DESCRIPTOR_VALUE, "a descriptor is one object", example)
        return None, [wrong.at(file.spans([()])[0])]
    folder = file.path.parent
    resources, problems = read_resources(value.get("resources"), folder, file.shown.parent)
    block, more = read_block(value.get("factcheck"), folder)
    problems += [*more, *_texts(value)]
    if problems:
        return None, _explain(value, problems, file, limits.max_diagnostics)
    name, version = value.get("name", ""), value.get("version", "")
    return Descriptor(name, version, resources, block, limits, file), []


def _texts(value: Mapping[str, object]) -> list[Problem]:
    return [
        ((key,), Wrong(DESCRIPTOR_VALUE, f"`{key}` has to be text", _TEXT))
        for key in ("name", "version", "title")
        if not isinstance(value.get(key, ""), str)
    ]


def _explain(value: object, problems: list[Problem], file: _File, most: int) -> list[Diagnostic]:
    """The first problems in their places, with what the JSON Schema of the profile adds to them."""
    told = problems[:most]
    if len(told) == len(problems):
        told += _departures(value, [path for path, _ in told])
    spans = file.spans([path for path, _ in told])
    found = [wrong.at(span) for (_, wrong), span in zip(told, spans, strict=True)]
    return Mistakes(most, found, max(len(problems), len(told))).told()


def _departures(value: object, covered: Sequence[JsonPath]) -> list[Problem]:
    """What the schema finds where nothing was found yet."""
    from factcheck.vocabulary.profile import violations  # noqa: PLC0415 (costs more than a small package)

    return [
        (path, Wrong(DESCRIPTOR_VALUE, message))
        for path, message in violations(value)
        if not any(path[: len(known)] == known or known[: len(path)] == path for known in covered)
    ]
