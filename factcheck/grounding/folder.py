"""A folder of archived texts: its files by name and by hash, none of them outside of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from factcheck.diagnostics.grounding_codes import NO_TEXTS
from factcheck.digest import sha256
from factcheck.grounding.limits import MAX_FILES, MAX_TEXT_BYTES
from factcheck.inputs import door
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.wrong import Wrong

_ENDINGS: Final = (".txt", ".md", "")
"""Of two files with one name, the one that is likelier to be the text."""


def open_folder(folder: str) -> SourceFolder | Wrong:
    """The folder, or why it is none."""
    if not door.is_folder(folder):
        return Wrong(NO_TEXTS, f"there is no folder `{folder}`", "name the folder of the texts")
    return SourceFolder(Path(door.real(folder)), folder)


class SourceFolder:
    """The files of a folder; hashes are computed when the first source asks for one."""

    def __init__(self, folder: Path, shown: str) -> None:
        self._folder = folder
        self._shown = shown
        self._files: tuple[Path, ...] | None = None
        self._hashes: dict[Path, str] = {}

    def shown(self, path: Path) -> str:
        """A path as messages show it."""
        return str(Path(self._shown) / path.relative_to(self._folder))

    def named(self, source_id: str, path: str) -> Path | None:
        """The file at a source's path, or else the one with its name, or the source's id."""
        if path:
            real = inside(self._folder, path)
            if isinstance(real, Path) and door.is_file(real):
                return real
        name = path.rpartition("/")[2]
        for matches in (
            [file for file in self._all() if name and file.name == name],
            sorted(
                (file for file in self._all() if source_id in {file.stem, file.name}),
                key=lambda file: (file.suffix not in _ENDINGS, file.suffix, str(file)),
            ),
        ):
            if matches:
                return matches[0]
        return None

    def by_hash(self, sha256: str, first: Path | None) -> Path | None:
        """The file with this hash; `first` is looked at before the others."""
        wanted = sha256.lower()
        files = (*((first,) if first else ()), *self._all())
        return next((file for file in files if self._hash(file) == wanted), None)

    def _hash(self, path: Path) -> str:
        if path not in self._hashes:
            data = read_bytes(path, str(path), MAX_TEXT_BYTES, "MAX_TEXT_BYTES")
            known = "" if isinstance(data, Wrong) else sha256(data)
            self._hashes[path] = known
        return self._hashes[path]

    def _all(self) -> tuple[Path, ...]:
        """The regular files in the folder and below it, in the order of their names."""
        if self._files is None:
            self._files = tuple(islice(self._walk(), MAX_FILES))
        return self._files

    def _walk(self) -> Iterator[Path]:
        """Neither links, which may lead out, nor what is hidden."""
        for path in door.files_below(self._folder, ""):
            hidden = any(part.startswith(".") for part in path.relative_to(self._folder).parts)
            if not hidden and door.real(path) == str(path) and door.is_file(path):
                yield path
