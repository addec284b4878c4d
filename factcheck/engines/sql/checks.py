"""Which rows of claims have to be looked at: no mistake is in another row, few of these have one.

An engine finds them in passing; what is wrong with them the reader of claims says, in its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.engines.sql.cells import Cell
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
_BLANK: Final = 32
"""The last of the code points in ASCII that Python may call a space."""
_SPACE_AROUND: Final = rf"^{_SPACE}|{_SPACE}\z"


def suspicious(cells: Mapping[str, Cell], non_negative: tuple[str, ...]) -> Expression:
    """Whether a row may have a mistake in itself, that is not a single word out of place.

    `cells` are those of a row by column, `non_negative` the metrics that have no figure below 0.
    """
    numbers = any_of(*(cells[column].odd_number() for column in ("value", "value_to")))
    below = _below_zero(cells, non_negative)
    return any_of(_key(cells["claim_id"].text), numbers, _figure(cells), below, _place(cells))


def decomposed(key: Expression) -> Expression:
    """Whether names that are equal to it may be written in other characters."""
    return ~call("is_ascii", key) & call("composed", key).differs(key)


def not_after(key: Expression, before: Expression) -> Expression:
    """Whether a key is not longer than the one before it, nor as long and later in order.

    Where that is so of no row, all keys are different.
    """
    longer = call("bytes", before) < call("bytes", key)
    same = call("bytes", before).equals(call("bytes", key))
    return ~call("coalesce", longer | (same & (before < key)), True)  # noqa: FBT003 (a value)


def _key(key: Expression) -> Expression:
    first, last = call("code_point", key), call("slice", key, -1, 1)
    plain = call("is_ascii", key) & (first > _BLANK) & (last > " ")
    spaced = key.equals("") | call("matches", key, _SPACE_AROUND)
    return case((plain, False), otherwise=spaced)


def _figure(cells: Mapping[str, Cell]) -> Expression:
    """Cells about a number that do not fit together; equal doubles may be unequal numbers."""
    value, value_to, relation = cells["value"], cells["value_to"], cells["relation"].text
    given = any_of(*(cells[name].filled() for name in ("value_to", "hedge", "decimals")))
    related = ~one_of(relation, ("", "eq"))
    less = case((value.filled(), value_to.amount() <= value.amount()), otherwise=False)
    return any_of(
        ~value.filled() & (given | related),
        relation.equals("order") & _at_zero(value),
        value_to.filled() & (related | less),
    )


def _at_zero(value: Cell) -> Expression:
    return case((value.filled(), value.amount() <= 0.0), otherwise=False)


def _place(cells: Mapping[str, Cell]) -> Expression:
    start, end = cells["char_start"], cells["char_end"]
    neither = ~start.filled() & ~end.filled()
    after = call("coalesce", start.offset() < end.offset(), False)  # noqa: FBT003 (a value)
    return case((neither, False), otherwise=~after)


def _below_zero(cells: Mapping[str, Cell], non_negative: tuple[str, ...]) -> Expression:
    """Whether a figure of a metric that has none below 0 may be below it."""
    value = cells["value"]
    sign = value.is_minus() | cells["relation"].text.equals("lt")
    found = sign & one_of(cells["metric_id"].text, non_negative)
    return case((found, _at_zero(value)), otherwise=False)


def cell(columns: Mapping[str, str], name: str) -> Expression:
    """The text of a column, empty when the table has none of this name."""
    return Column(columns[name]) if name in columns else Literal("")
