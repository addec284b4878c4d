"""How a published form differs from one made anew, and whether its version says so."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import OUT_OF_DATE, VERSION_KEPT
from factcheck.diagnostics.span import at
from factcheck.publish.form import Content, Files
from factcheck.publish.published import contents, descriptor
from factcheck.vocabulary.find import FILE_NAME

_SHOWN: Final = 5
_PART: Final = re.compile(r"[0-9]+")


def changes(content: Content, files: Files, out: Path) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """The paths that differ, and what is to be done about it."""
    if not out.is_dir():
        message = "there is no published form yet"
        return tuple(sorted(files)), [Diagnostic(OUT_OF_DATE, message, at(out.name), help=_BUILD)]
    paths = _differing(files, out)
    if not paths:
        return (), []
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    message = f"{', '.join(paths[:_SHOWN])}{more} would change"
    found = [Diagnostic(OUT_OF_DATE, message, at(out.name), help=_BUILD)]
    return tuple(paths), found + kept_version(content, files, out)


def kept_version(content: Content, files: Files, out: Path) -> list[Diagnostic]:
    """A warning when other content would be published under a version that is already there."""
    there = descriptor(out)
    before, now = str(there.get("version", "")), str(content.source["version"])
    if there.get("name") != content.source["name"] or _order(now) > _order(before):
        return []
    if not _differing(files, out):
        return []
    what = f"is still {now}" if before == now else f"went back from {before} to {now}"
    message = f"the content differs from what is published, and the version {what}"
    span = content.result.descriptor.span("version") if content.result.descriptor else at(FILE_NAME)
    return [Diagnostic(VERSION_KEPT, message, span, help="raise `version`")]


_BUILD: Final = "run `factcheck build`"


def _differing(files: Files, out: Path) -> list[str]:
    """The paths of which only one side has the file, or the two have another content."""
    there = contents(out)
    made = {path: sha256(data).hexdigest() for path, data in files.items()}
    return sorted(path for path in {*made, *there} if made.get(path) != there.get(path))


def _order(version: str) -> tuple[tuple[int, ...], bool, str]:
    """So that 0.10.0 comes after 0.9.0, and 1.0.0 after 1.0.0-rc.1."""
    released, dash, label = version.partition("+")[0].partition("-")
    numbers = tuple(int(part[:9]) for part in _PART.findall(released))
    return numbers, not dash, label
