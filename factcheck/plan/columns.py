"""The columns of claims, and the attributes behind them, as the language's fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeAlias

from factcheck.claims.model import Claim
from factcheck.lang.typed import Key
from factcheck.values import rational
from factcheck.values.period import Period, day
from factcheck.vocabulary.model import Vocabulary

Column: TypeAlias = Callable[[Claim], Key | None]

_COLUMNS: Final[Mapping[str, Column]] = {
    "claim": lambda claim: claim.id,
    "metric": lambda claim: claim.metric,
    "entity": lambda claim: claim.entity,
    "period": lambda claim: claim.period,
    "source": lambda claim: claim.source,
    "status": lambda claim: claim.status or None,
    "unit": lambda claim: claim.unit.text,
    "relation": lambda claim: claim.relation,
    "hedge": lambda claim: claim.hedge or "none",
    "decimals": lambda claim: "exact" if claim.decimals is None else str(claim.decimals),
    "quote": lambda claim: claim.quote or None,
    "attributed_to": lambda claim: claim.attributed_to or None,
    "inferred": lambda claim: ";".join(claim.inferred),
    "value": lambda claim: printed_value(claim),  # noqa: PLW0108 (defined below)
    "lower": lambda claim: _end(claim.bounds.low),
    "upper": lambda claim: _end(claim.bounds.high),
    "implied_rate": lambda claim: claim.converts,
}
"""An empty cell is None, unknown; except where empty is a value: relation, hedge, decimals."""


def column(vocabulary: Vocabulary, field: str) -> Column:
    """How a field is read from a claim; the package's own dimensions included."""
    if field in vocabulary.dimensions:
        place = vocabulary.dimensions.index(field)
        return lambda claim: claim.dimensions[place] or None
    return _COLUMNS[field]


def printed_value(claim: Claim) -> str | None:
    """The printed number and its unit, whatever hedge, relation or decimals."""
    if claim.value is None:
        return None
    return printed_text(claim.value, claim.value_to, claim.unit.text)


def printed_text(value: rational.Rational, value_to: rational.Rational | None, unit: str) -> str:
    """A number, or a range, with its unit."""
    text = rational.to_decimal_text(value)
    if value_to is not None:
        text += f" to {rational.to_decimal_text(value_to)}"
    return text if unit == "ratio" else f"{text} {unit}"


def _end(end: rational.Rational) -> str | None:
    return rational.to_decimal_text(end) if rational.is_finite(end) else None


def attribute(vocabulary: Vocabulary, head: str, name: str, value: Key | None) -> Key | None:
    """A field of the row that a value names: `source.published`, `entity.kind`, `period.end`."""
    if value is None:
        return None
    if isinstance(value, Period):
        return day(value.end if name == "end" else value.start)
    tables: Mapping[str, Mapping[str, object]] = {
        "source": vocabulary.sources,
        "entity": vocabulary.entities,
        "metric": vocabulary.metrics,
    }
    row = tables[head].get(value)
    own = getattr(row, name, None) if name in ("published", "accessed") else None
    if isinstance(own, date):
        return day(own)
    if name in ("published", "accessed"):
        return None
    text: str = getattr(row, "attributes", {}).get(name, "")
    return text or None
