"""What may stand at a place, in the user's words: never the name of a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.lang.failure import CLAUSES, SECTIONS, STATEMENTS
from factcheck.lang.nesting import OPENING
from factcheck.lang.words import END, Word

ARITHMETIC: Final = frozenset({"PLUS", "MINUS", "STAR", "SLASH", "CARET"})
COMPARISONS: Final = frozenset(
    {"EQUALS", "COMPARE", "APPROX", "CONSISTENT", "BETWEEN", "IN", "IS", "CONTAINS"}
)
OPERAND: Final = frozenset(
    {"NAME", "BACKTICKED", "NUMBER", "LPAR", "TEXT", "PERIOD", "FRACTION", "TWICE", "COUNT"}
)
_NAMES: Final = frozenset({"NAME", "BACKTICKED"})
_BEHIND_NAME: Final = frozenset({"LSQB", "LPAR", "DOT"})
_BEHIND_NUMBER: Final = frozenset({"SCALE", "PERCENT", "TIMES", "OF"})
_CONDITION: Final = frozenset({"NOT", "IF", "SUBJECT"})
_STEP: Final = frozenset({"ANY", "OTHER", "PREVIOUS"})

INFIX: Final = ARITHMETIC | COMPARISONS | {"AND", "OR", "THEN", "WITHIN", "CONSISTENT"}
WANTING: Final = (
    INFIX | SECTIONS | STATEMENTS | frozenset(OPENING) | {"COMMA", "NOT", "IF", "EACH", "ON"}
)
"""Words behind which something has to follow."""

SPELT: Final = {
    "FACTCHECK": "factcheck",
    "RULE": "rule",
    "DEFINE": "define",
    "TEST": "test",
    "FOR": "for each",
    "EACH": "each",
    "WHERE": "where",
    "LET": "let",
    "CHECK": "check",
    "SEVERITY": "severity",
    "MESSAGE": "message",
    "BECAUSE": "because",
    "TAGS": "tags",
    "MAY": "may be empty",
    "GIVEN": "given",
    "EXPECT": "expect",
    "IF": "if",
    "THEN": "then",
    "OR": "or",
    "AND": "and",
    "NOT": "not",
    "BETWEEN": "between",
    "IN": "in",
    "IS": "is",
    "STATED": "stated",
    "WITHIN": "within",
    "CONSISTENT": "consistent",
    "WITH": "with",
    "CONTAINS": "contains",
    "AGREE": "agree",
    "ON": "on",
    "OVER": "over",
    "AGO": "ago",
    "TIMES": "times",
    "OF": "of",
    "EXERCISED": "exercised",
    "EQUALS": "=",
    "COMMA": ",",
    "LPAR": "(",
    "RPAR": ")",
    "LSQB": "[",
    "RSQB": "]",
    "LBRACE": "{",
    "RBRACE": "}",
    "DOT": ".",
    "PERCENT": "%",
    "SLASH": "/",
    "PLUS": "+",
    "MINUS": "-",
    "STAR": "×",
    "CARET": "^",
    "APPROX": "≈",
    "COMPARE": "<",
}


def phrase(expected: frozenset[str]) -> str:
    """`a name`, `an operator, `)` or the next clause`."""
    return alternatives(_phrases(set(expected)) or ["something else"])


def _phrases(rest: set[str]) -> list[str]:
    said: list[str] = []
    operand = "LPAR" in rest and "NAME" in rest
    if operand:
        said.append("a name, a number or an expression in brackets")
        rest -= OPERAND | _CONDITION | {"MINUS", "KNOWN"}
    elif rest >= _NAMES:
        value = "NUMBER" in rest and "TEXT" in rest
        unit = "SCALE" in rest
        said.append("a value" if value else "a unit" if unit else "a name")
        rest -= _NAMES | ({"NUMBER", "TEXT", "PERIOD", "MINUS"} if value else set())
        rest -= _STEP | ({"NUMBER", "COUNT"} if "ANY" in rest else set())
    if rest & COMPARISONS and rest >= ARITHMETIC - {"CARET"}:
        said.append("an operator")
        rest -= ARITHMETIC | COMPARISONS | {"AND", "OR", "NOT"} | _BEHIND_NAME | _BEHIND_NUMBER
    elif rest >= ARITHMETIC - {"CARET"}:
        said.append("an arithmetic operator")
        rest -= ARITHMETIC | _BEHIND_NAME | _BEHIND_NUMBER
    rest -= {"AGO"} if {"EQUALS", "IN"} <= rest else set()
    rest -= {"SLASH"} if "EXPECT" in rest else set()
    rest -= {"DOT"} if len(rest) > 1 else set()
    said += _leaves(rest)
    said += [f"`{SPELT[kind]}`" for kind in SPELT if kind in rest - CLAUSES]
    if rest >= CLAUSES:
        said.append("the next clause")
    return said


def _leaves(rest: set[str]) -> list[str]:
    said = []
    if "TEXT" in rest:
        title = rest >= CLAUSES
        said.append("a title in quotation marks" if title else "a text in quotation marks")
    if "NUMBER" in rest:
        said.append("a number")
    if rest == {END}:
        said.append("the next statement")
    return said


def alternatives(items: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    *most, last = items
    return f"{', '.join(most)} or {last}" if most else last


def shown(word: Word) -> str:
    """A word as a message names it."""
    if word.type == END:
        return "the end of the statement"
    if word.type == "TEXT":
        return "a text"
    text = word.text if len(word.text) <= _LONGEST else word.text[: _LONGEST - 1] + "…"
    return f"`{text}`" if "`" not in text else text


_LONGEST: Final = 40
