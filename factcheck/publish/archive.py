"""The archive and the checksums."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from typing import Final

from factcheck.publish.form import Files

SUMS: Final = "SHA256SUMS"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE: Final = 0o100644


def checksums(files: Files) -> bytes:
    """A line for each file, as `sha256sum -c` reads them."""
    lines = [f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())]
    return "".join(lines).encode("utf-8")


def archive(files: Files) -> bytes:
    """A zip file of the files by their paths, all with the first date that the format has.

    They are stored as they are: what a compressor makes of them depends on which one Python was
    built with, and the same files have to give the same archive everywhere.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as made:
        for path, data in sorted(files.items()):
            member = zipfile.ZipInfo(path, _EPOCH)
            member.create_system = 3  # Unix, wherever it is built
            member.external_attr = _REGULAR_FILE << 16
            made.writestr(member, data)
    return buffer.getvalue()
