"""The descriptor of a package: found, read and checked; every mistake with its line and column."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import DESCRIPTOR_VALUE
from factcheck.diagnostics.span import Span
from factcheck.values.record import Record
from factcheck.vocabulary.advice import advice
from factcheck.vocabulary.block import Block, read_block
from factcheck.vocabulary.descriptor_file import DescriptorFile, open_descriptor
from factcheck.vocabulary.json_places import JsonPath
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.opened import Place
from factcheck.vocabulary.resources import Problem, Resource, read_resources
from factcheck.vocabulary.wrong import Wrong

_TEXT: Final = "put it in double quotes"


@frozen(eq=False, repr=False)
class Descriptor(Record):
    """A descriptor that is in order: the package's name, its tables and its policy."""

    name: str
    version: str
    resources: Mapping[str, Resource]
    """By the name of the table."""
    block: Block
    limits: Limits
    file: DescriptorFile
    title: str = ""

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

    Archives have to be opened first, see `opened`. Advice may come with a descriptor.
    """
    value, file, found = open_descriptor(package, limits)
    return (None, found) if file is None else _check(value, file, limits)


def _check(
    value: object, file: DescriptorFile, limits: Limits
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
    title = value.get("title", "")
    made = Descriptor(name, version, resources, block, limits, file, title)
    return made, _advice(value, file)


def _advice(value: Mapping[str, object], file: DescriptorFile) -> list[Diagnostic]:
    found = list(advice(value))
    spans = file.spans([path for path, _ in found]) if found else []
    return [wrong.at(span) for (_, wrong), span in zip(found, spans, strict=True)]


def _texts(value: Mapping[str, object]) -> list[Problem]:
    return [
        ((key,), Wrong(DESCRIPTOR_VALUE, f"`{key}` has to be text", _TEXT))
        for key in ("name", "version", "title")
        if not isinstance(value.get(key, ""), str)
    ]


def _explain(
    value: object, problems: list[Problem], file: DescriptorFile, most: int
) -> list[Diagnostic]:
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
