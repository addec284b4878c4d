"""Cases of broken packages: the good package with some lines changed, and what is said about it.

A case file is Markdown: a heading for each case, its changes as fenced `diff` blocks that name a
file, and a `text` block with the mistakes, each as `CODE path:line:column-end message`, with
labels, notes and help below it. `escaped` blocks give a file's whole bytes, with Python's escapes.
`zip` blocks pack an archive as `zips.pack` says. A line `Package: NAME` gives the argument of the
command, a line `Takes: NAME` has the good package take one of `others`, as its resource says in a
`json` block. `UPDATE_CASES=1 pytest` rewrites the `text` blocks, to be read before they are kept.
"""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from factcheck.claims.model import Claims
from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.diagnostics.span import Span
from factcheck.vocabulary.descriptor import Descriptor, read_descriptor
from factcheck.vocabulary.limits import DEFAULT_LIMITS, Limits
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import Place, opened
from factcheck.vocabulary.read import read_vocabulary
from tests.vocabulary.zips import pack

HERE = Path(__file__).parent
GOOD = HERE / "good"
OTHERS = HERE / "others"
UPDATE = bool(os.environ.get("UPDATE_CASES"))

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(diff|escaped|zip|text) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_PACKAGE = re.compile("^Package: (.+)$", re.MULTILINE)
_TAKES = re.compile(r"^Takes: (.+)$\n\n```json\n((?:.*\n)*?)```$", re.MULTILINE)
_LAST = '    {"name": "claims", "path": "data/claims.csv"}\n'


@frozen
class Case:
    """One broken package, and the mistakes that are told."""

    title: str
    package: str | None
    changes: Sequence[tuple[str, str, str]]
    """Kind of block, file, and content."""
    expected: str
    takes: tuple[str, str] | None = None
    """The name of another package, and what the resource says of it."""


@frozen
class Package:
    """Everything that reading a package gives."""

    descriptor: Descriptor | None
    vocabulary: Vocabulary | None
    claims: Claims | None
    diagnostics: list[Diagnostic]


def read(package: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Package:
    """All stages, as far as they get."""
    with opened(package, limits) as place:
        return _read(place, limits)


def _read(package: Place, limits: Limits) -> Package:
    vocabulary = claims = None
    descriptor, diagnostics = read_descriptor(package, limits)
    if descriptor:
        vocabulary, found = read_vocabulary(descriptor)
        diagnostics = diagnostics + found
    if descriptor and vocabulary:
        claims, found = read_claims(descriptor, vocabulary)
        diagnostics = diagnostics + found
    return Package(descriptor, vocabulary, claims, diagnostics)


def copy_good(folder: Path) -> None:
    """The good package in this folder."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)


def cases(folder: Path) -> Iterator[tuple[Path, Case]]:
    """All cases of a folder, with their files."""
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        _, *parts = _HEADING.split(text)
        for title, body in zip(parts[::2], parts[1::2], strict=True):
            blocks = [match.groups() for match in _BLOCK.finditer(body)]
            changes = [(kind, name, content) for kind, name, content in blocks if kind != "text"]
            (expected,) = [content for kind, _, content in blocks if kind == "text"]
            package, takes = _PACKAGE.search(body), _TAKES.search(body)
            other = (takes[1], takes[2]) if takes else None
            yield path, Case(title, package and package[1], changes, expected, other)


def take(name: str, said: str, folder: Path) -> None:
    """Put one of the other packages into the folder, and have the package there take it."""
    shutil.copytree(OTHERS / name, folder / "vendor" / name)
    path = f"vendor/{name}/data/claims.csv"
    resource = f'    {{"name": "{name}", "path": "{path}", "factcheck": {said.strip()}}}\n'
    descriptor = folder / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8")
    assert _LAST in text
    text = text.replace(_LAST, f"{_LAST.rstrip()},\n{resource}")
    descriptor.write_text(text, encoding="utf-8")


def apply(case: Case, folder: Path) -> None:
    """Change the package in the folder as the case says."""
    if case.takes:
        take(*case.takes, folder)
    for kind, name, content in case.changes:
        path = folder / name
        if kind == "escaped":
            data = content.removesuffix("\n").encode("ascii").decode("unicode_escape")
            path.write_bytes(data.encode("latin-1"))
        elif kind == "zip":
            pack(path, content.splitlines(), folder)
        else:
            path.write_text(edited(path.read_text(encoding="utf-8"), content), encoding="utf-8")


def edited(text: str, diff: str) -> str:
    """The text with the lines after `-` replaced by those after `+`, which else come last."""
    lines = diff.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
    if not old:
        return text + new
    assert text.count(old) == 1, f"these lines are not there once: {old}"
    return text.replace(old, new)


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """The diagnostics in the form of the cases."""
    lines: list[str] = []
    for found in sorted_diagnostics(list(diagnostics)):
        lines.append(f"{found.code.id} {_place(found.span)} {found.message}")
        lines += [f"  also {_place(label.span)} {label.text}" for label in found.labels]
        lines += [f"  note: {note}" for note in found.notes]
        lines += [f"  help: {found.help}"] if found.help else []
    return "".join(f"{line}\n" for line in lines)


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}-{span.end_column}"


def update(path: Path, case: Case, actual: str) -> None:
    """Write what is told into the case file, to be read by whoever asked for it."""
    text = path.read_text(encoding="utf-8")
    start = text.index(f"# {case.title}\n")
    before, block, after = text[start:].partition("```text\n" + case.expected + "```")
    assert block
    path.write_text(text[:start] + before + "```text\n" + actual + "```" + after, encoding="utf-8")
