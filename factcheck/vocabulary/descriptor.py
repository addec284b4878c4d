"""The descriptor of a package: found, read and checked; every mistake with its line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import DESCRIPTOR_VALUE, NOT_TAKEN
from factcheck.diagnostics.span import Span
from factcheck.records import Record, evolve, frozen
from factcheck.vocabulary.advice import advice
from factcheck.vocabulary.block import Block, read_block
from factcheck.vocabulary.descriptor_file import DescriptorFile, open_descriptor
from factcheck.vocabulary.family import Family
from factcheck.vocabulary.files import inside
from factcheck.vocabulary.json_places import JsonPath
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.opened import Place
from factcheck.vocabulary.resources import Problem, Resource, read_resources
from factcheck.vocabulary.wrong import Wrong

if TYPE_CHECKING:  # few packages take others
    from factcheck.vocabulary.taking import Taking

_TEXT: Final = "put it in double quotes"


@frozen
class Descriptor(Record):
    """A descriptor that is in order: the package's name, its tables and its policy."""

    name: str
    version: str
    resources: Mapping[str, Resource]
    """By the name of the table."""
    own: Block
    """What it says of its policy itself."""
    block: Block
    """The same with the policies of the packages that it takes."""
    limits: Limits
    file: DescriptorFile
    title: str = ""
    taken: tuple[Taken, ...] = ()
    """The packages whose claims are some of this one's, in the order of its resources."""

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


@frozen
class Taken(Record):
    """A package that another one takes, and how."""

    taking: Taking
    descriptor: Descriptor

    @property
    def folder(self) -> str:
        """Its folder relative to that of the package that takes it; empty when it is the same."""
        folder = PurePosixPath(self.taking.package)
        named = folder if folder.name != self.descriptor.path.name else folder.parent
        return "" if named == PurePosixPath() else str(named)


def read_descriptor(
    package: Place = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Descriptor | None, list[Diagnostic]]:
    """The descriptor that `package` names: a file, a folder, or None for the usual places.

    Archives have to be opened first, see `opened`. Advice may come with a descriptor.
    """
    value, file, found = open_descriptor(package, limits)
    if file is None:
        return None, found
    descriptor, more = _check(value, file, Family(limits))
    found = [*found, *more]
    if descriptor is not None and isinstance(value, dict):
        found += _advice(value, file)
    return descriptor, found


def _check(
    value: object, file: DescriptorFile, family: Family
) -> tuple[Descriptor | None, list[Diagnostic]]:
    if not isinstance(value, dict):
        example = '{"name": "my-claims", "resources": [], "factcheck": {"profile": "1.0"}}'
        wrong = Wrong(DESCRIPTOR_VALUE, "a descriptor is one object", example)
        return None, [wrong.at(file.spans([()])[0])]
    folder = file.path.parent
    resources, problems = read_resources(value.get("resources"), folder, file.shown.parent)
    asked, wrong_takings = _takings(value.get("resources"))
    block, more = read_block(value.get("factcheck"), folder)
    problems += [*wrong_takings, *more, *_texts(value)]
    if problems:
        return None, _explain(value, problems, file, family.limits.max_diagnostics)
    name, version = value.get("name", ""), value.get("version", "")
    title = value.get("title", "")
    made = Descriptor(name, version, resources, block, block, family.limits, file, title)
    if asked:
        return _with_taken(made, asked, family)
    return made, family.named(name, file) if family.open else []


def _takings(resources: object) -> tuple[list[Taking], list[Problem]]:
    """What the resources say of packages that are taken, and what is wrong with that."""
    listed = resources if isinstance(resources, list) else ()
    if not any(isinstance(value, dict) and "factcheck" in value for value in listed):
        return [], []
    from factcheck.vocabulary.taking import takings  # noqa: PLC0415 (few packages take others)

    return takings(resources)


def _with_taken(
    descriptor: Descriptor, asked: Sequence[Taking], family: Family
) -> tuple[Descriptor | None, list[Diagnostic]]:
    """The descriptor with the packages that it takes; None when one of them has an error."""
    from factcheck.vocabulary.policy import joined  # noqa: PLC0415 (few packages take others)

    file, taken = descriptor.file, []
    found = family.named(descriptor.name, file)
    family.open.append(descriptor.path)
    for taking in asked:
        value, other, wrong = family.file(taking, file)
        theirs = None
        if other is not None:
            theirs, more = _check(value, other, family)
            wrong = [*wrong, *more]
        found += wrong
        if theirs is not None:
            taken.append(Taken(taking, theirs))
            found += _other_claims(descriptor, taking, theirs)
    family.open.pop()
    others = [(one.taking, one.descriptor.block, one.descriptor.file) for one in taken]
    block, wrong = joined(descriptor.block, file, others)
    found += wrong
    if any(one.is_error for one in found):
        return None, found
    return evolve(descriptor, block=block, taken=tuple(taken)), found


def _other_claims(
    descriptor: Descriptor, taking: Taking, theirs: Descriptor
) -> Iterator[Diagnostic]:
    """A mistake when the file of the resource is not that of the package's claims."""
    claims = theirs.resources["claims"]
    if inside(descriptor.folder, taking.claims) != claims.path:
        message = "`path` is not the table `claims` of the package that this resource takes"
        wrong = Wrong(NOT_TAKEN, message, f"its claims are in {claims.shown}")
        yield wrong.at(descriptor.span("resources", taking.index, "path"))


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
