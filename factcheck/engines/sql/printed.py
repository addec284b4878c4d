"""The table `valued`: printed numbers as codes, equal where number and unit are.

A code is one more than the first row that prints the number, and 0 where none is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from factcheck.engines.sql.checks import cell
from factcheck.engines.sql.coded import CODED, Coding
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, call
from factcheck.engines.sql.kind_table import KINDS
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.plan import model
from factcheck.plan.columns import printed_text
from factcheck.plan.walk import every
from factcheck.values.rational import parse_decimal

VALUED: Final = "valued"
_ASKED: Final = "asked"
_SAME: Final = ("number", "number_to", "ranged", "unit")


def asks_for_values(plans: Sequence[model.RulePlan]) -> bool:
    """Whether a rule groups claims by their printed numbers, or counts these."""
    return any("value" in plan.scope for plan in plans) or any(
        one.what == "values"
        for plan in plans
        for one in every((plan.premises, plan.check), model.CountOf)
    )


def fill_valued(door: Door, coding: Coding) -> None:
    """Make the table, of all claims."""
    same = all_of(
        *(Column(name, CODED).equals(Column(name, KINDS)) for name in coding.packing.names)
    )
    columns: dict[str, Expression] = {
        "row": Column("row", CODED),
        "number": _scaled(Column("digits", CODED), "value"),
        "number_to": call("to_wide", 0),
        "ranged": Column("ranged", KINDS),
        "unit": Column("unit", KINDS),
    }
    if coding.ranged:
        other = _scaled(Column("digits_to", CODED), "value_to")
        columns["number_to"] = call("coalesce", other, columns["number_to"])
    numbers = Select(columns, Table(CODED), [Join(Table(KINDS), same)])
    by = {name: Column(name) for name in _SAME}
    code = call("minimum", Column("row")) + 1
    first = Select({**by, "code": code}, Table("numbers"), group=tuple(by.values()))
    alike = all_of(*(Column(name, "numbers").equals(Column(name, "first")) for name in _SAME))
    last = Select(
        {
            "row": Column("row", "numbers"),
            "value": call("coalesce", Column("code", "first"), 0),
        },
        Table("numbers"),
        [Join(Table("first"), alike, "left")],
    )
    door.create(VALUED, Layers((("numbers", numbers), ("first", first)), last))


def _scaled(digits: Expression, name: str) -> Expression:
    """The number as a whole one, in the places that all of them have."""
    return call("to_wide", digits) * Column(f"{name}_scale", KINDS)


def texts_of(door: Door, columns: Mapping[str, str], codes: Iterable[int]) -> dict[int, str]:
    """The printed numbers that codes stand for."""
    wanted = sorted({code for code in codes if code})
    if not wanted:
        return {}
    door.fill(_ASKED, (("row", "BIGINT"),), [(code - 1,) for code in wanted])
    names = ("value", "value_to", "unit_id")
    own: dict[str, Expression] = {"row": Column("row", "raw")}
    own |= {name: cell(columns, name) for name in names}
    join = Join(Table(_ASKED), Column("row", "raw").equals(Column("row", _ASKED)), "semi")
    rows = door.rows(Select(own, Table("raw"), [join]), len(wanted))
    door.drop(_ASKED)
    found = {}
    for row, value, value_to, unit in rows:
        number = parse_decimal(value)
        assert number is not None  # noqa: S101 (a number has such a code)
        found[row + 1] = printed_text(number, parse_decimal(value_to) if value_to else None, unit)
    return found
