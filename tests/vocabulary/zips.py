"""Archives for tests, hostile ones included: a line for each member."""

import stat
import struct
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ALL = "everything"


def pack(path: Path, lines: Iterable[str], folder: Path) -> None:
    """Pack an archive, of lines such as these.

    `everything`: all files of the folder. `a.csv`: a file, with the content that it has in the
    folder, else its own name. `a -> b`: a link. `a is fifo`: a pipe. `a is locked`: an encrypted
    file. `a has 5000000`: a file of so many spaces.
    """
    names = [
        name for line in lines for name in (sorted(_files(folder, path)) if line == ALL else [line])
    ]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(*_member(name, folder))
    locked = [name.removesuffix(" is locked") for name in names if name.endswith(" is locked")]
    for name in locked:
        _lock(path, name)


def _files(folder: Path, archive: Path) -> Iterable[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path != archive:
            yield path.relative_to(folder).as_posix()


def _member(line: str, folder: Path) -> tuple[ZipInfo, bytes]:
    """The entry of a line and its content."""
    name, _, target = line.partition(" -> ")
    name, _, kind = name.partition(" is ")
    name, _, spaces = name.partition(" has ")
    entry = ZipInfo(name)
    # ZipInfo mends some names as it is made: here they are meant as they are.
    entry.filename = entry.orig_filename = name
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    mode = stat.S_IFLNK if target else stat.S_IFIFO if kind == "fifo" else stat.S_IFREG
    entry.external_attr = (mode | 0o644) << 16
    if target:
        return entry, target.encode()
    if spaces:
        return entry, b" " * int(spaces)
    try:
        return entry, (folder / name).read_bytes()
    except (OSError, ValueError):
        return entry, name.encode("utf-8", "replace")


def _lock(path: Path, name: str) -> None:
    """Set the flag of encryption in both headers of a member."""
    data = bytearray(path.read_bytes())
    for signature, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = data.rindex(
            signature, 0, data.rindex(name.encode()) if place == 8 else data.index(name.encode())
        )
        (flags,) = struct.unpack_from("<H", data, start + place)
        struct.pack_into("<H", data, start + place, flags | 1)
    path.write_bytes(data)
