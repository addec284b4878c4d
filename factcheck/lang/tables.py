"""The parser, from its built tables; from the grammar's text where the tables are not its own."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import lark
from lark import Lark
from lark.grammar import Rule
from lark.exceptions import UnexpectedToken
from lark.lexer import TerminalDef

from factcheck.lang import grammar_files
from factcheck.lang.build import BUILDERS

STARTS: Final = ["statement", "clause"]
TABLES: Final = Path(__file__).with_name("tables.json")


@cache
def parser() -> Lark:
    """The parser of the language, made once a process; it holds no state of a text."""
    grammar = grammar_files.read("factcheck.lark")
    stored = _stored(digest(grammar))
    return from_text(grammar) if stored is None else from_tables(stored)


def digest(grammar: str) -> str:
    """What the tables are built from: the grammar's text and the series of Lark that reads them."""
    series = lark.__version__.rpartition(".")[0]
    return sha256(f"lark {series}\n{grammar}".encode()).hexdigest()


def from_text(grammar: str) -> Lark:
    """The parser, built from the grammar's text."""
    return Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        start=STARTS,
        keep_all_tokens=True,
        maybe_placeholders=False,
        transformer=BUILDERS,
    )


def from_tables(stored: dict[str, Any]) -> Lark:
    """The parser, from what `to_tables` made of one."""
    table = stored["data"]["parser"]["parser"]
    table["tokens"] = dict(enumerate(table["tokens"]))
    table["states"] = {
        state: {int(token): action for token, action in actions.items()}
        for state, actions in enumerate(table["states"])
    }
    memo = dict(enumerate(stored["memo"]))
    load = Lark._load_from_dict  # noqa: SLF001 (as Lark's own standalone parsers do)
    made: Lark = load(stored["data"], memo, transformer=BUILDERS)
    return made


def to_tables(grammar: str) -> dict[str, Any]:
    """The tables of a grammar as JSON can hold them: lists where Lark has numbered dictionaries."""
    bare = Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        start=STARTS,
        keep_all_tokens=True,
        maybe_placeholders=False,
    )
    data, memo = bare.memo_serialize([Rule, TerminalDef])
    table = data["parser"]["parser"]
    table["tokens"] = _listed(table["tokens"])
    table["states"] = _listed(table["states"])
    return {"grammar": digest(grammar), "memo": _listed(memo), "data": data}


def _listed(numbered: dict[int, Any]) -> list[Any]:
    return [numbered[index] for index in range(len(numbered))]


def _stored(wanted: str) -> dict[str, Any] | None:
    """The built tables, or None if there are none of this grammar."""
    try:
        stored: dict[str, Any] = json.loads(TABLES.read_bytes())
    except (OSError, ValueError):
        return None
    return stored if stored.get("grammar") == wanted else None
