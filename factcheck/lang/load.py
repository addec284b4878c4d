"""Rule files: where they are, read in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from factcheck.diagnostics.binding_codes import NO_RULES, RULES_UNREADABLE
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.inputs import door
from factcheck.lang.parser import parse
from factcheck.lang.source import MAX_BYTES, decode
from factcheck.lang.syntax import Program
from factcheck.records import Factory, define
from factcheck.vocabulary.descriptor import Descriptor

ENDING: Final = ".rules"
FOLDER: Final = "rules"
MAX_FILES: Final = 1_000


def rules_of(
    descriptor: Descriptor | None, paths: Sequence[str], *, tests: bool = True
) -> tuple[list[Program], list[Diagnostic]]:
    """The programs of a run over a package: those of `load_rules`, wherever the package lies."""
    if descriptor is None:
        return load_rules(paths, None, ".", tests=tests)
    called = str(Path(descriptor.shown).parent)
    if paths or not descriptor.unpacked:
        return load_rules(paths, descriptor.rules, called, tests=tests)
    folder = str(descriptor.folder)
    place = Path(folder) / (descriptor.rules or FOLDER)
    if descriptor.rules is None and not door.is_folder(place):
        return [], []
    return _Loader(folder, called, tests=tests).load([(place, folder)])


def load_rules(
    paths: Sequence[str], own: str | None, folder: str, *, tests: bool = True
) -> tuple[list[Program], list[Diagnostic]]:
    """The programs of a run; without `tests`, those in order are only glanced at.

    Those that `paths` name; else what the package itself names, `own`, which has to lie inside its
    `folder`; else the folder `rules` in it or beside it.
    """
    return _Loader(tests=tests).load(_places(paths, own, folder))


def _places(
    paths: Sequence[str], own: str | None, folder: str
) -> Iterator[tuple[Path, str | None]]:
    """Files and folders to look at, each with the folder that it must not leave."""
    if paths:
        for path in paths:
            yield Path(path), None
        return
    if own is not None:
        yield Path(folder) / own, folder
        return
    inside, beside = Path(folder) / FOLDER, Path(folder) / os.pardir / FOLDER
    if door.is_folder(inside):
        yield inside, folder
    elif door.is_folder(beside):
        yield beside, str(Path(folder) / os.pardir)


@define
class _Loader:
    """Reads rule files and collects what is wrong with them."""

    folder: str = ""
    called: str = ""
    """How messages call the folder; a file in no such folder is called by its path."""
    found: list[Diagnostic] = Factory(list)
    tests: bool = True

    def load(
        self, places: Iterable[tuple[Path, str | None]]
    ) -> tuple[list[Program], list[Diagnostic]]:
        """The programs at the places, each file once."""
        programs: list[Program] = []
        seen: set[str] = set()
        for path, root in places:
            for file in self.files(path, root):
                real = door.real(file)
                if real in seen:
                    continue
                seen.add(real)
                text = self.text(file)
                if text is not None:
                    program, wrong = parse(text, self.shown(file), tests=self.tests)
                    programs.append(program)
                    self.found += wrong
        return programs, self.found

    def shown(self, path: Path) -> str:
        """The path as messages show it."""
        if self.folder and path.is_relative_to(self.folder):
            path = Path(self.called, path.relative_to(self.folder))
        return os.path.normpath(path).replace(os.sep, "/")

    def files(self, path: Path, root: str | None) -> list[Path]:
        """The rule files at a place, sorted; links that lead out of `root` are refused."""
        if not door.exists(path):
            self.wrong(path, f"there is no file or folder `{self.shown(path)}`")
            return []
        files: Sequence[Path] = [path]
        if door.is_folder(path):
            files = door.files_below(path, ENDING)
            if not files:
                message = f"the folder holds no file that ends in {ENDING}"
                self.found.append(Diagnostic(NO_RULES, message, at(self.shown(path))))
            if len(files) > MAX_FILES:
                self.wrong(path, f"the folder holds more than {MAX_FILES} files of rules")
                return []
        kept = [file for file in files if root is None or _is_inside(file, root)]
        for file in files:
            if file not in kept:
                self.wrong(file, "the file lies outside the package")
        return kept

    def text(self, path: Path) -> str | None:
        """The text of a regular file."""
        try:
            data = door.rules(path, MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "the name is no path"
            self.wrong(path, f"the file cannot be read: {reason}")
            return None
        if data is None:
            self.wrong(path, "this is not a regular file")
            return None
        text, wrong = decode(data, self.shown(path))
        self.found += wrong
        return text

    def wrong(self, path: Path, message: str) -> None:
        """Collect why a file cannot be taken."""
        help_ = "name a file or folder of rules"
        self.found.append(Diagnostic(RULES_UNREADABLE, message, at(self.shown(path)), help=help_))


def _is_inside(file: Path, root: str) -> bool:
    real = door.real(root)
    return os.path.commonpath([real, door.real(file)]) == real
