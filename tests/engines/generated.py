"""Packages and rules made at random, shaped so that figures meet, tie, and stay open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random

from tests.engines.written import write_package

METRICS = {
    "whole": ("CNY", "flow", "true"),
    "part": ("CNY", "flow", "true"),
    "price": ("USD/item", "price", "true"),
    "units": ("item", "stock", "true"),
    "gain": ("CNY", "flow", ""),
    "share": ("ratio", "ratio", ""),
}
UNITS = {
    "CNY": ["CNY", "CNY", "USD", "mCNY"],
    "USD/item": ["USD/item", "CNY/item"],
    "item": ["item", "dozen"],
    "ratio": ["ratio", "%"],
}
ENTITIES = [f"e{number}" for number in range(12)]
PERIODS = ["2023", "2024", "2024-Q1", "2024-Q2", "2024-01/2024-03", "2023-12-31", ""]
NUMBERS = {
    "CNY": ["100", "90", "110", "200", "180", "0", "45.5", "1000000", "99.999", "33.3"],
    "USD/item": ["1", "2", "0.5", "14", "10"],
    "item": ["10", "20", "50", "100", "7"],
    "ratio": ["0.5", "50", "-3", "1", "0", "12.5"],
}
LONG_NUMBERS = {
    "CNY": [
        "0.1",
        "0.2",
        "0.3",
        "0.30000000000000004",
        "0.6",
        "33.333333333333336",
        "90",
        "110",
        "99.99999999999999",
        "0.60000000000000009",
        "0.333333333333333",
        "100",
        "0",
    ],
    "USD/item": ["0.1", "0.3", "7.1", "14.2", "0.30000000000000004"],
    "item": ["3", "7", "10", "1", "100000000000000"],
    "ratio": ["0.5", "-0.1", "0.1", "0.30000000000000004", "1"],
}
"""Numbers that are apart by less than doubles tell, or that doubles do not have."""
TESTS = [
    "part + gain = whole",
    "part × share = {fraction} × gain",
    "(part − gain) × share ≤ whole − gain",
    "part / (whole − gain) ≤ {fraction}",
    "gain × share × share ≥ part / whole × gain",
    "−gain ≤ abs(share) × part",
    "part ≈ half of whole within {tolerance}%",
    "part ≤ whole",
    "part < whole",
    "part = {fraction} × whole",
    "whole ≠ part",
    "part / whole ≥ {fraction}",
    "units × price ≤ whole",
    "units × price ≈ whole within {tolerance}%",
    "whole ≈ part within {tolerance}% of whole",
    "whole ≈ part within 10 CNY",
    "gain × share ≤ part",
    "gain ≈ part within {tolerance}%",
    "gain / whole ≤ {fraction}",
    "(whole − part) / whole ≥ {fraction}",
    "whole > whole[previous year] and part > 0 CNY",
    "whole ≥ whole[year ago] or not part ≤ gain",
    "part consistent with {fraction} × whole",
    "part consistent with half of whole within {tolerance}%",
    "part between {fraction} × whole and whole",
    "whole − part ≤ 100 CNY",
    "whole[status = plan] ≥ part[status = actual]",
    "part ≥ 90 CNY",
    "price ≤ 2 USD/item",
    "gain ≤ −gain[previous]",
]
SCOPES = ["", "", "for each entity, period, source", "for each entity, period, status"]
WHERES = [
    "",
    "",
    "where status in {actual, estimate}",
    "where entity in {e1, e2, e3}",
    "where period > 2023-12-31",
    "where source.language = en",
]


AGREEMENTS = [
    "for each metric, entity, period check claims agree within {tolerance}%",
    "for each metric, entity, period, status check claims agree",
    "for each metric, entity where status in {{plan}} check claims agree within {tolerance}%",
    "for each metric, period where entity in {{e1, e2}} check claims agree within {tolerance}%",
    "for each metric, entity, period check claims agree on status",
    "for each metric, entity, source check claims agree on value",
]


def rules(random: Random, number: int) -> str:
    """So many rules; some of them may not bind, and are left out by the caller."""
    found = []
    for place in range(number):
        if random.random() < 0.2:
            test = random.choice(AGREEMENTS).format(tolerance=random.choice(["10", "5", "0"]))
            found.append(f"rule r{place} {test}\n")
            continue
        test = random.choice(TESTS).format(
            tolerance=random.choice(["10", "5", "0.1", "50"]),
            fraction=random.choice(["0.5", "0.9", "0.1", "0.45"]),
        )
        scope, where = random.choice(SCOPES), random.choice(WHERES)
        if "[status" in test or "status in" in where:
            scope = ""
        found.append(f"rule r{place} {scope} {where} check {test}\n")
    return "\n".join(found)


def write(
    folder: Path,
    random: Random,
    claims: int,
    text: str,
    numbers: Mapping[str, Sequence[str]] = NUMBERS,
) -> None:
    """A package of so many claims in a folder, with its rules."""
    block = {
        "profile": "1.0",
        "currency": "CNY",
        "hedges": {"about": "10%", "nearly": ["-5%", "0%"]},
    }
    tables = {
        "sources": [["source_id", "title", "language", "published"]]
        + [[f"s{one}", "t", "en" if one else "zh", "2024-02-0" + str(one + 1)] for one in range(3)],
        "entities": [["entity_id", "label"], *([one, one] for one in ENTITIES)],
        "units": [
            ["unit_id", "label", "dimension", "factor", "iso4217"],
            ["CNY", "yuan", "money", "", "CNY"],
            ["USD", "dollar", "money", "", "USD"],
            ["item", "item", "", "", ""],
            ["dozen", "dozen", "item", "12", ""],
        ],
        "metrics": [
            ["metric_id", "label", "unit_id", "kind", "non_negative"],
            *([name, name, *rest] for name, rest in METRICS.items()),
        ],
        "rates": [
            ["rate_id", "from_unit", "to_unit", "start", "end", "lower", "upper"],
            ["a", "USD", "CNY", "2024-01-01", "2024-12-31", "7", "7"],
            ["b", "USD", "CNY", "2023-01-01", "2023-12-31", "6.9", "7.1"],
        ],
        "claims": [_COLUMNS, *(_claim(random, number, numbers) for number in range(claims))],
    }
    write_package(folder, block, tables, text)


_COLUMNS = [
    *("claim_id", "source_id", "entity_id", "metric_id", "period", "value", "value_to"),
    *("unit_id", "relation", "hedge", "decimals", "status"),
]


def _claim(random: Random, number: int, numbers: Mapping[str, Sequence[str]]) -> list[str]:
    metric = random.choice(list(METRICS))
    home = METRICS[metric][0]
    unit = random.choice(UNITS[home])
    value = random.choice(numbers[home])
    if METRICS[metric][2]:
        value = value.removeprefix("-")
    relation = random.choice([""] * 8 + ["gt", "ge", "lt", "le", "eq"])
    if relation == "lt" and value == "0":
        relation = ""
    hedge = random.choice([""] * 6 + ["about", "nearly"])
    decimals = random.choice(["", "", "0", "-1", "1"])
    value_to = ""
    if random.random() < 0.05 and not relation:
        value_to = str(Decimal(value) + 5)
    if random.random() < 0.03:
        value = value_to = relation = hedge = decimals = ""
    status = random.choice(["actual", "actual", "plan", "", "estimate", "target"])
    return [
        *(f"c{number}", f"s{random.randrange(3)}", random.choice(ENTITIES), metric),
        *(random.choice(PERIODS), value, value_to, unit.replace("mCNY", "CNY")),
        *(relation, hedge, decimals, status),
    ]
