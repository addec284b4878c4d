"""The archived texts of sources, as far as they are at hand.

A source finds its text by `path` inside the package; in a folder of sources by its hash, by its
path there, or by a file that is named like its path or its id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.grounding_codes import NO_TEXTS, OTHER_TEXT, TEXT_UNREADABLE
from factcheck.diagnostics.span import at
from factcheck.digest import sha256
from factcheck.grounding.cells import Cells
from factcheck.grounding.limits import MAX_TEXT_BYTES
from factcheck.grounding.model import SourceText
from factcheck.inputs import door
from factcheck.records import Factory, define
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.model import Source, Vocabulary
from factcheck.vocabulary.wrong import Wrong

if TYPE_CHECKING:
    from factcheck.grounding.folder import SourceFolder

Texts = dict[str, SourceText]


def read_texts(
    descriptor: Descriptor,
    vocabulary: Vocabulary,
    wanted: Collection[str],
    folder: str | None,
    cells: Cells,
) -> tuple[Texts, list[Diagnostic]]:
    """The texts of the wanted sources, and what is wrong with them."""
    reader = _Reader(descriptor, cells)
    opened = _opened(folder) if folder is not None else None
    if isinstance(opened, Wrong):
        return {}, [opened.at(at(str(folder)))]
    texts: Texts = {}
    for name in wanted:
        source = vocabulary.sources[name]
        text = (reader.from_folder(source, opened) if opened else None) or reader.own(source)
        if text:
            texts[name] = text
    if folder is not None and wanted and not reader.used:
        message = f"no file in `{folder}` is the text of a source with quotes"
        help_ = "name a file by the id of its source, or fill `sha256` in the table of sources"
        reader.found.append(Wrong(NO_TEXTS, message, help_).at(at(folder)))
    return texts, reader.found


def _opened(folder: str) -> SourceFolder | Wrong:
    from factcheck.grounding.folder import open_folder  # noqa: PLC0415 (only for `--sources`)

    return open_folder(folder)


@define
class _Reader:
    descriptor: Descriptor
    cells: Cells
    found: list[Diagnostic] = Factory(list)
    used: bool = False
    """Whether any file of the folder was taken as a text."""

    def own(self, source: Source) -> SourceText | None:
        """The text that the package itself carries."""
        if not source.path:
            return None
        shown = str(Path(self.descriptor.shown).parent / source.path)
        real = inside(self.descriptor.folder, source.path)
        if isinstance(real, Path) and not door.exists(real):
            return None  # a package may be passed on without texts that are not its own
        data = real if isinstance(real, Wrong) else read_text_bytes(real, shown)
        if isinstance(data, Wrong):
            self._tell(source, "path", data)
            return None
        return self._text(source, "path", shown, data)

    def from_folder(self, source: Source, folder: SourceFolder) -> SourceText | None:
        """The text that the folder has: the one with the right hash before one with the name."""
        named = folder.named(source.id, source.path)
        by_hash = folder.by_hash(source.sha256, named) if source.sha256 else None
        path = by_hash or named
        if path is None:
            return None
        self.used = True
        data = read_text_bytes(path, folder.shown(path))
        if isinstance(data, Wrong):
            self._tell(source, "source_id", data)
            return None
        return self._text(source, "source_id", folder.shown(path), data)

    def _text(self, source: Source, column: str, shown: str, data: bytes) -> SourceText | None:
        """The text of a file, with its hash against the one that the table has."""
        digest = sha256(data)
        if source.sha256 and source.sha256.lower() != digest:
            message = f"`{shown}` is not the text that was archived: its hash is {digest}"
            help_ = "bring the archived file back; or, if the new text is meant, empty the cell"
            self._tell(source, "sha256", Wrong(OTHER_TEXT, message, help_))
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = data[error.start]
            message = f"`{shown}` is not UTF-8: byte 0x{byte:02X} at {error.start}"
            help_ = "its quotes are not looked for; save the text as UTF-8"
            self._tell(source, column, Wrong(TEXT_UNREADABLE, message, help_))
            return None
        return SourceText(source.id, shown, text, digest)

    def _tell(self, source: Source, column: str, wrong: Wrong) -> None:
        self.found.append(wrong.at(self.cells.span("sources", source.id, column)))


def read_text_bytes(path: Path, shown: str) -> bytes | Wrong:
    """The bytes of an archived text; what keeps them from being read is a warning."""
    data = read_bytes(path, shown, MAX_TEXT_BYTES, "MAX_TEXT_BYTES")
    return Wrong(TEXT_UNREADABLE, data.message, data.help) if isinstance(data, Wrong) else data


def texts_wanted(vocabulary: Vocabulary, quoted: Collection[str]) -> Iterator[str]:
    """The sources that are quoted, in the order of their table."""
    return (name for name in vocabulary.sources if name in quoted)
