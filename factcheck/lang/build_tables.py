"""Writes the parser's tables: `python -m factcheck.lang.build_tables`, after a change."""

from __future__ import annotations

import json
from typing import Any

from factcheck.lang import grammar_files
from factcheck.lang.tables import GRAMMAR, TABLES, digest, to_tables


def tables_text(grammar: str) -> str:
    """The tables as JSON, one state or rule a line, the same bytes for the same grammar.

    Lark numbers states, tokens and rules in the order of sets, which changes from run to run: here
    they get the numbers of a sorted order. JSON has no numbered dictionaries: they become lists.
    """
    data, memo = to_tables(grammar)
    order = sorted(memo, key=lambda number: _compact(memo[number]))
    data = _renumbered(data, {old: new for new, old in enumerate(order)})
    table = data["parser"]["parser"]
    _sort_tokens(table)
    _sort_states(table)
    states, table["states"] = table["states"], "STATES"
    text = _compact({"grammar": digest(grammar), "memo": "MEMO", "data": data})
    text = text.replace('"STATES"', _lines(states))
    return text.replace('"MEMO"', _lines([memo[number] for number in order])) + "\n"


def _renumbered(value: Any, numbers: dict[int, int]) -> Any:  # noqa: ANN401 (any JSON)
    """A value in which every reference has its new number."""
    if isinstance(value, dict):
        if value.keys() == {"@"}:
            return {"@": numbers[value["@"]]}
        return {key: _renumbered(item, numbers) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_renumbered(item, numbers) for item in value]
    return value


def _sort_tokens(table: dict[str, Any]) -> None:
    """Number the tokens by name, and list the actions of each state in that order."""
    tokens = sorted(table["tokens"].values())
    number = {name: place for place, name in enumerate(tokens)}
    names = table["tokens"]
    table["tokens"] = tokens
    table["states"] = {
        state: dict(sorted((number[names[token]], action) for token, action in actions.items()))
        for state, actions in table["states"].items()
    }


def _sort_states(table: dict[str, Any]) -> None:
    """Number the states as they are reached from the starts, by actions in order."""
    order = [table["start_states"][start] for start in sorted(table["start_states"])]
    for state in order:
        order += [
            target
            for shifts, target in table["states"][state].values()
            if not shifts and target not in order
        ]
    number = {state: place for place, state in enumerate(dict.fromkeys(order))}
    for key in ("start_states", "end_states"):
        table[key] = {start: number[table[key][start]] for start in sorted(table[key])}
    table["states"] = [
        {token: _renamed(action, number) for token, action in table["states"][state].items()}
        for state in number
    ]


def _renamed(action: list[Any], number: dict[int, int]) -> list[Any]:
    """An action: 0 and the next state, or 1 and the rule to build."""
    kind, target = action
    return [kind, target if kind else number[target]]


def _lines(items: list[Any]) -> str:
    return "[\n" + ",\n".join(map(_compact, items)) + "\n]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def main() -> None:
    """Write the tables of the grammar as it is now."""
    TABLES.write_text(tables_text(grammar_files.read(GRAMMAR)), encoding="ascii")


if __name__ == "__main__":
    main()
