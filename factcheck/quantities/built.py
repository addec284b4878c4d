"""The words of the default languages put together beforehand: reading their tables takes longer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from factcheck.digest import sha256
from factcheck.quantities.lexicon import Roles, Words

WORDS: Final = Path(__file__).with_name("words")
BUILT: Final = Path(__file__).with_name("lexicon.json")
BY_KIND: Final = ("phrases", "unspaced", "symbols")
"""The parts of `Words` that hold words."""
_BETWEEN: Final = "¦"
"""Between words of one meaning: to take a text apart is much faster than to read as many."""


def built(files: tuple[Path, ...]) -> Words | None:
    """The words of these tables; None where those that were built are of others."""
    try:
        stored = json.loads(BUILT.read_bytes())
    except (OSError, ValueError):
        return None
    return from_plain(stored) if stored.get("tables") == digest(files) else None


def digest(files: tuple[Path, ...]) -> str:
    """What tells tables apart: their contents, in order."""
    marks = [sha256(file.read_bytes()) for file in files]
    return sha256("\n".join(marks).encode())


def from_plain(plain: Mapping[str, Any]) -> Words:
    """The words that were written as these values; those of one meaning share their roles."""
    kinds: list[dict[str, Roles]] = [{} for _ in BY_KIND]
    for values, *texts in plain["meanings"]:
        roles = {
            role: tuple(value) if isinstance(value, list) else value
            for role, value in values.items()
        }
        for words, text in zip(kinds, texts, strict=True):
            if text:
                words.update(dict.fromkeys(text.split(_BETWEEN), roles))
    return Words(
        tuple(plain["languages"]),
        frozenset(plain["decimal"]),
        frozenset(plain["group"]),
        tuple((prefix, meant) for prefix, meant in plain["prefixes"]),
        {ord(one): other for one, other in plain["variants"].items()},
        plain["article"],
        *kinds,
    )


def to_plain(words: Words) -> dict[str, Any]:
    """The words as JSON values, the same for the same words: by meaning, then by kind."""
    meanings: dict[str, list[list[str]]] = {}
    for place, kind in enumerate(BY_KIND):
        for word, roles in getattr(words, kind).items():
            if _BETWEEN in word:
                raise ValueError(word)
            meanings.setdefault(json.dumps(roles), [[] for _ in BY_KIND])[place].append(word)
    return {
        "languages": words.languages,
        "decimal": sorted(words.decimal),
        "group": sorted(words.group),
        "prefixes": words.prefixes,
        "article": words.article,
        "variants": {chr(one): other for one, other in words.variants.items()},
        "meanings": [
            [json.loads(roles), *map(_BETWEEN.join, kinds)] for roles, kinds in meanings.items()
        ],
    }
