"""The words of the default languages put together beforehand: reading their tables takes longer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from factcheck.quantities.lexicon import Entries

WORDS: Final = Path(__file__).with_name("words")
BUILT: Final = Path(__file__).with_name("lexicon.json")


def built(files: tuple[Path, ...]) -> Entries | None:
    """The entries of these tables; None where those that were built are of others."""
    try:
        stored = json.loads(BUILT.read_bytes())
    except (OSError, ValueError):
        return None
    return from_plain(stored) if stored.get("tables") == digest(files) else None


def digest(files: tuple[Path, ...]) -> str:
    """What tells tables apart: their contents, in order."""
    marks = [sha256(file.read_bytes()).hexdigest() for file in files]
    return sha256("\n".join(marks).encode()).hexdigest()


def from_plain(plain: Mapping[str, Any]) -> Entries:
    """The entries that were written as these values; words of one meaning share their roles."""
    meanings = [
        {role: tuple(value) if isinstance(value, list) else value for role, value in roles.items()}
        for roles in plain["meanings"]
    ]
    entries = Entries()
    entries.roles = {word: meanings[number] for word, number in plain["words"].items()}
    entries.languages = plain["languages"]
    entries.decimal, entries.group = set(plain["decimal"]), set(plain["group"])
    entries.without = set(plain["without"])
    entries.prefixes, entries.article = plain["prefixes"], plain["article"]
    entries.variants = {ord(one): other for one, other in plain["variants"].items()}
    return entries


def to_plain(entries: Entries) -> dict[str, Any]:
    """The entries as JSON values, the same for the same entries."""
    meanings: dict[str, int] = {}
    words = {
        word: meanings.setdefault(json.dumps(roles), len(meanings))
        for word, roles in entries.roles.items()
    }
    return {
        "languages": entries.languages,
        "decimal": sorted(entries.decimal),
        "group": sorted(entries.group),
        "without": sorted(entries.without),
        "prefixes": entries.prefixes,
        "article": entries.article,
        "variants": {chr(one): other for one, other in entries.variants.items()},
        "meanings": [json.loads(roles) for roles in meanings],
        "words": words,
    }
