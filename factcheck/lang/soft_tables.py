"""The soft words: names that their neighbours turn into words of the language."""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.lang import grammar_files

COUNTS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}

_SINGLE_PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
PARTS: Final = _SINGLE_PARTS | {f"{word}s": part for word, part in _SINGLE_PARTS.items()}
"""`half`, `third`, `quarters`, ...: what one is divided by."""

MONTHS: Final = {"year": 12, "half": 6, "quarter": 3, "month": 1}
"""The kinds of period that a step goes by."""

RELATIONS: Final = frozenset({("more", "than"), ("less", "than"), ("at", "least"), ("at", "most")})
HEDGES: Final = frozenset(
    {
        "about",
        "almost",
        "approximately",
        "around",
        "circa",
        "nearly",
        "over",
        "roughly",
        "some",
        "under",
    }
)
"""Hedges that are recognised in order to refuse them in rules; a test takes any of the package."""

INFIX: Final = frozenset({"agree", "consistent", "contains", "of", "over", "times"})
"""Soft words that may stand behind an operand: they never begin one."""

SOFT_SPELLINGS: Final = {
    "AGREE": "agree",
    "CONTAINS": "contains",
    "CONSISTENT": "consistent",
    "EACH": "each",
    "MAY": "may",
    "BE": "be",
    "EMPTY": "empty",
    "ON": "on",
    "OVER": "over",
    "STATED": "stated",
    "WITH": "with",
    "AGO": "ago",
    "PREVIOUS": "previous",
    "OF": "of",
    "TIMES": "times",
}
"""How the soft words are spelt that a message may propose."""


@cache
def scale_words() -> dict[str, int]:
    """The powers of ten of the words that may follow a number, from `grammar/scale_words.csv`."""
    _, *rows = grammar_files.read("scale_words.csv").splitlines()
    cells = (row.split(",") for row in rows)
    return {word: int(power) for word, power, count, *_ in cells if count == "1"}


def power_of_ten(word: str) -> int | None:
    """The power of ten of a scale word, in any case if it has several letters; None for others."""
    table = scale_words()
    found = table.get(word)
    if found is None and len(word) > 1:
        return table.get(word.casefold())
    return found
