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
_KINDS: Final = ("phrases", "unspaced", "symbols")
_BETWEEN: Final = "¦"
"""Between words: to take a text apart is much faster than to read as many."""


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
    for role, places in plain["tuples"].items():
        for place in places:
            meanings[place][role] = tuple(meanings[place][role])
    phrases, unspaced, symbols = (_by_word(plain[kind], meanings) for kind in _KINDS)
    return Lexicon(
        tuple(plain["languages"]),
        frozenset(plain["decimal"]),
        frozenset(plain["group"]),
        phrases,
        _by_word(plain["following"]),
        unspaced,
        _by_word(plain["longest"]),
        symbols,
        signs_by_first(symbols),
        tuple((prefix, meant) for prefix, meant in plain["prefixes"]),
        {ord(one): other for one, other in plain["variants"].items()},
        plain["article"],
    )


def _by_word(plain: Mapping[str, Any], meanings: Sequence[Any] | None = None) -> dict[str, Any]:
    """The value of each word; words of one value stand side by side."""
    values = plain["values"] if meanings is None else map(meanings.__getitem__, plain["values"])
    of_each = chain.from_iterable(map(repeat, values, plain["counts"]))
    return dict(zip(plain["words"].split(_BETWEEN), of_each, strict=True))


def to_plain(words: Words) -> dict[str, Any]:
    """The words as JSON values, the same for the same words: by kind, then by meaning."""
    kinds = (words.phrases, words.unspaced, words.symbols)
    meanings = list(dict.fromkeys(json.dumps(roles) for kind in kinds for roles in kind.values()))
    place = {meaning: number for number, meaning in enumerate(meanings)}
    lexicon = words.lexicon()
    return {
        "languages": words.languages,
        "decimal": sorted(words.decimal),
        "group": sorted(words.group),
        "prefixes": words.prefixes,
        "article": words.article,
        "variants": {chr(one): other for one, other in words.variants.items()},
        "following": _by_value(lexicon.following),
        "longest": _by_value(lexicon.longest),
        **{
            name: _by_value({word: place[json.dumps(roles)] for word, roles in kind.items()})
            for name, kind in zip(_KINDS, kinds, strict=True)
        },
        "tuples": _tuples(list(map(json.loads, meanings))),
        "meanings": [json.loads(meaning) for meaning in meanings],
    }


def _tuples(meanings: Sequence[Mapping[str, object]]) -> dict[str, list[int]]:
    """The meanings whose value of a role JSON has as a list, by role."""
    found: dict[str, list[int]] = {}
    for place, roles in enumerate(meanings):
        for role, value in roles.items():
            if isinstance(value, list):
                found.setdefault(role, []).append(place)
    return found


def _by_value(numbers: Mapping[str, int]) -> dict[str, Any]:
    """Words with their numbers: all as one text, the numbers, and how many words have each."""
    those: dict[int, list[str]] = {}
    for word in sorted(numbers, key=numbers.__getitem__):
        if _BETWEEN in word:
            raise ValueError(word)
        those.setdefault(numbers[word], []).append(word)
    return {
        "values": list(those),
        "counts": [len(words) for words in those.values()],
        "words": _BETWEEN.join(word for words in those.values() for word in words),
    }
