"""Bounds of claims in whole numbers, as claims/bounds.py has them of rational ones."""

from __future__ import annotations

from factcheck.engines.sql.expression import Column, Expression, call, case
from factcheck.engines.sql.kind_table import KINDS, Kinds


def ends(kinds: Kinds) -> dict[str, Expression]:
    """`lower` and `upper` of claims in `coded` beside their `kinds`; nothing where infinite.

    Nothing either where an end is not a whole number, or a long one.
    """
    value: Expression = Column("digits")
    value_to = value
    if kinds.ranged:
        value_to = case((Column("ranged", KINDS), Column("digits_to")), otherwise=value)
    low, low_moved, low_half = _both(kinds, value, "low")
    high, high_moved, high_half = _both(kinds, value_to, "high")
    return {
        "lower": _farther(kinds, "least", low - low_half, low_moved),
        "upper": _farther(kinds, "greatest", high + high_half, high_moved),
    }


def _farther(kinds: Kinds, function: str, own: Expression, moved: Expression) -> Expression:
    """The farther of two numbers; nothing where one is not there, which may be the farther."""
    farther = call(function, own, moved)
    if not kinds.divided:
        return farther  # both are there, or neither
    return case((~own.is_null() & ~moved.is_null(), farther))


def _both(kinds: Kinds, digits: Expression, side: str) -> tuple[Expression, Expression, Expression]:
    """The number, the number moved by its hedge, and half a unit of its last digit."""
    column = {name: Column(f"{side}_{name}", KINDS) for name in ("over", "under", "half", "most")}
    moved = {name: Column(f"{side}_moved_{name}", KINDS) for name in ("over", "under")}
    if kinds.limited:
        digits = case((call("abs", digits) <= column["most"], digits))
    return (
        _scaled(kinds, digits, column["over"], column["under"]),
        _scaled(kinds, digits, moved["over"], moved["under"]),
        column["half"],
    )


def _scaled(kinds: Kinds, digits: Expression, over: Expression, under: Expression) -> Expression:
    if not kinds.divided:
        return digits * over
    parts = call("to_bigint", call("quotient", digits, under))
    return case((call("remainder", digits, under).equals(0), parts * over))


def is_odd() -> Expression:
    """Whether an end that is finite is not there."""
    lower, upper = Column("lower"), Column("upper")
    lost = (Column("low_is_finite") & lower.is_null()) | (
        Column("high_is_finite") & upper.is_null()
    )
    return lost | Column("strange")


def low() -> Expression:
    """The lower end; a metric that has no figure below 0 ends there."""
    return call("greatest", Column("lower"), Column("floor"))
