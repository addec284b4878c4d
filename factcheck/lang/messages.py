"""Explains why the parser could not go on: the first explanation that fits is given."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.advice import EXAMPLES, advice
from factcheck.lang.expected import INFIX, WANTING, phrase, shown
from factcheck.lang.explain_brackets import explain_bracket
from factcheck.lang.explain_conditions import (
    explain_base,
    explain_chain,
    explain_hedge,
    explain_if,
    explain_tolerance,
)
from factcheck.lang.explain_habits import (
    explain_between,
    explain_end,
    explain_fold,
    explain_is,
    explain_list,
    explain_path,
    explain_speech,
)
from factcheck.lang.explain_numbers import explain_hyphen, explain_number, explain_period
from factcheck.lang.explain_selectors import explain_selector
from factcheck.lang.explain_words import explain_empty, explain_hint, explain_reserved, explain_word
from factcheck.lang.failure import BREAKS, Explained, Failure
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.words import Word

_WANTING_WORDS: Final = frozenset({"OF", "WITH", "TIMES", "TWICE", "OVER", "DOT", "HEDGE"})


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
    if found.type in INFIX and failure.wants_operand:
        return Explained(_between(failure, before))
    if found.type not in BREAKS | frozenset(CLOSING) | {"COMMA"}:
        return None
    if before.type in OPENING and failure.breaks:
        return None
    message = f"{shown(before)} has nothing behind it"
    if before.type in OPENING:
        message = f"nothing stands between {shown(before)} and {shown(found)}"
    help_ = EXAMPLES.get(before.type) or f"{phrase(failure.expected)} should follow"
    return Explained(Diagnostic(codes.MISSING_OPERAND, message, before.span, help=help_))


def _between(failure: Failure, before: Word) -> Diagnostic:
    found = failure.found
    message = f"nothing stands between {shown(before)} and {shown(found)}"
    sign = before.text + found.text
    help_ = f"{phrase(failure.expected)} should stand there"
    if sign == "+/" and failure.after.type == "MINUS":
        help_ = "a tolerance is written `x ≈ y within 5%`"
    if sign == "(*":
        help_ = "write `count(claims)`"
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
    return Explained(Diagnostic(codes.UNEXPECTED, message, failure.span(), help=advice(failure)))


_EXPLANATIONS: Final = (
    explain_fold,
    explain_between,
    explain_hedge,
    explain_period,
    explain_list,
    explain_selector,
    explain_empty,
    explain_word,
    explain_speech,
    explain_is,
    explain_number,
    explain_path,
    explain_hyphen,
    explain_end,
    explain_hint,
    explain_if,
    explain_tolerance,
    explain_reserved,
    _nothing,
    explain_bracket,
    explain_chain,
    explain_base,
)
