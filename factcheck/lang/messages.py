"""Explains why the parser could not go on: the first explanation that fits is given."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.expected import ARITHMETIC, COMPARISONS, phrase, shown
from factcheck.lang.explain_brackets import explain_bracket
from factcheck.lang.explain_conditions import (
    explain_base,
    explain_chain,
    explain_hedge,
    explain_if,
    explain_tolerance,
)
from factcheck.lang.explain_numbers import explain_hyphen, explain_number, explain_period
from factcheck.lang.explain_words import explain_hint, explain_reserved, explain_word
from factcheck.lang.failure import BREAKS, SECTIONS, STATEMENTS, Explained, Failure
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.soft_tables import PARTS
from factcheck.lang.words import Word

_INFIX: Final = ARITHMETIC | COMPARISONS | {"AND", "OR", "THEN", "WITHIN", "CONSISTENT"}
WANTING: Final = (
    _INFIX | SECTIONS | STATEMENTS | frozenset(OPENING) | {"COMMA", "NOT", "IF", "EACH", "ON"}
)
_WANTING_WORDS: Final = frozenset({"OF", "WITH", "TIMES", "TWICE", "OVER", "DOT", "HEDGE"})
_EXAMPLES: Final = {
    "MESSAGE": 'a message is a text, as in `message "{entity}: {capex}"`',
    "BECAUSE": 'a reason is a text, as in `because "Sources copy each other."`',
    "SEVERITY": "write `error`, `warning` or `info`",
    "EXPECT": "write `holds`, `violated`, `undetermined` or `not exercised`",
    "EACH": "name what makes a case, as in `for each entity, period`",
    "FOR": "write `for each entity, period`",
    "TAGS": "tags are names, as in `tags money, growth`",
    "LET": "write `let share = ai_chip_budget / capex`",
    "DEFINE": "write `define share = ai_chip_budget / capex`",
    "RULE": "write `rule`, its id and its title in quotation marks",
    "TEST": "write `test`, the id of a rule, `given …` and `expect …`",
    "IS": "write `is stated` or `is not stated`",
    "CARET": "`^` takes a whole number, as in `x ^ 2`",
    "CONTAINS": 'a text follows, as in `quote contains "plan"`',
    "BETWEEN": "write `x between 1 and 5`",
    "GIVEN": "figures are written `given capex = 160 billion CNY, loss = 2 CNY`",
}


def explain(failure: Failure) -> Explained:
    """The mistake that a failure is, with its place."""
    for explanation in _EXPLANATIONS:
        explained = explanation(failure)
        if explained is not None:
            return explained
    return _unexpected(failure)


def _nothing(failure: Failure) -> Explained | None:
    """An operator, a bracket or a keyword with nothing behind it."""
    found, before = failure.found, failure.before
    if failure.place == 0 or before.type not in WANTING | _WANTING_WORDS:
        return None
    if found.type in _INFIX and failure.wants_operand:
        return Explained(_between(failure, before))
    if found.type not in BREAKS | frozenset(CLOSING) | {"COMMA"}:
        return None
    if before.type in OPENING and failure.breaks:
        return None
    message = f"{shown(before)} has nothing behind it"
    if before.type in OPENING:
        message = f"nothing stands between {shown(before)} and {shown(found)}"
    help_ = _EXAMPLES.get(before.type) or f"{phrase(failure.expected)} should follow"
    return Explained(Diagnostic(codes.MISSING_OPERAND, message, before.span, help=help_))


def _between(failure: Failure, before: Word) -> Diagnostic:
    found = failure.found
    message = f"nothing stands between {shown(before)} and {shown(found)}"
    sign = before.text + found.text
    help_ = f"{phrase(failure.expected)} should stand there"
    if sign in ("<=", ">=", "!=", "~="):
        help_ = f"write `{sign}` without a space"
    return Diagnostic(codes.MISSING_OPERAND, message, found.span, help=help_)


def _unexpected(failure: Failure) -> Explained:
    wanted = phrase(failure.expected)
    message = f"expected {wanted}"
    if not failure.breaks or failure.span() == failure.found.span:
        message += f", found {shown(failure.found)}"
    elif failure.place:
        message += f" behind {shown(failure.before)}"
    return Explained(Diagnostic(codes.UNEXPECTED, message, failure.span(), help=_help(failure)))


def _help(failure: Failure) -> str | None:
    first = failure.clause()[0] if failure.place else failure.found
    with_word = _help_with_word(failure)
    if with_word is not None:
        return with_word
    if failure.before.type in _EXAMPLES:
        return _EXAMPLES[failure.before.type]
    if first.type == "RULE" and failure.expected >= SECTIONS - {"GIVEN", "EXPECT"}:
        return "what must hold stands behind `check`"
    if first.type in ("LET", "DEFINE", "GIVEN") and "EQUALS" in failure.expected:
        return _EXAMPLES[first.type]
    if "AGO" in failure.expected:
        return "a selector is written `[entity = x]`, `[previous year]` or `[any period]`"
    kinds = {word.type for word in failure.clause()}
    if "BETWEEN" in kinds and "AND" in failure.expected and "OR" not in failure.expected:
        return _EXAMPLES["BETWEEN"]
    return None


def _help_with_word(failure: Failure) -> str | None:
    found, before = failure.found, failure.before
    if found.type == "PERCENT":
        return "`%` stands behind a number, as in `5%`"
    if found.text == "contains":
        return _EXAMPLES["CONTAINS"]
    if found.text in ("title", "name", "description") and "TEXT" in failure.expected:
        return "the title stands right behind the id, in quotation marks"
    if found.type == "NAME" and before.type == "NAME" and before.text in PARTS:
        return f"write `{before.text} of {found.text}`"
    if found.type == "NUMBER" and "NAME" in failure.expected and failure.after.start == found.end:
        name = found.text + failure.after.text
        return f"a name that begins with a digit stands in backticks: `` `{name}` ``"
    return None


_EXPLANATIONS: Final = (
    explain_hedge,
    explain_word,
    explain_number,
    explain_period,
    explain_hyphen,
    explain_hint,
    explain_reserved,
    explain_if,
    explain_tolerance,
    _nothing,
    explain_bracket,
    explain_chain,
    explain_base,
)
