"""What rules that are drawn may ask of cases and of claims before they judge them."""

from __future__ import annotations

WHERES = (
    *([""] * 10),
    "where status in {actual, estimate}",
    "where entity in {e0, e1, g0}",
    "where entity in g0",
    "where period > 2023-12-31",
    "where source.language = en",
    "where entity.kind = company",
    "where region = north or status = plan",
    "where status = plan or source.publisher = press",
    "where period.end ≥ source.published",
    "where attributed_to is stated",
    "where not source = s0",
    "where relation = eq and hedge = none",
    "where status ≠ plan and entity not in g2",
    "where source in {s0, s2} or region is not stated",
    "where period in {2024, 2024-Q1, 2024-H1}",
    "where period.start ≥ 2024-01-01 and entity.kind ≠ group",
    'where attributed_to contains "press"',
    "where unit in {CNY, USD, item}",
    "where source.published > 2024-02-01",
    "where inferred is not stated or quote is stated",
    "where metric.kind = flow",
    "where entity.kind = company or source.language is stated",
    "where line in {x, y}",
)
OF_FIGURES = (
    "where whole > 50 CNY",
    "where part / whole ≤ 0.9",
    "where gain is stated and entity in {e0, e1, e2}",
    "where region = north or whole > 100 CNY",
    "where days(period) > 100 day",
    "where count(members) ≥ 2",
    "where part[previous year] ≥ part",
)
"""Of the figures of a case: they work as the premise of `if`."""
