"""The one door to Lark: its parser, from built tables or from the grammar's text."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

import lark
from lark import Lark
from lark.exceptions import UnexpectedToken
from lark.grammar import Rule
from lark.lexer import TerminalDef, Token

from factcheck.lang import grammar_files
from factcheck.lang.build import BUILDERS
from factcheck.lang.words import Word

GRAMMAR: Final = "factcheck.lark"
STARTS: Final = ["statement", "clause"]
TABLES: Final = Path(__file__).with_name("tables.json")


class Refused(Exception):  # noqa: N818 (a text may be refused; that is no error of ours)
    """The word at `place` does not fit to those before it."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def feed(start: str, words: list[Word]) -> Any:  # noqa: ANN401 (what the grammar's start builds)
    """What the words build, the end of the text being the last of them; or raises Refused."""
    state = parser().parse_interactive(start=start).parser_state
    tokens = cast("list[Token]", words)  # the parser looks at nothing but their types
    place = 0
    try:
        for place, token in enumerate(tokens[:-1]):  # noqa: B007 (the place of the exception)
            state.feed_token(token)
        place = len(tokens) - 1
        return state.feed_token(tokens[-1], is_end=True)
    except UnexpectedToken:
        raise Refused(place) from None


def accepted(start: str, words: list[Word]) -> frozenset[str]:
    """The types of the words that may follow these, which fit together."""
    interactive = parser().parse_interactive(start=start)
    for word in words:
        interactive.parser_state.feed_token(cast("Token", word))
    return frozenset(interactive.accepts())  # type: ignore[no-untyped-call]


@cache
def parser() -> Lark:
    """The parser of the language, made once a process; it holds no state of a text."""
    grammar = grammar_files.read(GRAMMAR)
    stored = _stored(digest(grammar))
    return from_text(grammar) if stored is None else from_tables(stored)


def digest(grammar: str) -> str:
    """What the tables are built from: the grammar's text and the series of Lark that reads them."""
    series = lark.__version__.rpartition(".")[0]
    return sha256(f"lark {series}\n{grammar}".encode()).hexdigest()


def from_text(grammar: str, builders: SimpleNamespace | None = BUILDERS) -> Lark:
    """The parser, built from the grammar's text; without builders it makes plain trees."""
    return Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        start=STARTS,
        keep_all_tokens=True,
        maybe_placeholders=False,
        transformer=builders,
    )


def from_tables(stored: dict[str, Any]) -> Lark:
    """The parser, from what `build_tables` has stored of one."""
    table = stored["data"]["parser"]["parser"]
    table["tokens"] = dict(enumerate(table["tokens"]))
    table["states"] = {
        state: {int(token): action for token, action in actions.items()}
        for state, actions in enumerate(table["states"])
    }
    memo = dict(enumerate(stored["memo"]))
    load = Lark._load_from_dict  # noqa: SLF001 (as Lark's own standalone parsers do)
    made: Lark = load(stored["data"], memo, transformer=BUILDERS)  # type: ignore[no-untyped-call]
    return made


def to_tables(grammar: str) -> tuple[dict[str, Any], dict[int, Any]]:
    """The tables of a grammar as Lark makes them: data, and what they refer to by number."""
    tables: tuple[dict[str, Any], dict[int, Any]]
    tables = from_text(grammar, None).memo_serialize([Rule, TerminalDef])
    return tables


def _stored(wanted: str) -> dict[str, Any] | None:
    """The built tables, or None if there are none of this grammar."""
    try:
        stored: dict[str, Any] = json.loads(TABLES.read_bytes())
    except (OSError, ValueError):
        return None
    return stored if stored.get("grammar") == wanted else None
