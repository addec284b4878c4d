"""Explains brackets that are not closed, or that close nothing."""

from __future__ import annotations

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang.expected import SPELT, shown
from factcheck.lang.failure import Explained, Failure
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.words import Word


def explain_bracket(failure: Failure) -> Explained | None:
    """The bracket at fault, if one is."""
    brackets = failure.open_brackets()
    if failure.found.type in CLOSING:
        return _stray(failure, brackets)
    if brackets and not _closed_later(failure, brackets[-1]):
        closing = OPENING[brackets[-1].type]
        if failure.breaks or closing in failure.expected:
            return _unclosed(failure, brackets[-1])
    return None


def _closed_later(failure: Failure, bracket: Word) -> bool:
    """Whether the innermost open bracket is closed further on in the clause."""
    depth = 1
    closing = OPENING[bracket.type]
    for word in failure.rest():
        depth += (word.type == bracket.type) - (word.type == closing)
        if depth == 0:
            return True
    return False


def _unclosed(failure: Failure, bracket: Word) -> Explained:
    closing = SPELT[OPENING[bracket.type]]
    message = f"`{bracket.text}` is not closed"
    if failure.breaks:
        labels = (Label(failure.span(), f"`{closing}` should stand here"),)
    else:
        text = f"`{closing}` should stand before {shown(failure.found)}"
        labels = (Label(failure.found.span, text),)
    return Explained(
        Diagnostic(codes.OPEN_BRACKET, message, bracket.span, labels, label="opened here")
    )


def _stray(failure: Failure, brackets: list[Word]) -> Explained | None:
    found = failure.found
    if brackets and OPENING[brackets[-1].type] == found.type:
        return None
    if not brackets:
        message = f"`{found.text}` closes nothing"
        diagnostic = Diagnostic(codes.STRAY_BRACKET, message, found.span, help="take it out")
        return Explained(diagnostic)
    wanted = SPELT[OPENING[brackets[-1].type]]
    label = Label(brackets[-1].span, f"this one waits for `{wanted}`")
    message = f"`{found.text}` does not close `{brackets[-1].text}`"
    help_ = f"write `{wanted}`"
    return Explained(Diagnostic(codes.STRAY_BRACKET, message, found.span, (label,), help=help_))
