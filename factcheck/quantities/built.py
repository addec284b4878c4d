"""The words of the default languages put together beforehand: reading their tables takes longer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from factcheck.quantities.cut import signs_by_first
from factcheck.quantities.lexicon import Lexicon, Words

WORDS: Final = Path(__file__).with_name("words")
BUILT: Final = Path(__file__).with_name("lexicon.json")
_BETWEEN: Final = "¦"
"""Between words of one meaning: to take a text apart is much faster than to read as many."""


def built(files: tuple[Path, ...]) -> Lexicon | None:
    """The words of these tables; None where those that were built are of others."""
    try:
        stored = json.loads(BUILT.read_bytes())
    except (OSError, ValueError):
        return None
    return from_plain(stored) if stored.get("tables") == checksum(files) else None


def checksum(files: tuple[Path, ...]) -> list[int]:
    """What tells tables apart after an edit: the checksum of each; a digest takes much longer."""
    return [crc32(file.read_bytes()) for file in files]


def from_plain(plain: Mapping[str, Any]) -> Lexicon:
    """The words that were written as these values; those of one meaning share their roles."""
    meanings = plain["meanings"]
    for line in meanings:
        line[0] = {
            role: tuple(value) if isinstance(value, list) else value
            for role, value in line[0].items()
        }
    phrases, unspaced, symbols = (_by_word(meanings, place) for place in (1, 2, 3))
    return Lexicon(
        tuple(plain["languages"]),
        frozenset(plain["decimal"]),
        frozenset(plain["group"]),
        phrases,
        _by_word(plain["following"], 1),
        unspaced,
        _by_word(plain["longest"], 1),
        symbols,
        signs_by_first(symbols),
        tuple((prefix, meant) for prefix, meant in plain["prefixes"]),
        {ord(one): other for one, other in plain["variants"].items()},
        plain["article"],
    )


def _by_word(lines: Sequence[Sequence[Any]], place: int) -> dict[str, Any]:
    """The first value of the line at whose `place` a word stands."""
    filled = [(line[place], line[0]) for line in lines if line[place]]
    words = _BETWEEN.join(text for text, _ in filled).split(_BETWEEN) if filled else ()
    values = (repeat(value, text.count(_BETWEEN) + 1) for text, value in filled)
    return dict(zip(words, chain.from_iterable(values), strict=True))


def to_plain(words: Words) -> dict[str, Any]:
    """The words as JSON values, the same for the same words: by meaning, then by kind."""
    meanings: dict[str, list[list[str]]] = {}
    for place, kind in enumerate((words.phrases, words.unspaced, words.symbols)):
        for word, roles in kind.items():
            if _BETWEEN in word:
                raise ValueError(word)
            meanings.setdefault(json.dumps(roles), [[], [], []])[place].append(word)
    lexicon = words.lexicon()
    return {
        "languages": words.languages,
        "decimal": sorted(words.decimal),
        "group": sorted(words.group),
        "prefixes": words.prefixes,
        "article": words.article,
        "variants": {chr(one): other for one, other in words.variants.items()},
        "following": _by_number(lexicon.following),
        "longest": _by_number(lexicon.longest),
        "meanings": [
            [json.loads(roles), *map(_BETWEEN.join, kinds)] for roles, kinds in meanings.items()
        ],
    }


def _by_number(counts: Mapping[str, int]) -> list[tuple[int, str]]:
    """The words of each number, as one text."""
    numbers = sorted({*counts.values()})
    return [
        (number, _BETWEEN.join(word for word, count in counts.items() if count == number))
        for number in numbers
    ]
