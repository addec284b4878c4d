"""One escaping function an output: no text of a package or a rule file can steer what shows it."""

import re
from typing import Final

SPACES: Final = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Spaces other than ASCII's, which separate words and steer nothing."""

_IN_MARKDOWN: Final = {character: f"\\{character}" for character in r"\`*_{}[]()#!|~$"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
}
_REFERENCE: Final = r"(?i)([@#!$%~&^])(?=[\w\"{])|(?<=\bGH)-(?=\d)"
"""Where a forge would begin a mention of a person, a ticket or a label, even after an escape."""
_JOINED: Final = "\0"
_NO_WIDTH: Final = "&#8203;"
_ADDRESS: Final = r"(?i)(?<=www)(?=\.)|(?<=:)(?=//)|(?<=mailto:)|(?<=xmpp:)"
"""Where an address begins that would be made a link."""
_LIST_ITEM: Final = r"^(?=\s*[-+=])(\s*)|^(\s*\d+)(?=\.(?:\s|$))"
"""Where a line would begin an item of a list, or underline the line above as a heading."""
_OLD_COMMAND: Final = "##["
"""Begins a command wherever it stands in the log of a workflow of GitHub or a pipeline of Azure."""
_SHOWN_COMMAND: Final = "##［"
_FIRST_PICTURE: Final = 0x2400
_DELETE: Final = 0x7F
_LATIN: Final = 0x100
_BASIC_PLANE: Final = 0x10000
_SURROGATES: Final = range(0xD800, 0xE000)


def for_terminal(text: str) -> str:
    r"""The text with every control, format and separator character made visible: ␛, `\u202e`.

    Nothing in it moves the cursor, starts an escape sequence, reorders its neighbours, hides, ends
    the line, or commands a CI system from the middle of one; spaces and printable characters of any
    script stay as they are.
    """
    if _OLD_COMMAND in text:
        text = text.replace(_OLD_COMMAND, _SHOWN_COMMAND)
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in SPACES else visible(character)
        for character in text
    )


def visible(character: str) -> str:
    """A printable stand-in for one character."""
    code = ord(character)
    if code < ord(" "):
        return chr(_FIRST_PICTURE + code)
    if code == _DELETE:
        return "␡"
    if code < _LATIN:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _BASIC_PLANE else f"\\U{code:08x}"


def for_markdown(text: str) -> str:
    """The text on one line of Markdown as plain words: no markup, links, mentions or HTML."""
    apart = re.sub(_REFERENCE, lambda match: match[0] + _JOINED, for_terminal(text))
    escaped = "".join(_IN_MARKDOWN.get(character, character) for character in apart)
    escaped = escaped.replace(_JOINED, _NO_WIDTH)
    plain = re.sub(_ADDRESS, _NO_WIDTH, escaped)
    return re.sub(_LIST_ITEM, lambda match: f"{match[0]}\\", plain, count=1)


def for_json(document: str) -> str:
    r"""A JSON document, which may hold any character, as one that is safe to print and to encode.

    Characters that could steer a terminal are written as JSON's own escapes, so readers get the
    same strings; a lone surrogate, which is no character, becomes U+FFFD.
    """
    if _OLD_COMMAND in document:  # in a string, as nothing else of JSON has such signs
        document = document.replace(_OLD_COMMAND, "##\\u005b")
    if document.replace("\n", "").isprintable():
        return document
    return "\n".join(
        line if line.isprintable() else "".join(map(_in_json, line))
        for line in document.split("\n")
    )


def _in_json(character: str) -> str:
    if character.isprintable() or character in SPACES:
        return character
    code = ord(character)
    if code in _SURROGATES:
        return "\ufffd"
    if code < _BASIC_PLANE:
        return f"\\u{code:04x}"
    high, low = divmod(code - _BASIC_PLANE, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
