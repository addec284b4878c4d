"""Cases in Markdown: a title, what goes in as a block `rules`, what comes out as the next."""

import re
from pathlib import Path

from attrs import frozen

FOLDER = Path(__file__).resolve().parent

_CASE = re.compile(
    r"^## (.+?)\n.*?^```rules\n(.*?)^```\n\n?^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL
)
_UNSEEN = re.compile("‹U\\+([0-9A-F]{4,6})›")


@frozen
class Case:
    """One case: `kind` says what is expected."""

    title: str
    text: str
    kind: str
    expected: str

    def __str__(self) -> str:
        return self.title


def cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    found = _CASE.findall(path.read_text(encoding="utf-8"))
    return [Case(title, seen(text[:-1]), kind, expected) for title, text, kind, expected in found]


def seen(text: str) -> str:
    """A text in which `‹U+202E›` stands for the character that nobody would see."""
    return _UNSEEN.sub(lambda match: chr(int(match[1], 16)), text)


def unseen(text: str) -> str:
    """The same backwards, for characters that a text file should not have."""
    return "".join(f"‹U+{ord(c):04X}›" if not (c.isprintable() or c == "\n") else c for c in text)


def rewritten(path: Path, expectation: dict[str, str]) -> str:
    """The text of a file with other expectations, by title."""

    def replace(match: re.Match[str]) -> str:
        before = match[0][: match.start(4) - match.start()]
        return before + expectation[match[1]] + "```"

    return _CASE.sub(replace, path.read_text(encoding="utf-8"))
