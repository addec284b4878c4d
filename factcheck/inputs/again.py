"""Looks taken again: whether everything is still as it was noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from factcheck.inputs import door
from factcheck.inputs.notes import CONTENT, DIGEST, LIBRARY, Answer, digest


def holds(looks: Iterable[tuple[Sequence[str], Answer]]) -> bool:
    """Whether each question has the answer that was noted."""
    return all(_QUESTIONS[kind](*about) == answer for (kind, *about), answer in looks)


def _content(path: str, most: str) -> str:
    try:
        return digest(door.content(path, int(most)))
    except (OSError, ValueError) as error:
        return door.told(error)


def _below(folder: str, ending: str) -> list[str]:
    return [str(path) for path in door.files_below(folder, ending)]


_QUESTIONS: Final[Mapping[str, Callable[..., Answer]]] = {
    "exists": door.exists,
    "folder": door.is_folder,
    "file": door.is_file,
    "real": door.real,
    CONTENT: _content,
    door.RULES: _content,
    DIGEST: door.whole,
    LIBRARY: door.library,
    "below": _below,
}
