"""The tables that drive the parser: as `make tables` has built them, or from the grammar's text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck.digest import sha256
from factcheck.lang import grammar_files
from factcheck.records import Record, frozen

GRAMMAR: Final = "factcheck.lark"
BUILT: Final = Path(__file__).with_name("tables.json")


@frozen
class Reduction(Record):
    """One alternative of the grammar, at its end: what becomes of its parts."""

    rule: str
    """The rule of the grammar that it belongs to."""
    length: int
    """How many parts it has."""
    builder: str | None
    """The function that builds its node; None for a repetition, whose parts stay a list."""
    single: bool
    """Whether a single part is passed on as it is."""
    repetitions: Sequence[int]
    """The parts that are lists, to be strung together with the others."""


@frozen
class Tables(Record):
    """A grammar as the machine and the scanner need it."""

    words: Mapping[str, str]
    """The reserved words, with their types."""
    signs: Mapping[str, str]
    """The signs, with their types."""
    patterns: Mapping[str, str]
    """The other types of words, each with its regular expression, in the order of the grammar."""
    starts: Mapping[str, int]
    """Where the machine begins, by what is to be read."""
    states: Sequence[Mapping[str, int]]
    """What to do in each state: by the type of a word, or by a rule just ended, the next state to
    go to; or, below zero, the reduction to make, the first being -1."""
    reductions: Sequence[Reduction]


@cache
def tables() -> Tables:
    """The tables of the grammar, read once a process."""
    grammar = grammar_files.read(GRAMMAR)
    stored = _stored(digest(grammar))
    return from_plain(_from_text(grammar) if stored is None else stored)


def digest(grammar: str) -> str:
    """What tells whether tables are those of a grammar."""
    return sha256(grammar.encode())


def from_plain(plain: Mapping[str, Any]) -> Tables:
    """The tables, from the plain values of a file."""
    reductions = [Reduction(*values) for values in plain["reductions"]]
    spelt = plain["words"], plain["signs"], plain["patterns"]
    return Tables(*spelt, plain["starts"], plain["states"], reductions)


def _from_text(grammar: str) -> dict[str, Any]:
    from factcheck.lang.grammar_tables import plain_tables  # noqa: PLC0415 (Lark takes long)

    return plain_tables(grammar)


def _stored(wanted: str) -> dict[str, Any] | None:
    """The built tables, or None if there are none of this grammar."""
    try:
        stored: dict[str, Any] = json.loads(BUILT.read_bytes())
    except (OSError, ValueError):
        return None
    return stored if stored.get("grammar") == wanted else None
