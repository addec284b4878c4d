"""What GitHub accepts of one upload of SARIF; what is beyond is left out, and said to be."""

from __future__ import annotations

from typing import Final

RESULTS: Final = 25_000
"""Of one run."""

RULES: Final = 25_000

LOCATIONS: Final = 1_000
"""Related ones of one result."""

STEPS: Final = 10_000
"""Locations in the thread flows of one result."""

TAGS: Final = 20
"""Of one rule."""

BYTES: Final = 10_000_000
"""Of the whole, compressed by gzip."""

DESCRIPTION: Final = 1_024
"""Characters of a description of a rule."""


def fits(document: str) -> bool:
    """Whether a document is small enough; a short one is not compressed to find out."""
    data = document.encode("utf-8")
    if len(data) <= BYTES:
        return True
    from zlib import compress  # noqa: PLC0415 (only for what is large)

    return len(compress(data, 6)) <= BYTES
