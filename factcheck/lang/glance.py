"""A glance at a test: whether it is in order, without reading its figures.

Tests are most of the text of well-tested rules, and a run over claims asks nothing of them. What is
not plainly in order is left to the parser, which says why.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.lang.syntax import Name, Test
from factcheck.lang.words import Word
from factcheck.values.period import parse_period

_NUMBER: Final = "NUMBER(?: SCALE)*"
_EDGE: Final = f"(?:{_NUMBER}(?: NAME| PERCENT)?|PERIOD)"
_PIN: Final = f"NAME(?: DOT NAME)? EQUALS (?:NAME|TEXT|{_EDGE}(?: SLASH {_EDGE})?)"
_AMOUNT: Final = f"(?:HEDGE )*(?:MINUS )?{_NUMBER}(?: NAME(?: SLASH NAME)?| PERCENT)?"
_FIGURE: Final = f"NAME(?: LSQB {_PIN}(?: COMMA {_PIN})* RSQB)? EQUALS {_AMOUNT}"
_TEST: Final = re.compile(
    f"TEST NAME(?: GIVEN {_FIGURE}(?: COMMA {_FIGURE})*)? EXPECT (?:NAME|NOT EXERCISED)"
)
_PLAIN_NUMBER: Final = re.compile(r"[0-9]{1,30}(?:_[0-9]{3}){0,9}(?:\.[0-9]{1,30})?")
_VERDICTS: Final = ("holds", "violated", "undetermined")


def glance(words: list[Word]) -> Test | None:
    """A test without its figures, if the statement is one and is in order; else None."""
    if words[0].type != "TEST" or _TEST.fullmatch(" ".join(word.type for word in words)) is None:
        return None
    verdict = words[-1].text
    if words[-1].type == "NAME" and verdict not in _VERDICTS:
        return None
    if not all(_is_plain(word) for word in words):
        return None
    rule = words[1]
    name = Name(rule.text, rule.span)
    expected = verdict if verdict in _VERDICTS else "not exercised"
    return Test(name, (), expected, words[0].span.to(words[-1].span))


def _is_plain(word: Word) -> bool:
    """Whether a number or a period is written in the usual way."""
    if word.type == "NUMBER":
        return _PLAIN_NUMBER.fullmatch(word.text) is not None
    return word.type != "PERIOD" or parse_period(word.text) is not None
