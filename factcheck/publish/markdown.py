"""Texts of a package inside Markdown, where nothing of them is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>|#~$])")
_SPACES: Final = re.compile(r"\s+")


def plain(text: str) -> str:
    """The text on one line, its markup as it is, and what cannot be seen as its number."""
    line = _SPACES.sub(" ", text).strip()
    seen = "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in line)
    return _MARKUP.sub(r"\\\1", seen.replace("&", "&amp;"))


def code(text: str) -> str:
    """A name as code; one that holds a backtick as plain text."""
    return plain(text) if "`" in text or not text.isprintable() or not text else f"`{text}`"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are Markdown already."""
    yield f"| {' | '.join(header)} |"
    yield f"|{'|'.join('---' for _ in header)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
