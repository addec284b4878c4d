"""The types of cells: each reads the text of a cell as its value, or as what is wrong."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from datetime import date
from itertools import islice
from typing import Final, Generic, TypeAlias, TypeVar

from factcheck.diagnostics.package_codes import (
    EMPTY_CELL,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_IN_LIST,
    SPACE_AROUND,
    UNKNOWN_REFERENCE,
)
from factcheck.diagnostics.suggest import CANDIDATES, did_you_mean
from factcheck.values.rational import MAX_DIGITS, Rational, parse_decimal
from factcheck.vocabulary.wrong import Wrong, shorten

T = TypeVar("T")
CellType: TypeAlias = Callable[[str], T | Wrong]

_FEW: Final = 12
_MOST_SUGGESTIONS: Final = 100
_LONGEST_MISSPELT: Final = 100
_DATE_LENGTH: Final = len("2025-12-23")
_WHOLE_DIGITS: Final = 15
_TRUE: Final = ("true", "True", "TRUE", "1")
_FALSE: Final = ("false", "False", "FALSE", "0")


class Memo(dict[str, T | Wrong], Generic[T]):
    """A cell type that reads each text once."""

    def __init__(self, read: CellType[T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> T | Wrong:
        """Read it and remember it."""
        value = self[text] = self._read(text)
        return value


def required(read: CellType[T]) -> CellType[T]:
    """The cell type without the empty cell."""
    empty = Wrong(EMPTY_CELL, "this cell cannot be empty")
    return lambda text: read(text) if text else empty


def optional(read: CellType[T]) -> CellType[T | None]:
    """The cell type with the empty cell, which is None."""
    return lambda text: read(text) if text else None


def identifier(text: str) -> str | Wrong:
    """An id in Unicode's composed form (NFC), in which names are compared."""
    if text != text.strip():
        return Wrong(SPACE_AROUND, f"a space around `{shorten(text.strip())}`", "remove it")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class Suggestions:
    """What a misspelt name may have meant: for the first few, since each asks all known names."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._left = _MOST_SUGGESTIONS

    def help(self, name: str, otherwise: str) -> str:
        """The question that names the nearest, or else the other help."""
        self._left -= 1
        asked = self._left >= 0 and len(name) <= _LONGEST_MISSPELT
        return (asked and did_you_mean(name, islice(self._known, CANDIDATES))) or otherwise


def reference(known: Collection[str], table: str) -> CellType[str]:
    """The id of a row of another table."""
    suggestions = Suggestions(known)

    def read(text: str) -> str | Wrong:
        name = identifier(text)
        if isinstance(name, Wrong) or name in known:
            return name
        message = f"`{shorten(name)}` is not in the table `{table}`"
        return Wrong(UNKNOWN_REFERENCE, message, suggestions.help(name, f"add it to `{table}`"))

    return read


def word(allowed: Collection[str], default: str = "") -> CellType[str]:
    """One of the allowed words; an empty cell is the default."""
    suggestions = Suggestions(allowed)
    listed = ", ".join(f"`{name}`" for name in [*allowed][:_FEW]) + ", …" * (len(allowed) > _FEW)

    def read(text: str) -> str | Wrong:
        if not text:
            return default
        if text in allowed:
            return text
        message = f"`{shorten(text)}` is none of {listed}"
        return Wrong(NOT_IN_LIST, message, suggestions.help(text, "write one of them"))

    return read


def boolean(text: str) -> bool | Wrong:
    """The words that Table Schema reads as true and false; an empty cell is false."""
    if not text or text in _FALSE:
        return False
    if text in _TRUE:
        return True
    return Wrong(NOT_IN_LIST, f"`{shorten(text)}` is neither true nor false", "`true` or `false`")


def day(text: str) -> date | Wrong:
    """A date as ISO 8601 writes it in full."""
    if len(text) == _DATE_LENGTH and text.isascii() and text[4] == text[7] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    help_ = "year, month and day with all their digits, and one that the calendar has: `2025-12-23`"
    return Wrong(NOT_A_DATE, f"`{shorten(text)}` is not a date", help_)


def number(text: str) -> Rational | Wrong:
    """A plain decimal, exactly: digits, at most one point, no grouping and no exponent."""
    value = parse_decimal(text)
    if len(text) > MAX_DIGITS and sum(map(str.isdigit, text)) > MAX_DIGITS:
        message = f"`{shorten(text)}` has more than {MAX_DIGITS} digits"
        return Wrong(NOT_A_NUMBER, message, "no figure needs so many")
    if value is None or "e" in text or "E" in text or text.startswith("+"):
        return Wrong(
            NOT_A_NUMBER, f"`{shorten(text)}` is not a plain decimal number", _number_help(text)
        )
    return value


_GROUPING: Final = " ,_'’\u00a0\u202f\u2009"
_UNPRINTED: Final = str.maketrans("", "", _GROUPING)
_TO_SPACES: Final = str.maketrans(_GROUPING, " " * len(_GROUPING))
_POINTS: Final = r"-?[0-9]{1,3}(\.[0-9]{3})+"
_GROUP: Final = re.compile("[0-9]{3}")


_NUMBER_FORM: Final = (
    "digits, and a point before decimals: `160000000000`, `-0.125`; no unit, no grouping"
)
_GROUPED_DECIMALS: Final = rf"\.[0-9]*[{_GROUPING}]"
"""Signs of grouping behind a point: then the point may be one, too."""
_COMMA: Final = r"([+-]?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),([0-9]+)"
"""A number with a comma before its decimals, and perhaps points between its groups."""


def _with_a_point(text: str) -> str | None:
    """A number with a decimal comma in our form; None where the comma may part thousands."""
    match = re.fullmatch(_COMMA, text)
    if match is None or ("." not in match[2] and len(match[3]) == len("000")):
        return None
    return f"{match[1].removeprefix('+')}{match[2].replace('.', '')}.{match[3]}"


def _number_help(text: str) -> str:
    """How the number would be written, where that is sure; else the form."""
    if text != text.strip() and not isinstance(number(text.strip()), Wrong):
        return f"without the space around it: `{text.strip()}`"
    pointed = _with_a_point(text)
    if pointed is not None:
        return f"a point stands before decimals: `{pointed}`"
    if text.count(".") > 1 and re.fullmatch(_POINTS, text):
        return f"write `{text.replace('.', '')}`"
    if re.search(_GROUPED_DECIMALS, text):
        return _NUMBER_FORM
    without = text.translate(_UNPRINTED).removeprefix("+").replace("−", "-")
    groups = text.partition(".")[0].translate(_TO_SPACES).split(" ")[1:]
    plain = parse_decimal(without) if all(map(_GROUP.fullmatch, groups)) else None
    if plain and not set(without) & set("eE"):
        return f"write `{without}`"
    if plain and plain[1] == 1 and len(str(plain[0])) <= MAX_DIGITS:
        return f"write it out, without an exponent: `{plain[0]}`"
    return _NUMBER_FORM


def whole(least: int, most: int = 10**_WHOLE_DIGITS) -> CellType[int]:
    """A whole number from `least` to `most`."""
    limits = f"from {least} to {most}" if most < 10**_WHOLE_DIGITS else f"of at least {least}"

    def read(text: str) -> int | Wrong:
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) <= _WHOLE_DIGITS:
            value = int(text)
            if least <= value <= most:
                return value
        return Wrong(NOT_A_NUMBER, f"`{shorten(text)}` is not a whole number {limits}")

    return read
