"""Claims: figures as their sources state them, with the bounds that their words allow."""

from __future__ import annotations

from factcheck.records import Record, frozen
from factcheck.values.interval import Interval
from factcheck.values.period import Period
from factcheck.values.rational import Rational
from factcheck.values.unit import Unit


@frozen
class Claim:
    """One row of claims.csv; `bounds` are in the claim's own unit."""

    id: str
    source: str
    entity: str
    metric: str
    period: Period | None
    value: Rational | None
    value_text: str
    """As it stands in the table; empty when the claim states no number."""
    value_to: Rational | None
    value_to_text: str
    unit: Unit
    relation: str
    """eq, gt, ge, lt, le or order; an empty cell is eq."""
    hedge: str
    decimals: int | None
    status: str
    attributed_to: str
    quote: str
    char_start: int | None
    char_end: int | None
    inferred: tuple[str, ...]
    converts: str | None
    note: str
    dimensions: tuple[str, ...]
    """The values of the package's own dimensions, in the order the descriptor declares them."""
    bounds: Interval
    path: str
    """The file that the row stands in, as messages show it."""
    line: int


@frozen
class Claims(Record):
    """The claims of one package, in the order of the table."""

    path: str
    rows: tuple[Claim, ...]
