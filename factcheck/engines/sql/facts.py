"""What a plan needs to know of the working table: its codes, its currencies, its powers of ten.

The working table `claims` has one row a claim: `row`, the codes of its fields, `low` and `high` as
whole numbers in 10^-places of the metric's base unit (nothing where infinite), `opened` where an
end is not itself allowed, `odd` where the bounds do not fit in such numbers, and `currency`, `day`
for conversions. Code 0 stands for an empty field; codes are in the order of the values.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from factcheck.lang.typed import Key
from factcheck.values.record import Record
from factcheck.vocabulary.model import Vocabulary

CLAIMS = "claims"
CODED = ("entity", "metric", "period", "source", "status", "unit")
"""The fields that have codes, beside the package's own dimensions."""


@frozen(eq=False, repr=False)
class Facts(Record):
    """The dictionaries of a working table."""

    vocabulary: Vocabulary
    codes: Mapping[str, Mapping[Key, int]]
    """By field; of entities, periods and the like, those that some claim names or a step meets."""
    places: Mapping[str, int]
    """By metric: the power of ten of its whole numbers."""
    currencies: Mapping[str, frozenset[str]]
    """By metric: those of its claims."""

    def column(self, field: str) -> str | None:
        """The column of a field; None where it has no code."""
        if field in CODED:
            return field
        if field in self.vocabulary.dimensions:
            return f"own_{self.vocabulary.dimensions.index(field)}"
        return None
