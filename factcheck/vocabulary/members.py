"""Which members an archive may have: regular files inside it, each once, and not too large."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from factcheck.diagnostics.package_codes import ARCHIVE, MEMBER, OUTSIDE, TOO_LARGE
from factcheck.vocabulary.files import check_relative
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.wrong import Wrong, shorten

if TYPE_CHECKING:
    from zipfile import ZipInfo

_METHODS: Final = (0, 8)
"""Stored and deflated; the others may ask for much memory."""
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_SMALL: Final = 1_000_000
"""Bytes that do no harm, however well they were packed."""
_MADE_ANEW: Final = "pack the folder again, with regular files alone"


def check_members(members: Sequence[ZipInfo], limits: Limits) -> list[ZipInfo] | Wrong:
    """Those that are files, when all are in order; else the first thing that is wrong."""
    if len(members) > limits.max_members:
        message = f"the archive has more than {limits.max_members} members"
        return Wrong(TOO_LARGE, message, "the limit is `max_members`")
    files = [member for member in members if not _is_folder(member)]
    for member in members:
        wrong = _check_name(member.orig_filename, limits) or _check_form(member)
        if wrong:
            return wrong
    return _check_names(files) or _check_sizes(files, limits) or files


def _is_folder(member: ZipInfo) -> bool:
    return member.orig_filename.endswith("/") and not member.file_size


def _check_name(name: str, limits: Limits) -> Wrong | None:
    if len(name) > limits.max_name_characters:
        message = f"the name of a member has more than {limits.max_name_characters} characters"
        return Wrong(TOO_LARGE, message, "the limit is `max_name_characters`")
    outside = check_relative(name)
    if outside:
        message = f"the archive has a member whose name cannot be used: {outside.message}"
        return Wrong(OUTSIDE, message, "members are named relative to the package, with `/`")
    steps = name.removesuffix("/").split("/")
    if ":" in name or any(step in {"", "."} or step != step.strip(" ") for step in steps):
        message = f"`{shorten(name)}` is not a name that every system can hold"
        return Wrong(MEMBER, message, _MADE_ANEW)
    return None


def _check_form(member: ZipInfo) -> Wrong | None:
    """What is wrong with a member that is not simply a file or a folder."""
    name = shorten(member.orig_filename)
    kind = stat.S_IFMT(member.external_attr >> 16)
    fitting = stat.S_IFDIR if _is_folder(member) else stat.S_IFREG
    if kind not in {0, fitting}:
        what = "a link" if kind == stat.S_IFLNK else "neither a file nor a folder"
        return Wrong(MEMBER, f"`{name}` is {what}", _MADE_ANEW)
    if member.flag_bits & _ENCRYPTED:
        return Wrong(MEMBER, f"`{name}` is encrypted", "pack the folder again, without a password")
    if member.compress_type not in _METHODS:
        message = f"`{name}` is compressed in another way than by DEFLATE"
        return Wrong(ARCHIVE, message, "pack the folder again, as an ordinary ZIP archive")
    return None


def _check_names(files: Sequence[ZipInfo]) -> Wrong | None:
    """No two files under one name, on any system, and no file where a folder has to be."""
    seen: dict[str, str] = {}
    for member in files:
        name = member.orig_filename
        folded = normalize("NFC", name).casefold()
        if folded in seen:
            message = f"`{shorten(name)}` stands twice in the archive"
            return Wrong(MEMBER, message, "each file stands once, in capitals or not")
        seen[folded] = name
    for folded, name in seen.items():
        steps = folded.split("/")
        if any("/".join(steps[:length]) in seen for length in range(1, len(steps))):
            message = f"`{shorten(name)}` lies in a folder that is itself a file"
            return Wrong(MEMBER, message, _MADE_ANEW)
    return None


def _check_sizes(files: Sequence[ZipInfo], limits: Limits) -> Wrong | None:
    if sum(member.file_size for member in files) > limits.max_unpacked_bytes:
        message = f"the archive holds more than {limits.max_unpacked_bytes} bytes"
        return Wrong(TOO_LARGE, message, "the limit is `max_unpacked_bytes`")
    for member in files:
        if member.file_size > max(_SMALL, limits.max_ratio * member.compress_size):
            name = shorten(member.orig_filename)
            message = f"`{name}` is more than {limits.max_ratio} times as large as in the archive"
            return Wrong(TOO_LARGE, message, "the limit is `max_ratio`")
    return None
