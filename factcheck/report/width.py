"""How many columns a text takes in a terminal, and how to fill them."""

from typing import Final

FIRST_STRONG_ISOLATE: Final = "\u2068"
LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
POP_ISOLATE: Final = "\u2069"
ELLIPSIS: Final = "…"

_INVISIBLE: Final = {"Mn", "Me", "Cf"}
_HANGUL_TAILS: Final = range(0x1160, 0x1200)
"""Vowels and final consonants that join the syllable before them."""
_RIGHT_TO_LEFT: Final = {"R", "AL", "AN"}
_FIRST_RIGHT_TO_LEFT: Final = "\u0590"
_NOT_FIRST_ON_A_LINE: Final = frozenset("、。，．：；！？）」』】〉》〕％‰…—々ー々”’")
_NOT_LAST_ON_A_LINE: Final = frozenset("（「『【〈《〔“‘")


def width(text: str) -> int:
    """The columns that `text` takes: two for a wide character, none for a combining one."""
    return len(text) if text.isascii() else sum(map(_COLUMNS.__getitem__, text))


class _Columns(dict[str, int]):
    """The columns of a character, looked up when a text first has it."""

    def __missing__(self, character: str) -> int:
        self[character] = found = _columns(character)
        return found


def _columns(character: str) -> int:
    if character < "\u0300":
        return 1
    import unicodedata  # noqa: PLC0415 (only for text beyond Latin)

    if unicodedata.category(character) in _INVISIBLE or ord(character) in _HANGUL_TAILS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


_COLUMNS: Final = _Columns()


def pad(text: str, columns: int) -> str:
    """The text with spaces after it, up to so many columns."""
    return text + " " * (columns - width(text))


def has_right_to_left(text: str) -> bool:
    """Whether any character is written from right to left."""
    if text.isascii() or max(text) < _FIRST_RIGHT_TO_LEFT:
        return False
    import unicodedata  # noqa: PLC0415 (only for text beyond Latin, Greek and Cyrillic)

    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def isolate(text: str, opening: str = FIRST_STRONG_ISOLATE) -> str:
    """The text, set apart if it holds right-to-left script, so that what stands around it stays."""
    return opening + text + POP_ISOLATE if has_right_to_left(text) else text


def shorten(text: str, columns: int) -> str:
    """The text, cut with an ellipsis where it takes more than so many columns."""
    if 2 * len(text) <= columns or width(text) <= columns:
        return text
    return _head(text, columns - 1) + ELLIPSIS


def _head(text: str, columns: int) -> str:
    """As much of the start as fits."""
    for index, character in enumerate(text):
        columns -= _columns(character)
        if columns < 0:
            return text[:index]
    return text


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns, broken at spaces, between wide characters, or anywhere.

    At least two columns are needed; there is always one line, and none ends in a space.
    """
    if width(text) <= columns:
        return [text.rstrip(" ")]
    lines: list[str] = []
    line = ""
    room = columns
    for piece in _pieces(text):
        rest = piece
        if line and width(rest.rstrip(" ")) > room:
            lines.append(line.rstrip(" "))
            line, room = "", columns
        while width(rest.rstrip(" ")) > room:
            head = _head(rest, room) or rest[0]
            lines.append(head)
            rest = rest[len(head) :]
        line += rest
        room -= width(rest)
    lines.append(line.rstrip(" "))
    return [each for each in lines if each] or [""]


def _pieces(text: str) -> list[str]:
    """What a line may not break: words with the spaces after them, and wide characters."""
    pieces: list[str] = []
    start = 0
    for index in range(1, len(text)):
        if _may_break(text[index - 1], text[index]):
            pieces.append(text[start:index])
            start = index
    return [*pieces, text[start:]]


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    if before.isascii() and after.isascii():
        return False
    if before in _NOT_LAST_ON_A_LINE or after in _NOT_FIRST_ON_A_LINE or not _columns(after):
        return False
    return _columns(before) == 2 or _columns(after) == 2  # noqa: PLR2004 (a wide character)
