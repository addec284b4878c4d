"""The fields of a claim that the language knows, and what kind of value each has."""

from __future__ import annotations

from typing import Final

TEXT: Final = "text"
TIME: Final = "time"
NUMBER: Final = "number"

CLAIM_FIELDS: Final[dict[str, str]] = {
    "claim": TEXT,
    "metric": TEXT,
    "entity": TEXT,
    "period": TIME,
    "value": NUMBER,
    "lower": NUMBER,
    "upper": NUMBER,
    "unit": TEXT,
    "status": TEXT,
    "source": TEXT,
    "relation": TEXT,
    "hedge": TEXT,
    "decimals": NUMBER,
    "quote": TEXT,
    "attributed_to": TEXT,
    "inferred": TEXT,
    "implied_rate": NUMBER,
}

PERIOD_PARTS: Final = ("start", "end")
TIMES_OF_SOURCE: Final = ("published", "accessed")
STATUSES: Final = ("actual", "estimate", "plan", "forecast", "target", "guidance")
RELATIONS: Final = ("eq", "gt", "ge", "lt", "le", "order")
OVER_CLAIMS: Final = ("metric", "value", "claim")
"""A scope with one of these groups claims and does not join references."""


def kind_of_path(head: str, attribute: str) -> str:
    """The kind of `head.attribute`, for heads that have attributes."""
    if head == "period" or (head == "source" and attribute in TIMES_OF_SOURCE):
        return TIME
    return TEXT
