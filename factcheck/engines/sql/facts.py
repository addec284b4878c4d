"""What a plan needs to know of the working table: its codes, its currencies, its powers of ten.

The working table `claims` has one row a claim: `row`, the codes of its fields, `low` and `high` as
whole numbers in 10^-places of the metric's base unit (nothing where infinite), `opened` where an
end is not itself allowed, `odd` where the bounds do not fit in such numbers, and `currency`, `day`
for conversions. Code 0 stands for an empty field; codes are in the order of the values. It is
computed from what each row has of its own, its digits above all, and from what its kind does.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engines.sql.side import SideTables
from factcheck.lang.typed import Key
from factcheck.records import Factory, Record, frozen
from factcheck.values.dimension import Exponents
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Vocabulary

CLAIMS = "claims"
OF_KINDS = (
    *("metric", "unit", "status", "relation", "hedge", "decimals"),
    *("currency", "restates", "wordless", "opened"),
)
"""The columns of claims that are those of their kinds."""


@frozen
class MetricFacts(Record):
    """All that queries about a metric rest on: its name and its powers of ten are parameters."""

    money: Exponents
    """The currencies in its unit."""
    non_negative: bool
    is_stock: bool
    currencies: frozenset[str]
    """Those of its claims."""


@frozen
class Facts(Record):
    """The dictionaries of a working table."""

    vocabulary: Vocabulary
    codes: Mapping[str, Mapping[Key, int]]
    """By field; of entities, periods and the like, those that some claim names or a step meets."""
    places: Mapping[str, int]
    """By metric: the power of ten of its whole numbers."""
    currencies: Mapping[str, frozenset[str]]
    """By metric: those of its claims."""
    columns: frozenset[str]
    """The fields that stand in each row: those that some rule asks for."""
    units: Mapping[int, Unit]
    """By code."""
    texts: Mapping[str, str] = Factory(dict)
    """By field that is text in each row and has no codes: its column in the table `raw`."""
    has_values: bool = False
    """Whether the table `valued` has the printed number of each claim as a code."""
    side: SideTables = Factory(SideTables)
    """What rules ask for beside the working table."""
    slots: Mapping[str, MetricFacts] | None = None
    """Of a rule that has slots for metrics, what stands for each; then no metric has a name."""

    def metric(self, name: str) -> MetricFacts:
        """What is known of a metric, or of what stands in its slot."""
        if self.slots is not None:
            return self.slots[name]
        metric = self.vocabulary.metrics[name]
        return MetricFacts(
            metric.unit.currencies,
            metric.non_negative,
            metric.kind == "stock",
            self.currencies.get(name, frozenset()),
        )

    def column(self, field: str) -> str | None:
        """The column of a field; None where it has no code."""
        if field in self.vocabulary.dimensions:
            field = f"own_{self.vocabulary.dimensions.index(field)}"
        return field if field in OF_KINDS or field in self.columns else None
