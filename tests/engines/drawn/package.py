"""Claims drawn at random, with copies, restatements, hedges and numbers that tie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random

from tests.engines.drawn.vocabulary import (
    COLUMNS,
    ENTITIES,
    LINES,
    METRICS,
    PERIODS,
    RARE,
    REGIONS,
    SOURCES,
    STATUSES,
)
from tests.engines.drawn.worlds import WORLD, World
from tests.engines.written import write_package

UNITS = {
    "CNY": ["CNY", "CNY", "CNY", "USD", "EUR"],
    "USD/item": ["USD/item", "USD/item", "CNY/item"],
    "item": ["item", "item", "dozen"],
    "ratio": ["ratio", "ratio", "%"],
    "item/CNY": ["item/CNY", "item/CNY", "item/USD", "dozen/EUR"],
}
TIES = {
    "CNY": [
        *("100", "90", "110", "200", "45", "50", "700", "55", "0", "25", "95", "105", "99.5"),
        *("100.0", "050.00"),
    ],
    "USD/item": ["1", "2", "0.5", "14", "10", "7"],
    "item": ["10", "20", "50", "100", "7", "0", "40"],
    "ratio": ["0.5", "50", "-3", "1", "0", "12.5", "0.45"],
    "item/CNY": ["1", "2", "0.5", "0.1", "14"],
}
"""Halves, tenths and sums of one another: they lie exactly on the tolerances of the rules."""
LONG = {
    "CNY": [
        *("0.1", "0.2", "0.3", "0.30000000000000004", "0.6", "33.333333333333336", "90", "110"),
        *("99.99999999999999", "0.60000000000000009", "0.333333333333333", "100", "0"),
        *("123456789012345678901234567890", "0.000000000000000000000000000001"),
    ],
    "USD/item": ["0.1", "0.3", "7.1", "14.2", "0.30000000000000004"],
    "item": ["3", "7", "10", "1", "100000000000000"],
    "ratio": ["0.5", "-0.1", "0.1", "0.30000000000000004", "1"],
    "item/CNY": ["0.1", "0.3", "7", "0.30000000000000004"],
}
"""Numbers that are apart by less than doubles tell, or that no column of numbers holds."""
QUARTERS = ("2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024")
QUOTES = ("", "about as much", "so much", "")

Row = Sequence[str]


def draw_claims(random: Random, number: int) -> list[Row]:
    """So many claims; some are copies of others in another source, or restate them."""
    numbers = random.choice([TIES, TIES, LONG])
    currencies = random.choice([["CNY"], ["CNY"], UNITS["CNY"], [*UNITS["CNY"], "XXX"]])
    units = {**UNITS, "CNY": currencies}
    statuses = random.choice([STATUSES, ("actual",)])
    some = random.sample(PERIODS, 4)
    periods = random.choice([PERIODS, ("2023", "2024"), PERIODS[2:8], some, QUARTERS])
    entities = random.choice([ENTITIES, random.sample(ENTITIES, 3), ENTITIES[:6]])
    regions = random.choice([REGIONS, ("north",), ("",)])
    usual = [name for name in METRICS if name != RARE]
    metrics = random.choice([usual, usual, usual, [*METRICS]])
    rows: list[Row] = []
    for place in range(number):
        if rows and random.random() < 0.15:
            rows.append([f"c{place}", random.choice(SOURCES), *random.choice(rows)[2:]])
            continue
        row = _claim(random, place, metrics, numbers, units)
        row |= {"period": random.choice(periods), "status": random.choice(statuses)}
        row |= {"entity_id": random.choice(entities), "region": random.choice(regions)}
        row["line"] = LINES[place % len(LINES)]
        rows.append([row.get(name, "") for name in COLUMNS])
    return [_restating(random, rows, row) for row in rows]


def _claim(
    random: Random,
    place: int,
    metrics: Sequence[str],
    numbers: Mapping[str, Sequence[str]],
    units: Mapping[str, list[str]],
) -> dict[str, str]:
    metric = random.choice([*metrics, "whole", "part", "gain"])
    home, _, unsigned = METRICS[metric]
    value = random.choice(numbers[home])
    if unsigned:
        value = value.removeprefix("-")
    elif random.random() < 0.3 and value != "0":
        value = f"-{value.removeprefix('-')}"
    found = {
        "claim_id": f"c{place}",
        "source_id": random.choice(SOURCES),
        "metric_id": metric,
        "unit_id": random.choice(units[home]),
        "attributed_to": random.choice(["", "", "a spokesman", "press"]),
        "quote": QUOTES[place % len(QUOTES)],
        "inferred": random.choice(["", "", "", "period", "unit_id;period"]),
    }
    if random.random() < 0.04:
        return found  # without a number
    relation = random.choice([""] * 12 + ["gt", "ge", "lt", "le", "eq", "order"])
    if (relation == "lt" and value == "0") or (relation == "order" and Decimal(value) <= 0):
        relation = ""
    found |= {
        "value": value,
        "relation": relation,
        "hedge": random.choice([""] * 8 + ["about", "nearly"]),
        "decimals": random.choice(["", "", "", "0", "-1", "1", "2"]),
    }
    if random.random() < 0.05 and not relation and len(value) < 20:
        found["value_to"] = str(Decimal(value) + 5)
    return found


def _restating(random: Random, rows: Sequence[Row], row: Row) -> Row:
    """Some amounts restate another in a second currency."""
    unit, converts = COLUMNS.index("unit_id"), COLUMNS.index("converts")
    others = [one[0] for one in rows if {one[unit], row[unit]} in ({"CNY", "USD"}, {"CNY", "EUR"})]
    if row[unit] == "CNY" or not others or random.random() > 0.1:
        return row
    return [*row[:converts], random.choice(others), *row[converts + 1 :]]


def write(folder: Path, claims: Sequence[Row], rules: str, world: World = WORLD) -> None:
    """A package with these claims and rules in a folder; claims come last in its descriptor."""
    written = (_of_columns(row, world.columns) for row in claims)
    tables: dict[str, Iterable[Row]] = {**world.tables, "claims": [world.columns, *written]}
    named = {row[COLUMNS.index("metric_id")] for row in claims}
    metrics = world.tables["metrics"]
    tables["metrics"] = [
        row for row in metrics if RARE not in row[0] or row[0] in named or RARE in rules
    ]
    write_package(folder, world.block, tables, rules)


def _of_columns(claim: Row, columns: Sequence[str]) -> Row:
    """The cells of a claim in some columns; none of it is inferred of what has no column."""
    cells = dict(zip(COLUMNS, claim, strict=False))
    inferred = [name for name in cells.get("inferred", "").split(";") if name in columns]
    cells["inferred"] = ";".join(inferred)
    return [cells.get(name, "") for name in columns]
