"""The only way to a file of a package: inside its folder, a regular file, and not too large."""

import re
from pathlib import Path
from typing import Final

from factcheck.diagnostics.package_codes import NOT_READABLE, OUTSIDE, TOO_LARGE
from factcheck.inputs import door
from factcheck.vocabulary.wrong import Wrong, shorten

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_RELATIVE: Final = "write it relative to the descriptor's folder, with `/`: `data/claims.csv`"


def check_relative(written: str) -> Wrong | None:
    """What is wrong with the text of a path before any file is looked at; None when nothing is."""
    shown = shorten(written)
    if _URL.match(written):
        return Wrong(OUTSIDE, f"`{shown}` is a URL, and nothing is fetched", _RELATIVE)
    if written.startswith(("/", "~", "\\")) or _DRIVE.match(written):
        return Wrong(OUTSIDE, f"`{shown}` is not a path inside the package", _RELATIVE)
    if "\\" in written or _CONTROL.search(written):
        return Wrong(OUTSIDE, "the path has a character that no portable path has", _RELATIVE)
    if ".." in written.split("/"):
        return Wrong(OUTSIDE, f"`{shown}` climbs out of its folder with `..`", _RELATIVE)
    return None


def inside(folder: Path, written: str) -> Path | Wrong:
    """The real path of what `written` names in the real `folder`, never of anything outside."""
    wrong = check_relative(written)
    if wrong:
        return wrong
    try:
        real = Path(door.real(folder / written))
        leads_in_a_circle = real.is_symlink()
    except (OSError, ValueError):
        return _no_path(written)
    if leads_in_a_circle:
        return _no_path(written)
    if not real.is_relative_to(folder):
        return Wrong(OUTSIDE, f"`{shorten(written)}` is a link that leads out of the package")
    return real


def _no_path(written: str) -> Wrong:
    return Wrong(NOT_READABLE, f"`{shorten(written)}` is no path that this system can follow")


def read_bytes(path: Path, shown: str, max_bytes: int, limit: str) -> bytes | Wrong:
    """The bytes of a regular file of at most `max_bytes`, the limit that is named `limit`."""
    try:
        data = door.content(path, max_bytes + 1)
    except FileNotFoundError:
        return Wrong(NOT_READABLE, f"there is no file `{shown}`")
    except (OSError, ValueError) as error:
        return Wrong(NOT_READABLE, f"`{shown}` cannot be read: {_reason(error)}")
    if data is None:
        return Wrong(NOT_READABLE, f"`{shown}` is not a regular file")
    if len(data) > max_bytes:
        return Wrong(
            TOO_LARGE, f"`{shown}` has more than {max_bytes} bytes", f"the limit is `{limit}`"
        )
    return data


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or "the name is not a path"
