"""How each engine spells the functions; whatever is not in a table here is never written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.records import Record, frozen


@frozen
class Dialect(Record):
    """The spelling of one engine: `{0}` and `{1}` are arguments, `{all}` all of them.

    `{after_two}` are those after the first two; `{keys}` and `{values}` every other one of those
    after the first.
    """

    name: str
    functions: Mapping[str, str]
    quote: str
    """What stands around a name."""
    infinity: str
    """A double that is greater than every other, as an expression."""
    escapes: Mapping[str, str]
    """What is written for some characters in a literal text."""


_COMMON: Final[Mapping[str, str]] = {
    "add": "({0} + {1})",
    "subtract": "({0} - {1})",
    "multiply": "({0} * {1})",
    "divide": "({0} / {1})",
    "negate": "(-{0})",
    "equal": "({0} = {1})",
    "differ": "({0} <> {1})",
    "less": "({0} < {1})",
    "less_equal": "({0} <= {1})",
    "and": "({0} AND {1})",
    "or": "({0} OR {1})",
    "not": "(NOT {0})",
    "is_null": "({0} IS NULL)",
    "coalesce": "coalesce({all})",
    "least": "least({all})",
    "greatest": "greatest({all})",
    "abs": "abs({0})",
    "to_double": "CAST({0} AS DOUBLE)",
    "to_integer": "CAST({0} AS INTEGER)",
    "to_bigint": "CAST({0} AS BIGINT)",
    "to_boolean": "CAST({0} AS BOOLEAN)",
    "remainder": "({0} % {1})",
    "sum": "sum({0})",
    "minimum": "min({0})",
    "maximum": "max({0})",
    "count": "count(*)",
    "count_distinct": "count(DISTINCT {0})",
    "every": "bool_and({0})",
    "some": "bool_or({0})",
    "length": "length({0})",
    "replace": "replace({all})",
    "slice": "substring({0}, {1}, {2})",
    "place_among": "row_number() OVER (PARTITION BY {0}, {1} ORDER BY {after_two})",
}

DUCKDB: Final = Dialect(
    "duckdb",
    {
        **_COMMON,
        "same": "({0} IS NOT DISTINCT FROM {1})",
        "to_text": "CAST({0} AS VARCHAR)",
        "to_wide": "CAST({0} AS HUGEINT)",
        "quotient": "({0} // {1})",
        "position": "strpos({0}, {1})",
        "matches": "regexp_matches({0}, {1})",
        "bytes": "strlen({0})",
        "is_ascii": "(strlen({0}) = length({0}))",
        "composed": "nfc_normalize({0})",
        "code_point": "unicode({0})",
        # A function of one column is computed once for each of the words that stand in a block.
        "looked_up": "map_extract_value(map([{keys}], [{values}]), {0})",
        # In the order of the table, which needs no sorting; {1} is what it is in order of.
        "before": "lag({0}) OVER ()",
    },
    '"',
    "CAST('infinity' AS DOUBLE)",
    {"'": "''"},
)

SPARK: Final = Dialect(
    "spark",
    {
        **_COMMON,
        "same": "({0} <=> {1})",
        "to_text": "CAST({0} AS STRING)",
        "to_wide": "CAST({0} AS DECIMAL(38, 0))",
        # `div` gives 64 bits; what is left after the remainder is taken away divides exactly.
        "quotient": "CAST((({0} - {0} % {1}) / {1}) AS DECIMAL(38, 0))",
        "position": "instr({0}, {1})",
        "matches": "({0} RLIKE {1})",
        "bytes": "octet_length({0})",
        "is_ascii": "(octet_length({0}) = length({0}))",
        "composed": "composed({0})",
        "code_point": "ascii({0})",
        "looked_up": "element_at(map_from_arrays(array({keys}), array({values})), {0})",
        "before": "lag({0}) OVER (ORDER BY {1})",
    },
    "`",
    "CAST('infinity' AS DOUBLE)",
    # `$` would begin a variable of Spark's settings or of the environment.
    {"\\": "\\\\", "'": "\\'", "$": "\\u0024"},
)
