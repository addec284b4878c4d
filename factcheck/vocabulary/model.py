"""The vocabulary of a package: what claims are about, and in what units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck.records import Factory, Record, frozen
from factcheck.values.rational import Rational
from factcheck.values.unit import BaseUnit, Unit


@frozen
class Source(Record):
    """A text that states figures; `derived_from` is the source whose figures it repeats."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    accessed: date | None
    language: str
    path: str
    sha256: str
    derived_from: str | None
    status: str
    line: int
    attributes: Mapping[str, str]
    """Every column of the row as text, added ones included."""


@frozen
class Entity(Record):
    """Who or what a claim is about."""

    id: str
    label: str
    kind: str
    line: int
    attributes: Mapping[str, str]


@frozen
class Membership(Record):
    """One member of a group, as one source lists it; an open list may have more."""

    group: str
    member: str
    source: str | None
    open: bool
    path: str
    line: int


@frozen
class Metric(Record):
    """What is measured; a non-negative metric has no figure below 0."""

    id: str
    label: str
    unit: Unit
    kind: str
    """flow, stock, price, ratio or empty."""
    non_negative: bool
    path: str
    line: int
    attributes: Mapping[str, str]


@frozen
class Rate(Record):
    """How many `to_unit` one `from_unit` was, on every day from start to end, both included."""

    id: str
    from_unit: str
    to_unit: str
    start: date
    end: date
    lower: Rational
    upper: Rational
    source: str | None
    line: int


@frozen
class Hedge(Record):
    """How far a hedge widens a figure: fractions of the printed number, (-1/10, 1/10) for 10%."""

    low: Rational
    high: Rational


@frozen
class Vocabulary(Record):
    """Everything a rule can name, from the descriptor and the small tables, in their order."""

    name: str
    version: str
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    memberships: tuple[Membership, ...]
    metrics: Mapping[str, Metric]
    units: Mapping[str, BaseUnit]
    """With the built-in ones."""
    rates: tuple[Rate, ...]
    dimensions: tuple[str, ...]
    currency: str | None
    hedges: Mapping[str, Hedge]
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = Factory(dict)
    """What the package adds to the words of figures, by kind and meaning."""
