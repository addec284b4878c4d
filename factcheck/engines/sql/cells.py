"""The cells of a row of claims: their texts and, in a column with a type of its own, values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.engines.sql.expression import Column, Expression, Literal, call, case
from factcheck.records import frozen
from factcheck.records.record import Record

TEXT: Final = "text"
WHOLE: Final = "whole"
DOUBLE: Final = "double"

_NUMBER: Final = r"^-?[0-9]{1,100}(?:[.][0-9]{1,100})?\z"
_OFFSET: Final = r"^[0-9]{1,15}\z"
_MOST_OFFSET: Final = 10**15
_SURE_DIGITS: Final = 100
"""Text of a number that is no longer than this has no more digits than are allowed."""
_SURE_SIZE: Final = 1e60
"""A double that is as large as this, or as small as its inverse, is not short for sure."""


@frozen
class Cell(Record):
    """One cell; `number` is its value in a column of numbers, nothing where it is empty."""

    text: Expression
    number: Expression | None = None
    kind: str = TEXT

    def filled(self) -> Expression:
        """Whether there is something in it."""
        return self.text.differs("") if self.number is None else ~self.number.is_null()

    def odd_number(self) -> Expression:
        """Whether it may be something else than a number that is short enough."""
        if self.kind == WHOLE:
            return Literal(value=False)
        if self.number is None:
            plain = call("matches", self.text, _NUMBER)
            plain &= call("length", self.text) <= _SURE_DIGITS
            return case((self.filled(), ~plain), otherwise=False)
        size = call("abs", self.number)
        plain = (size < _SURE_SIZE) & ((size > 1 / _SURE_SIZE) | self.number.equals(0.0))
        return case((self.filled(), ~plain), otherwise=False)

    def amount(self) -> Expression:
        """The number as a double, in the order of the numbers; nothing where it is none."""
        if self.number is None:
            return case((call("matches", self.text, _NUMBER), call("to_double", self.text)))
        return call("to_double", self.number)

    def is_minus(self) -> Expression:
        """Whether a sign of minus is in front."""
        if self.number is None:
            return call("slice", self.text, 1, 1).equals("-")
        return case((self.filled(), self.number < 0), otherwise=False)

    def offset(self) -> Expression:
        """The whole number from 0 on that it is; nothing where it is none."""
        if self.kind == WHOLE and self.number is not None:
            plain = (self.number >= 0) & (self.number < _MOST_OFFSET)
            return case((plain, call("to_bigint", self.number)))
        return case((call("matches", self.text, _OFFSET), call("to_bigint", self.text)))


def cell_of(columns: Mapping[str, str], kinds: Mapping[str, str], name: str) -> Cell:
    """The cell of a column, empty when the table has none of this name."""
    if name not in columns:
        return Cell(Literal(""))
    kind = kinds.get(name, TEXT)
    number = None if kind == TEXT else Column(typed(columns[name]))
    return Cell(Column(columns[name]), number, kind)


def typed(stored: str) -> str:
    """The name under which a column stands with its own type, beside its text."""
    return f"own_{stored}"


def places_of(stored: str) -> str:
    """The name under which the places of the numbers of a column stand: see coded.py."""
    return f"places_{stored}"


def digits_of(stored: str) -> str:
    """The name under which their digits stand, as one whole number."""
    return f"digits_{stored}"
