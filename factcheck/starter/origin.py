"""Where this program was installed from, so that others can install the same."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any, Final
from urllib.parse import urlsplit

from factcheck import __version__

PINNED: Final = f"factcheck=={__version__}"


def requirement(record: str | None) -> str | None:
    """What pip installs to get the same, from the record of an installation (PEP 610).

    Without a record it came from an index, by its name. None where only this machine has it.
    """
    if record is None:
        return PINNED
    try:
        said: dict[str, Any] = json.loads(record)
        url, vcs = said["url"], said.get("vcs_info")
        parts = urlsplit(url)
        if parts.scheme != "https" or "@" in parts.netloc or not url.isprintable() or '"' in url:
            return None
        return f"factcheck @ {vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else f"factcheck @ {url}"
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def installed() -> str | None:
    """The record of this program's own installation."""
    try:
        return distribution("factcheck").read_text("direct_url.json")
    except (PackageNotFoundError, OSError, UnicodeError):
        return None
