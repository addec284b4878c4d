"""Explains what stands in the brackets behind a name, when it is no selector."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.lang.failure import Explained, Failure
from factcheck.lang.soft_tables import MONTHS
from factcheck.lang.words import Word

_BEFORE: Final = ("before", "earlier", "back", "prior", "previously")
_LAST: Final = ("last", "prior", "preceding", "past", "former", "prev", "earlier")
_NEXT: Final = ("next", "following", "later")


def explain_selector(failure: Failure) -> Explained | None:
    """`capex[2025]`, `capex[aurora]`, `capex[last year]`, `capex[a][b]`, `capex{…}`."""
    found, before = failure.found, failure.before
    named = before.type in ("NAME", "BACKTICKED") and "LSQB" in failure.expected
    if found.type == "LBRACE" and named:
        return _wrong(found.span, "selectors stand in square brackets", f"write `{before.text}[…]`")
    if before.type == "RSQB" and found.type == "LSQB":
        help_ = "part them by commas: `[entity = …, period = …]`"
        return _wrong(found.span, "all selectors stand in one pair of brackets", help_)
    opened = failure.open_brackets()
    if not opened or opened[-1].type != "LSQB":
        return None
    return _bare(failure, opened[-1]) or _step(failure)


def _bare(failure: Failure, opened: Word) -> Explained | None:
    """A value without the field that it is one of."""
    found, before = failure.found, failure.before
    value = found if before is opened and found.type in ("PERIOD", "TEXT") else None
    if value is None and found.type in ("RSQB", "COMMA"):
        started = failure.words[failure.place - 2]
        alone = started is opened or started.type == "COMMA"
        value = before if alone and before.type in ("NUMBER", "NAME", "BACKTICKED") else None
    if value is None:
        if found.type == "NAME" and before.type == "NAME" and before.text in _FIELDS:
            help_ = f"write `[{before.text} = {found.text}]`"
            return _wrong(found.span, f"`=` is missing behind `{before.text}`", help_)
        return None
    field = "period" if value.type in ("NUMBER", "PERIOD") else "entity"
    text = value.text.strip("\"'") if value.type == "TEXT" else value.text
    help_ = f"write `[{field} = {text}]`"
    return _wrong(value.span, f"a selector names the field that `{text}` is a value of", help_)


_FIELDS: Final = ("entity", "period", "status", "source")


def _step(failure: Failure) -> Explained | None:
    """`[last year]`, `[1 year before]`, `[next year]`."""
    found, before = failure.found, failure.before
    if found.text in MONTHS and before.text in _LAST:
        return _wrong(before.span, _no_step(before), f"write `[previous {found.text}]`")
    if found.text in MONTHS and before.text in _NEXT:
        help_ = f"let the rule look back: put `[previous {found.text}]` on the other side"
        return _wrong(before.span, _no_step(before), help_)
    if found.text in _BEFORE and before.text.removesuffix("s") in MONTHS:
        return _wrong(found.span, _no_step(found), "write `ago`")
    return None


def _no_step(word: Word) -> str:
    return f"`{word.text}` is no step along the calendar"


def _wrong(span: Span, message: str, help_: str) -> Explained:
    return Explained(Diagnostic(codes.UNEXPECTED, message, span, help=help_))
