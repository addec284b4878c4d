"""Lark's own parser, as the judge of ours: the same trees, or the same refusal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, cast

import pytest
from attrs import astuple
from lark import Lark
from lark.exceptions import UnexpectedToken
from lark.lexer import Token

from factcheck.lang import grammar_files, machine, statements
from factcheck.lang.build import BUILDERS
from factcheck.lang.grammar_tables import lark_of
from factcheck.lang.mistake import Mistake
from factcheck.lang.tables import GRAMMAR
from factcheck.lang.words import Word

Outcome = tuple[Any, ...]


@cache
def lark_parser() -> Lark:
    return lark_of(grammar_files.read(GRAMMAR), BUILDERS)


def by_lark(start: str, words: Sequence[Word]) -> Outcome:
    """What Lark makes of the words: a tree, a mistake, or the place of a refusal and what fits."""
    interactive = lark_parser().parse_interactive(start=start)
    tokens = cast("Sequence[Token]", words)  # Lark looks at nothing but their types
    place = 0
    try:
        for place, token in enumerate(tokens[:-1]):  # noqa: B007 (the place of the exception)
            interactive.parser_state.feed_token(token)
        place = len(tokens) - 1
        made = interactive.parser_state.feed_token(tokens[-1], is_end=True)
    except Mistake as mistake:
        return ("mistake", mistake.diagnostics)
    except UnexpectedToken:
        again = lark_parser().parse_interactive(start=start)
        for token in tokens[:place]:
            again.parser_state.feed_token(token)
        return ("refused", place, frozenset(again.accepts()))  # type: ignore[no-untyped-call]
    return ("made", type(made), astuple(made))


def by_machine(start: str, words: Sequence[Word]) -> Outcome:
    """What our machine makes of them."""
    try:
        made = machine.feed(start, words)
    except Mistake as mistake:
        return ("mistake", mistake.diagnostics)
    except machine.Refused as refused:
        return ("refused", refused.place, machine.accepted(start, words[: refused.place]))
    return ("made", type(made), astuple(made))


@contextmanager
def compared() -> Iterator[list[str]]:
    """Holds whatever is parsed inside to Lark's outcome; gives the kinds of outcomes seen."""
    seen: list[str] = []

    def feed(start: str, words: Sequence[Word]) -> object:
        expected = by_lark(start, words)
        assert expected == by_machine(start, words)
        seen.append(expected[0])
        return machine.feed(start, words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statements, "feed", feed)
        yield seen
