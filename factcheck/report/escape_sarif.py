"""Texts in a message of SARIF: no link, no placeholder, nothing that steers a viewer."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from factcheck.report.escape import for_terminal

_SAFE_IN_PATHS: Final = "/"


def for_sarif(text: str) -> str:
    """A message in plain text: braces doubled and the bracket of a link escaped, as SARIF asks."""
    plain = for_terminal(text).replace("{", "{{").replace("}", "}}")
    return plain.replace("](", "\\](")


def uri_of(path: str) -> str:
    """The path as a URI: relative as it is, percent-encoded; an absolute one names its scheme."""
    slashed = path.replace("\\", "/").removeprefix("./")
    encoded = quote(slashed.encode("utf-8", "surrogatepass"), safe=_SAFE_IN_PATHS)
    return f"file://{encoded}" if encoded.startswith("/") else encoded
