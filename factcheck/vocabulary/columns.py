"""The columns of the tables, as the package format fixes them."""

from collections.abc import Mapping
from typing import Final

from factcheck.records import Record, frozen


@frozen
class TableShape(Record):
    """The columns of one table: those it must have, and all that mean something; the key first."""

    required: tuple[str, ...]
    columns: tuple[str, ...]
    optional: bool = False
    """Whether a package may do without the table."""


def _shape(text: str, *, optional: bool = False) -> TableShape:
    """From the columns as words, an asterisk behind each that is required."""
    words = text.split()
    required = tuple(word[:-1] for word in words if word.endswith("*"))
    return TableShape(required, tuple(word.rstrip("*") for word in words), optional)


COMPUTED: Final = ("lower", "upper", "lower_open", "upper_open")
"""Columns that a published form adds to claims, and that follow from the others."""

SHAPES: Final[Mapping[str, TableShape]] = {
    "sources": _shape(
        "source_id* title* publisher author url published accessed language path sha256 "
        "derived_from status licence"
    ),
    "entities": _shape("entity_id* label* kind aliases wikidata"),
    "memberships": _shape("group_id* member_id* source_id open", optional=True),
    "metrics": _shape("metric_id* label* unit_id* kind non_negative definition"),
    "units": _shape("unit_id* label* dimension factor iso4217 ucum"),
    "rates": _shape(
        "rate_id* from_unit* to_unit* start* end* lower* upper* source_id", optional=True
    ),
    "claims": _shape(
        "claim_id* source_id* entity_id* metric_id* period value value_to unit_id* relation hedge "
        "decimals status attributed_to quote char_start char_end inferred converts note"
    ),
}
