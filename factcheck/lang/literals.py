"""Numbers, periods and texts: looked at before they are converted."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.lang.mistake import Mistake
from factcheck.lang.soft_tables import COUNTS, PARTS, power_of_ten
from factcheck.lang.syntax import Name, PeriodLiteral, Text
from factcheck.lang.words import Word
from factcheck.values.period import parse_period
from factcheck.values.rational import MAX_DIGITS, Rational, multiply, parse_decimal

MAX_EXPONENT: Final = 308
MAX_WHOLE: Final = 999
"""The greatest power, and the greatest count of a step along the calendar."""

_NUMBER: Final = re.compile(r"[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?(?:[eE]([+-]?[0-9]+))?")
_SHOWN: Final = 20
_PART_OF_YEAR: Final = re.compile("[QqHh][1-4]")
_YEAR_DIGITS: Final = 4
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


def name(word: Word) -> Name:
    """The identifier of a word, in NFC, out of its backticks."""
    text, quoted = word.text, word.type == "BACKTICKED"
    if quoted:
        text = text[1:-1]
    return Name(text if text.isascii() else normalize("NFC", text), word.span, quoted)


def text(word: Word) -> Text:
    """The text between quotes, its escapes resolved."""
    inside = word.text[1:-1]
    if "\\" in inside:
        inside = _ESCAPE.sub(lambda match: _escaped(word, match), inside)
    return Text(inside, word.span)


def _escaped(word: Word, match: re.Match[str]) -> str:
    found = _ESCAPES.get(match[1])
    if found is not None:
        return found
    column = word.column + 1 + match.start()
    span = Span(word.path, word.line, column, word.line, column + 2)
    message = f"`{match[0]}` is no escape"
    escapes = r"a text knows `\"`, `\\`, `\n` (a new line) and `\t` (a tab)"
    raise Mistake(Diagnostic(codes.BAD_ESCAPE, message, span, help=escapes))


def value(word: Word, scales: list[Word]) -> Rational:
    """The value of a number, times its scale words."""
    number = _plain(word)
    power = sum(power_of_ten(scale.text) or 0 for scale in scales)
    if power > MAX_EXPONENT:
        raise _too_long(word, f"the scale words make a power of ten above {MAX_EXPONENT}")
    return multiply(number, (10**power, 1)) if power else number


def _plain(word: Word) -> Rational:
    match = _NUMBER.fullmatch(word.text)
    if match is None:
        raise _badly_written(word)
    if len(word.text) > MAX_DIGITS and sum(map(str.isdigit, word.text)) > MAX_DIGITS:
        raise _too_long(word, f"it has more than {MAX_DIGITS} digits")
    if match[1] and (len(match[1]) > len("-0308") or abs(int(match[1])) > MAX_EXPONENT):
        raise _too_long(word, f"its power of ten is beyond {MAX_EXPONENT}")
    found = parse_decimal(word.text.replace("_", ""))
    if found is None:
        raise _too_long(word, "it has too many digits")
    return found


def _badly_written(word: Word) -> Mistake:
    digits = re.sub(r"_+", "_", word.text).replace("_.", ".").replace("._", ".").rstrip("_.")
    message = f"`{_shown(word)}` is not written as a number"
    help_ = f"write `{digits}`; an underscore stands between two digits" if digits else None
    return Mistake(Diagnostic(codes.BAD_NUMBER, message, word.span, help=help_))


def _too_long(word: Word, why: str) -> Mistake:
    message = f"the number `{_shown(word)}` is beyond the limits: {why}"
    return Mistake(Diagnostic(codes.NUMBER_TOO_LONG, message, word.span))


def _shown(word: Word) -> str:
    return word.text if len(word.text) <= _SHOWN else word.text[:_SHOWN] + "…"


def is_year_part(year: Word, part: str) -> bool:
    """Whether `Q3` and `2025` stand side by side, in either order: a period in other clothes."""
    digits = year.text
    is_year = digits.isdecimal() and len(digits) == _YEAR_DIGITS
    return is_year and _PART_OF_YEAR.fullmatch(part) is not None


def other_period(meant: str, span: Span) -> Diagnostic:
    """That a period is written in another way."""
    message = "this is not how a period is written"
    return Diagnostic(codes.NO_SUCH_PERIOD, message, span, help=f"write `{meant}`")


def mistakes_in(words: list[Word]) -> list[Diagnostic]:
    """What is wrong with the numbers, periods and texts among words."""
    found: list[Diagnostic] = []
    for word in words:
        try:
            if word.type == "NUMBER":
                value(word, [])
            elif word.type == "PERIOD":
                period(word)
            elif word.type == "TEXT":
                text(word)
        except Mistake as mistake:
            found += mistake.diagnostics
    return found


def whole(word: Word) -> int | None:
    """The value of a small whole number, in digits or as a word; None for any other number."""
    if word.type == "COUNT":
        return COUNTS[word.text]
    digits = word.text
    if not digits.isdecimal() or len(digits) > len(str(MAX_WHOLE)):
        return None
    return int(digits)


def fraction(words: str) -> Rational:
    """The value of `half`, `a third`, `two thirds`, `3 quarters`."""
    *counts, part = words.split(" ")
    count = counts[0] if counts else "one"
    return (COUNTS.get(count) or int(count), PARTS[part])


def period(word: Word) -> PeriodLiteral:
    """A period of the calendar, its letter in capitals."""
    literal = PeriodLiteral(word.text.upper(), word.span)
    if parse_period(literal.text) is not None:
        return literal
    message = f"the calendar has no `{word.text}`"
    help_ = (
        "a period is written `2026`, `2025-H1`, `2025-Q3`, `2025-10`, `2025-12-23` or "
        "`2023/2025`; a difference is written with spaces, `2025 - 13`"
    )
    raise Mistake(Diagnostic(codes.NO_SUCH_PERIOD, message, word.span, help=help_))
