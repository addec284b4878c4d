"""What drawn packages know beside their claims: some lack rates, lists, dimensions or columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from attrs import frozen

from tests.engines.drawn.vocabulary import BLOCK, COLUMNS, TABLES

CURRENCIES: Sequence[Mapping[str, object]] = (
    {},
    {"currency": "EUR", "hedges": {"about": ["-0.1%", "20%"], "nearly": "10%"}},
    {"currency": None},
)
"""Of packages that differ in the currency to which amounts are brought, by what differs."""
DIMENSIONS: Sequence[list[str]] = (["region"], ["region"], [], ["line", "region"])
_RATE, *_RATES = TABLES["rates"]
_ALL_DAYS = ("2022-01-01", "2025-12-31")
RATES: Sequence[Sequence[Sequence[str]]] = (
    [_RATE, *_RATES],
    [_RATE, *_RATES],
    [_RATE],
    [],
    [
        _RATE,
        ["a", "USD", "CNY", *_ALL_DAYS, "0.0001", "7000"],
        ["b", "CNY", "EUR", *_ALL_DAYS, "0.1", "0.2"],
        ["c", "EUR", "USD", "2024-02-29", "2024-02-29", "1", "1.3"],
    ],
)
"""Those with gaps, none, no table, and some that say next to nothing."""
_NUMBERS = ("value_to", "relation", "hedge", "decimals")
_LEFT_OUT: Mapping[str, Sequence[str]] = {
    "sources": ("publisher", "language", "published", "derived_from"),
    "entities": ("kind",),
    "memberships": ("source_id", "open"),
    "metrics": ("kind", "non_negative"),
    "claims": (*_NUMBERS, "status", "attributed_to", "quote", "converts", "inferred"),
}
"""The columns that a table may do without, and does in some packages."""


@frozen(eq=False)
class World:
    """The block of a descriptor, all tables but claims, and the columns that claims have."""

    block: Mapping[str, object] = BLOCK
    tables: Mapping[str, Sequence[Sequence[str]]] = TABLES
    columns: Sequence[str] = COLUMNS


WORLD = World()
"""A package that has it all."""


def draw_world(random: Random) -> World:
    """Most packages lack something; in one of three, columns of claims stand in another order."""
    differing = random.choice(CURRENCIES)
    dimensions = random.choice(DIMENSIONS)
    block = {**BLOCK, **differing, "dimensions": dimensions}
    tables = {**TABLES, "rates": random.choice(RATES)}
    if random.random() < 0.15:
        tables["memberships"] = []
    tables = {name: _narrow(random, name, rows) for name, rows in tables.items() if rows}
    out = set(_left_out(random, "claims"))
    if random.random() < 0.1:
        out.add("period")
    if random.random() < 0.04:
        out |= {"value", *_NUMBERS}  # no claim says a number
    columns = [name for name in COLUMNS if name not in out]
    if random.random() < 0.33:
        random.shuffle(columns)
    return World({name: one for name, one in block.items() if one is not None}, tables, columns)


def _left_out(random: Random, table: str) -> list[str]:
    """The columns that a package does without: in one of three, about half of those that may be."""
    if table not in _LEFT_OUT or random.random() < 0.67:
        return []
    return [name for name in _LEFT_OUT[table] if random.random() < 0.5]


def _narrow(random: Random, table: str, rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    out = _left_out(random, table)
    kept = [place for place, name in enumerate(rows[0]) if name not in out]
    return [[row[place] for place in kept] for row in rows]
