"""The one door to Lark: the tables of a grammar, from its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from lark import Lark
from lark.grammar import Rule
from lark.lexer import Pattern, TerminalDef

from factcheck.lang.words import END

STARTS: Final = ("statement", "clause")
_SHIFT: Final = 0

Row = dict[str, tuple[int, Any]]
"""What Lark does in one state: shift to a state, or reduce by a rule."""


def lark_of(grammar: str, builders: object = None) -> Lark:
    """Lark's own parser of a grammar; without builders it makes plain trees."""
    return Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        start=list(STARTS),
        keep_all_tokens=True,
        maybe_placeholders=False,
        transformer=builders,
    )


def plain_tables(grammar: str) -> dict[str, Any]:
    """The tables of a grammar as plain values, the same for the same grammar.

    Lark numbers states, tokens and rules in the order of sets, which changes from run to run: here
    they get the numbers of a sorted order.
    """
    lark = lark_of(grammar)
    data, memo = lark.memo_serialize([Rule, TerminalDef])
    table = data["parser"]["parser"]
    rules = {number: value for number, value in memo.items() if value["__type__"] == "Rule"}
    order = sorted(rules, key=lambda number: _sorted_by(rules[number]))
    return {
        **_terminals(lark),
        **_states(table, {number: place for place, number in enumerate(order)}),
        "reductions": [_reduction(rules[number]) for number in order],
    }


def _terminals(lark: Lark) -> dict[str, dict[str, str]]:
    """The reserved words and the signs by their spelling, and the patterns of all other words."""
    spelt: dict[str, str] = {}
    patterns: dict[str, str] = {}
    for terminal in lark.terminals:
        choices = _spellings(terminal.pattern)
        if choices:
            spelt |= dict.fromkeys(choices, terminal.name)
        else:
            patterns[terminal.name] = terminal.pattern.to_regexp()
    words = {spelling: name for spelling, name in spelt.items() if spelling.isalpha()}
    signs = {spelling: name for spelling, name in spelt.items() if spelling not in words}
    return {"words": words, "signs": signs, "patterns": patterns}


def _spellings(pattern: Pattern) -> list[str]:
    """The texts between which a terminal lets choose; none where it is a regular expression."""
    if pattern.type == "str":
        return [pattern.value]
    joined = pattern.raw is None  # by Lark: (?:<=|\~=)
    return re.sub(r"^\(\?:|\)$|\\", "", pattern.value).split("|") if joined else []


def _sorted_by(rule: Mapping[str, Any]) -> tuple[str, int]:
    return rule["origin"]["name"], rule["order"]


def _reduction(rule: Mapping[str, Any]) -> list[Any]:
    """The values of a `Reduction`; rules that begin with `_` are Lark's own, for repetitions."""
    name, parts = rule["origin"]["name"], [part["name"] for part in rule["expansion"]]
    single = rule["options"]["expand1"] and not rule["alias"]
    builder = None if _is_repetition(name) else rule["alias"] or name
    repetitions = [place for place, part in enumerate(parts) if _is_repetition(part)]
    return [name, len(parts), builder, single, repetitions]


def _is_repetition(name: str) -> bool:
    return name.startswith("_")


def _states(table: Mapping[str, Any], place: Mapping[int, int]) -> dict[str, Any]:
    """The starts and the states, numbered as they are reached, by words and rules in order.

    Where a start has been read to its end, the end of the text leads to one state more.
    """
    rows: dict[int, Row] = {
        state: dict(sorted((table["tokens"][token], action) for token, action in actions.items()))
        for state, actions in table["states"].items()
    }
    starts = {start: table["start_states"][start] for start in sorted(table["start_states"])}
    order = dict.fromkeys(starts.values())
    waiting = list(order)
    while waiting:
        reached = [to for kind, to in rows[waiting.pop(0)].values() if kind == _SHIFT]
        waiting += [state for state in dict.fromkeys(reached) if state not in order]
        order |= dict.fromkeys(reached)
    number = {state: new for new, state in enumerate(order)}
    states = [
        {
            name: number[to] if kind == _SHIFT else ~place[to["@"]]
            for name, (kind, to) in rows[state].items()
        }
        for state in order
    ]
    for end in table["end_states"].values():
        states[number[end]][END] = len(states)
    return {
        "starts": {start: number[state] for start, state in starts.items()},
        "states": [*states, {}],
    }
