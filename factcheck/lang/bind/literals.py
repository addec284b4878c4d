"""Numbers with units, and periods, as they stand in rules."""

from __future__ import annotations

from factcheck.diagnostics import binding_codes as codes
from factcheck.lang import syntax, typed
from factcheck.lang.bind.context import Bound, Context
from factcheck.lang.bind.habits import unit_meant
from factcheck.lang.soft_tables import power_of_ten
from factcheck.values import rational
from factcheck.values.period import Period, parse_period
from factcheck.values.unit import BUILT_IN_UNITS, Unit, UnknownUnit, parse_unit


def period_of(operand: syntax.Operand) -> Period | None:
    """The period that an operand writes: a year, a literal, or a range of them."""
    text = _period_text(operand)
    return parse_period(text) if text else None


def written(operand: syntax.Operand) -> str:
    """The text of literals and names joined by signs; of other operands nothing."""
    if isinstance(operand, syntax.Text):
        return operand.value
    if isinstance(operand, syntax.Name):
        return operand.text
    if isinstance(operand, syntax.Number):
        return operand.text + (operand.unit.text if operand.unit else "")
    if isinstance(operand, syntax.PeriodLiteral):
        return operand.text
    if isinstance(operand, syntax.Binary):
        left, right = written(operand.left), written(operand.right)
        return f"{left}{operand.operator}{right}" if left and right else ""
    return ""


def _period_text(operand: syntax.Operand) -> str | None:
    if isinstance(operand, syntax.PeriodLiteral):
        return operand.text
    if isinstance(operand, syntax.Number) and operand.unit is None:
        return operand.text
    if isinstance(operand, syntax.Binary) and operand.operator == "/":
        left, right = _period_text(operand.left), _period_text(operand.right)
        return f"{left}/{right}" if left and right else None
    return None


def bind_number(context: Context, number: syntax.Number) -> Bound | None:
    """A literal number in its unit; without one it is dimensionless."""
    name = number.unit.text if number.unit else "ratio"
    unit = parse_unit(name, context.vocabulary.units)
    if isinstance(unit, UnknownUnit):
        assert number.unit is not None  # noqa: S101 (ratio is always known)
        exponent = power_of_ten(name)
        if exponent is not None:  # `160k`: no unit of the package has the letter
            value = rational.multiply(number.value, (10**exponent, 1))
            return literal(value, parse_known("ratio"), number)
        meant = unit_meant(context, name)
        units = context.vocabulary.units
        context.unknown(codes.UNKNOWN_UNIT, "unit", number.unit, units, meant)
        return None
    return literal(number.value, unit, number)


def parse_known(name: str) -> Unit:
    """A built-in unit."""
    unit = parse_unit(name, BUILT_IN_UNITS)
    assert isinstance(unit, Unit)  # noqa: S101 (built in)
    return unit


def literal(value: rational.Rational, unit: Unit, written: syntax.Operand) -> Bound:
    """A literal as a bound number."""
    node = typed.Literal(value, unit, written.span)
    return Bound(node, "number", unit.dimension, unit.text, written)


def unit_after_slash(context: Context, left: Bound, right: syntax.Operand) -> Bound | None:
    """`5 CNY/chip`: a unit's name after the slash of a literal with a unit joins the unit."""
    node = left.node
    if not isinstance(node, typed.Literal) or not isinstance(right, syntax.Name):
        return None
    if node.unit.text in ("ratio", "%", "pp") or right.text not in context.vocabulary.units:
        return None
    unit = parse_unit(f"{node.unit.text}/{right.text}", context.vocabulary.units)
    if isinstance(unit, UnknownUnit):
        return None
    return literal(node.value, unit, left.syntax)
