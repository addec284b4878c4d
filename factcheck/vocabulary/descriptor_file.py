"""The descriptor as a file: found, read and parsed, with the places of its values."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span, at
from factcheck.inputs import door
from factcheck.records import Record, frozen
from factcheck.vocabulary.decoding import decode, place
from factcheck.vocabulary.files import inside, read_bytes
from factcheck.vocabulary.find import find
from factcheck.vocabulary.json_places import JsonPath, JsonPlace, places
from factcheck.vocabulary.json_text import parse_json
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.opened import INSIDE, Place, Unpacked
from factcheck.vocabulary.wrong import Wrong


@frozen
class DescriptorFile(Record):
    """The descriptor as a file: where it is, how messages call it, and what it says."""

    path: Path
    shown: Path
    text: str
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


def open_descriptor(
    package: Place, limits: Limits
) -> tuple[object, DescriptorFile | None, list[Diagnostic]]:
    """The JSON value and the file that `package` names; no file when there is an error."""
    shown = find(package)
    if isinstance(shown, Diagnostic):
        return None, None, [shown]
    there = shown
    if isinstance(package, Unpacked):
        there, shown = shown, Path(package.archive + INSIDE, shown.relative_to(package.folder))
    real = inside(Path(door.real(there.parent)), there.name)
    if isinstance(real, Wrong):
        return None, None, [real.at(at(str(shown)))]
    return read_file(real, shown, limits, unpacked=isinstance(package, Unpacked))


def read_file(
    real: Path, shown: Path, limits: Limits, *, unpacked: bool
) -> tuple[object, DescriptorFile | None, list[Diagnostic]]:
    """As `open_descriptor`, from the real path of a file, which messages call `shown`."""
    data = read_bytes(real, str(shown), limits.max_descriptor_bytes, "max_descriptor_bytes")
    if isinstance(data, Wrong):
        return None, None, [data.at(at(str(shown)))]
    text, found = decode(data, str(shown))
    if text is None:
        return None, None, found
    value, syntax = parse_json(text, str(shown), limits)
    if any(one.is_error for one in found):
        return None, None, found
    if syntax:
        return None, None, [*found, *syntax]
    return value, DescriptorFile(real, shown, text, unpacked), found
