"""Texts in XML, whether in an element or in an attribute in double quotes."""

from __future__ import annotations

from typing import Final

from factcheck.report.escape import for_terminal

_ENTITIES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)


def for_xml(text: str) -> str:
    """The text as plain characters; those that no XML may hold are visible stand-ins."""
    return for_terminal(text).translate(_ENTITIES)
