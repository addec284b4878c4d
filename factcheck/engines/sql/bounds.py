"""Bounds of claims in whole numbers, as claims/bounds.py has them of rational ones."""

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
from factcheck.engines.sql.query import Layers, Select, Table

MOST: Final = 9e17
"""Digits times their multiplier stay below, so that ten times as much is a whole number still."""


def scaled_value(digits: str, multiplier: str) -> Expression:
    """The number of a cell in the metric's places; nothing where it is too long."""
    own, by = Column(digits), Column(multiplier)
    size = call("abs", call("to_double", own)) * call("abs", call("to_double", by))
    return case((size < MOST, own * by))


def bounded(source: str, kept: Mapping[str, Expression], order: tuple[str, ...]) -> Layers:
    """`low`, `high`, `opened` and `odd` of every row, beside the columns that are kept.

    The source has the words of each claim, and what its kind does to its digits.
    """
    values = Select(
        {"v": scaled_value("digits", "multiplier"), "w": _upper()}, Table(source), everything=True
    )
    v, w = Column("v"), Column("w")
    share = {
        "down": case((v >= 0, Column("low_share")), otherwise=Column("high_share")),
        "up": case((v >= 0, Column("high_share")), otherwise=Column("low_share")),
        "up_to": case((w >= 0, Column("high_share")), otherwise=Column("low_share")),
    }
    moved = {
        "v_down": _moved(v, Column("down")),
        "v_up": _moved(v, Column("up")),
        "w_up": _moved(w, Column("up_to")),
    }
    layers = (
        ("valued", values),
        ("shared", Select(share, Table("valued"), everything=True)),
        ("moved", Select(moved, Table("shared"), everything=True)),
        (
            "ended",
            Select(
                {"odd": _odd(), "lower": _low(), "upper": _high()}, Table("moved"), everything=True
            ),
        ),
    )
    low = case(
        (Column("odd"), Literal(None)),
        (Column("non_negative"), call("greatest", call("coalesce", Column("lower"), 0), 0)),
        otherwise=Column("lower"),
    )
    columns = {
        **kept,
        "low": call("to_bigint", low),
        "high": call("to_bigint", case((~Column("odd"), Column("upper")))),
        "opened": one_of(Column("relation"), ("gt", "lt", "order")),
        "odd": Column("odd"),
    }
    ordered = tuple(kept[name] for name in order)
    return Layers(layers, Select(columns, Table("ended"), order=ordered))


def _upper() -> Expression:
    """The upper end of a printed range, else the number itself."""
    own = scaled_value("digits", "multiplier")
    return case((Column("ranged"), scaled_value("digits_to", "multiplier_to")), otherwise=own)


def _moved(value: Expression, parts: Expression) -> Expression:
    """A number with a share of it added; nothing where that is not whole."""
    added = call("to_wide", value) * parts
    whole = call("remainder", added, Column("of")).equals(0)
    return case(
        (Column("hedge").equals(""), value),
        (whole, value + call("quotient", added, Column("of"))),
    )


def _related(words: tuple[str, ...]) -> Expression:
    return one_of(Column("relation"), words)


def _low() -> Expression:
    v, half = Column("v"), Column("half")
    return case(
        (Column("wordless") | _related(("lt", "le")), Literal(None)),
        (_related(("order",)), v),
        (_related(("gt", "ge")), Column("v_down")),
        (Column("hedge").equals(""), v - half),
        (Column("down").equals(0), v),
        otherwise=call("least", v - half, Column("v_down")),
    )


def _high() -> Expression:
    w, half = Column("w"), Column("half")
    return case(
        (Column("wordless") | _related(("gt", "ge")), Literal(None)),
        (_related(("order",)), Column("v") * 10),
        (_related(("lt", "le")), Column("v_up")),
        (Column("hedge").equals(""), w + half),
        (Column("up_to").equals(0), w),
        otherwise=call("greatest", w + half, Column("w_up")),
    )


def _odd() -> Expression:
    """Whether some part of the bounds is not a whole number of this length."""
    parts = ("v", "w", "half", "v_down", "v_up", "w_up")
    absent = any_of(*(Column(name).is_null() for name in parts))
    half = call("abs", call("to_double", Column("half"))) >= MOST
    far = any_of(
        *(call("abs", call("to_double", Column(name))) >= MOST for name in parts if name != "half")
    )
    return Column("strange") | (~Column("wordless") & case((absent, True), otherwise=half | far))
