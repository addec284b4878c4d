"""The small tables of drawn packages: gaps in rates, open lists, groups in groups, a dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

BLOCK = {
    "profile": "1.0",
    "currency": "CNY",
    "dimensions": ["region"],
    "hedges": {"about": "10%", "nearly": ["-5%", "0%"]},
}
COLUMNS = (
    *("claim_id", "source_id", "entity_id", "metric_id", "period", "value", "value_to", "unit_id"),
    *("relation", "hedge", "decimals", "status", "attributed_to", "quote", "converts", "region"),
    *("inferred", "line"),
)
"""Of claims, as rows of them are drawn."""
ENTITIES = ("e0", "e1", "e2", "e3", "e4", "g0", "g1", "g2", "g3")
SOURCES = ("s0", "s1", "s2", "s3")
REGIONS = ("north", "south", "")
LINES = ("x", "y", "")
"""Where it is a dimension."""
STATUSES = ("actual", "actual", "", "plan", "estimate", "target")
PERIODS = (
    *("2023", "2024", "2024", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1"),
    *("2023-10", "2023-11", "2023-12", "2023-Q4", "2024-01/2024-03", "2023-12-31", "2023/2024"),
    *("2024-02-29", "", "2022", "2024-H2", "2023-H2", "2023-Q3", "2024-01", "2024-02"),
)
METRICS: Mapping[str, tuple[str, str, str]] = {
    "whole": ("CNY", "flow", "true"),
    "part": ("CNY", "flow", "true"),
    "gain": ("CNY", "flow", ""),
    "debt": ("CNY", "stock", "true"),
    "price": ("USD/item", "price", "true"),
    "units": ("item", "stock", "true"),
    "made": ("item", "flow", "true"),
    "share": ("ratio", "ratio", ""),
    "bought": ("item/CNY", "price", "true"),
}
"""By name: unit, kind, whether no figure is below zero."""
RARE = "bought"
"""The metric of which a package knows only where its claims or rules name it: amounts of money by
which something is divided leave groups that agree to the exact engine."""

TABLES: Mapping[str, Sequence[Sequence[str]]] = {
    "sources": [
        ["source_id", "title", "publisher", "language", "published", "derived_from"],
        ["s0", "a", "press", "en", "2024-02-01", ""],
        ["s1", "b", "press", "zh", "", ""],
        ["s2", "c", "post", "", "2024-03-01", "s0"],
        ["s3", "d", "", "en", "2023-06-30", ""],
    ],
    "entities": [
        ["entity_id", "label", "kind"],
        *([name, name, "company"] for name in ("e0", "e1", "e2")),
        *([name, name, ""] for name in ("e3", "e4")),
        *([name, name, "group"] for name in ("g0", "g1", "g2", "g3")),
    ],
    "memberships": [
        ["group_id", "member_id", "source_id", "open"],
        *(["g0", name, "", ""] for name in ("e0", "e1", "e2")),
        *(["g1", name, "s0", "true"] for name in ("e2", "e3")),
        ["g2", "g0", "", ""],
        ["g2", "e4", "", ""],
        *(["g3", name, "s0", ""] for name in ("e0", "e1")),
        *(["g3", name, "s1", "true"] for name in ("e1", "e4")),
    ],
    "units": [
        ["unit_id", "label", "dimension", "factor", "iso4217"],
        ["CNY", "yuan", "money", "", "CNY"],
        ["USD", "dollar", "money", "", "USD"],
        ["EUR", "euro", "money", "", "EUR"],
        ["XXX", "not stated", "money", "", "XXX"],
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
        ["b", "USD", "CNY", "2023-01-01", "2023-06-30", "6.9", "7.1"],
        ["c", "USD", "CNY", "2023-12-31", "2023-12-31", "6.9", "7.1"],
        ["d", "EUR", "USD", "2024-01-01", "2024-03-31", "1.1", "1.1"],
        ["e", "CNY", "EUR", "2023-07-01", "2023-12-31", "0.125", "0.13"],
    ],
}
