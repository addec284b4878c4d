"""Which rows of claims have to be looked at: no mistake is in another row, few of these have one.

An engine finds them in passing; what is wrong with them the reader of claims says, in its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    any_of,
    call,
    case,
    one_of,
)

_SPACE: Final = (
    r"[\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}"
    r"\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
)
"""What Python calls a space, in the classes that RE2 and Java have in common."""
_SPACE_AROUND: Final = rf"^{_SPACE}|{_SPACE}\z"
_NUMBER: Final = r"^-?[0-9]{1,100}(?:[.][0-9]{1,100})?\z"
_OFFSET: Final = r"^[0-9]{1,15}\z"
_SURE_DIGITS: Final = 100
"""Text of a number that is no longer than this has no more digits than are allowed."""


def suspicious(cells: Mapping[str, Expression], non_negative: tuple[str, ...]) -> Expression:
    """Whether a row may have a mistake in itself, that is not a single word out of place.

    `cells` are the texts by column, `non_negative` the metrics that have no figure below 0.
    """
    below = _below_zero(cells, non_negative)
    return any_of(_key(cells), _numbers(cells), _figure(cells), below, _place(cells))


def _key(cells: Mapping[str, Expression]) -> Expression:
    key = cells["claim_id"]
    first, last = call("slice", key, 1, 1), call("slice", key, -1, 1)
    plain = call("is_ascii", key) & (first > " ") & (last > " ")
    return ~plain & (key.equals("") | call("matches", key, _SPACE_AROUND))


def _numbers(cells: Mapping[str, Expression]) -> Expression:
    return any_of(
        *(
            cells[column].differs("")
            & (
                ~call("matches", cells[column], _NUMBER)
                | (call("length", cells[column]) > _SURE_DIGITS)
            )
            for column in ("value", "value_to")
        )
    )


def amount(text: Expression) -> Expression:
    """The number of a cell as a double; nothing where it is none."""
    return case((call("matches", text, _NUMBER), call("to_double", text)))


def _figure(cells: Mapping[str, Expression]) -> Expression:
    """Cells about a number that do not fit together; equal doubles may be unequal numbers."""
    value, value_to, relation = cells["value"], cells["value_to"], cells["relation"]
    given = any_of(*(cells[name].differs("") for name in ("value_to", "hedge", "decimals")))
    related = ~one_of(relation, ("", "eq"))
    return any_of(
        value.equals("") & (given | related),
        relation.equals("order") & case((value.differs(""), amount(value) <= 0.0), otherwise=False),
        value_to.differs("")
        & (related | case((value.differs(""), amount(value_to) <= amount(value)), otherwise=False)),
    )


def _place(cells: Mapping[str, Expression]) -> Expression:
    start, end = cells["char_start"], cells["char_end"]
    both = call("matches", start, _OFFSET) & call("matches", end, _OFFSET)
    neither = start.equals("") & end.equals("")
    after = case((both, call("to_bigint", start) < call("to_bigint", end)), otherwise=False)
    return ~(neither | after)


def _below_zero(cells: Mapping[str, Expression], non_negative: tuple[str, ...]) -> Expression:
    """Whether a figure of a metric that has none below 0 may be below it."""
    value = cells["value"]
    sign = call("slice", value, 1, 1).equals("-") | cells["relation"].equals("lt")
    at_zero = case((value.differs(""), amount(value) <= 0.0), otherwise=False)
    return sign & one_of(cells["metric_id"], non_negative) & at_zero


def cell(columns: Mapping[str, str], name: str) -> Expression:
    """The text of a column, empty when the table has none of this name."""
    return Column(columns[name]) if name in columns else Literal("")
