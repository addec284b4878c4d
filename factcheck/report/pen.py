"""Colours and weights of the terminal, or none."""

from typing import Final

_CODES: Final = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "red": "1;31",
    "yellow": "1;33",
    "green": "1;32",
    "blue": "1;34",
    "cyan": "36",
}

VERDICT_STYLES: Final = {
    "holds": "green",
    "violated": "red",
    "undetermined": "yellow",
    "not_exercised": "blue",
}
SEVERITY_STYLES: Final = {"error": "red", "warning": "yellow", "info": "blue"}
VERDICT_MARKS: Final = {
    "holds": "✓",
    "violated": "✗",
    "undetermined": "?",
    "not_exercised": "○",
}


def paint(text: str, style: str) -> str:
    """The text in a style, for a terminal that shows colours."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if style and text else text


def plain(text: str, style: str) -> str:  # noqa: ARG001 (the signature of `paint`)
    """The text alone, for everything else."""
    return text
