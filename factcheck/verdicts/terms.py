"""Terms: the arithmetic of one reading, with its figures as variables over intervals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from factcheck.records import Record, frozen
from factcheck.values.interval import Interval, point
from factcheck.values.rational import Rational


@frozen
class Fixed(Record):
    """A known number, or the interval of a number that stands nowhere else."""

    range: Interval


@frozen
class Variable(Record):
    """One figure or one rate: the same name is the same number wherever it stands."""

    name: str
    range: Interval


@frozen
class Sum(Record):
    """left + right."""

    left: Term
    right: Term


@frozen
class Difference(Record):
    """left - right."""

    left: Term
    right: Term


@frozen
class Product(Record):
    """left × right."""

    left: Term
    right: Term


@frozen
class Quotient(Record):
    """left ÷ right."""

    left: Term
    right: Term


@frozen
class PowerTerm(Record):
    """base to a whole power, 0 or more."""

    base: Term
    exponent: int


@frozen
class Magnitude(Record):
    """The absolute value."""

    inner: Term


@frozen
class Least(Record):
    """The smaller of two."""

    left: Term
    right: Term


@frozen
class Greatest(Record):
    """The greater of two."""

    left: Term
    right: Term


Pair: TypeAlias = Sum | Difference | Product | Quotient | Least | Greatest
Term: TypeAlias = Fixed | Variable | Pair | PowerTerm | Magnitude


@lru_cache(maxsize=1024)
def number(value: Rational) -> Fixed:
    """A known number as a term."""
    return Fixed(point(value))


def variables(term: Term) -> Iterator[Variable]:
    """The variables of a term of any depth; parts that are one object are looked at once."""
    seen: set[int] = set()
    waiting: list[Term] = [term]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, Variable):
            yield one
        elif isinstance(one, PowerTerm):
            waiting.append(one.base)
        elif isinstance(one, Magnitude):
            waiting.append(one.inner)
        elif not isinstance(one, Fixed):
            waiting += [one.right, one.left]
