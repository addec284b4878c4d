"""Looks at a text before it is read: its encoding, its size, and characters that nobody sees."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import name as character_name

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span, at

MAX_CHARACTERS: Final = 1_000_000
MAX_BYTES: Final = 4 * MAX_CHARACTERS

_TURNS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028\u2029\u2060-\u2064\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_SUSPECT: Final = f"(?P<turn>[{_TURNS}])|[{_UNSEEN}]|\r(?!\n)"
_LAST_ASCII: Final = 0x7F


def decode(data: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    """The text of a file, without a byte order mark; empty where it is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        return "", [_too_large(path)]
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error, path)]


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Diagnostic:
    before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    message = f"the byte 0x{data[error.start]:02x} is not UTF-8 text"
    help_ = "save the file as UTF-8"
    return Diagnostic(codes.NOT_UTF8, message, at(path, line, column), help=help_)


def _too_large(path: str) -> Diagnostic:
    message = f"a file of rules has at most {MAX_CHARACTERS:,} characters"
    return Diagnostic(codes.TEXT_TOO_LARGE, message, at(path), help="make several files of it")


def checked(text: str, path: str) -> tuple[str, list[Diagnostic]]:
    """The text with a space for every unseen character, and each of those as a mistake.

    The length stays as it is, so that every place is a place in the original text too.
    """
    if len(text) > MAX_CHARACTERS:
        return "", [_too_large(path)]
    if text.replace("\n", " ").replace("\t", " ").isprintable():
        return text, []  # none of the suspects is printable
    found: list[Diagnostic] = []
    line, start = 1, 0
    for match in re.finditer(_SUSPECT, text):
        between = text.count("\n", start, match.start())
        if between:
            line, start = line + between, text.rindex("\n", start, match.start()) + 1
        found.append(_unseen(match, at(path, line, match.start() - start + 1)))
    return re.sub(_SUSPECT, " ", text), found


def _unseen(match: re.Match[str], span: Span) -> Diagnostic:
    character = match[0]
    shown = _shown(character)
    if match["turn"]:
        message = f"{shown} turns the direction of writing, so that the text is not what it seems"
        return Diagnostic(codes.DIRECTION_CONTROL, message, span, help="take it out")
    message = f"{shown} cannot be seen and has no meaning here"
    return Diagnostic(codes.CONTROL_CHARACTER, message, span, help="take it out")


def _shown(character: str) -> str:
    number = f"U+{ord(character):04X}"
    if ord(character) <= _LAST_ASCII:
        return f"the control character {number}"
    known = character_name(character, "")
    return f"the character {number} ({known.lower()})" if known else f"the character {number}"
