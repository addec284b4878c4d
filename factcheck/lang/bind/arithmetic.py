"""Arithmetic: operands bound, dimensions worked out and checked."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.diagnostic import Label
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import fields, syntax, typed
from factcheck.lang.bind.context import Bound, Context
from factcheck.lang.bind.field import bind_field, is_field
from factcheck.lang.bind.function import bind_call
from factcheck.lang.bind.habits import name_meant
from factcheck.lang.bind.literals import bind_number, literal, period_of, unit_after_slash
from factcheck.lang.bind.reference import bind_reference
from factcheck.values import rational
from factcheck.values.unit import BUILT_IN_UNITS, Dimension, Unit, UnknownUnit, parse_unit

_PLAIN: Final = Dimension()
_DAY: Final = Dimension((("day", 1),))
_RATIO: Final = parse_unit("ratio", BUILT_IN_UNITS)


def bind_value(context: Context, operand: syntax.Operand) -> Bound | None:
    """A value of any kind; None when it is wrong, and collected."""
    if not context.enter(operand):
        return None
    bound = _bind_value(context, operand)
    context.level -= 1
    return bound


def _bind_value(context: Context, operand: syntax.Operand) -> Bound | None:
    if isinstance(operand, syntax.Name):
        return _bind_name(context, operand)
    if isinstance(operand, syntax.Reference):
        return _bind_selected(context, operand)
    if isinstance(operand, syntax.Path):
        return _with_hole(context, bind_field(context, operand))
    if isinstance(operand, syntax.Number):
        return bind_number(context, operand)
    if isinstance(operand, syntax.Text):
        return Bound(typed.TextValue(operand.value), "text", None, "", operand)
    if isinstance(operand, syntax.PeriodLiteral):
        return _bind_period(context, operand)
    if isinstance(operand, syntax.Call):
        return _with_hole(context, bind_call(context, operand, bind_number_of))
    return _bind_arithmetic(context, operand)


def bind_number_of(context: Context, operand: syntax.Operand) -> Bound | None:
    """A value that has to be a number."""
    bound = bind_value(context, operand)
    if bound is None or bound.kind == "number":
        return bound
    context.error(
        codes.WRONG_KIND,
        f"a number is needed here, and this is a {bound.kind}",
        operand.span,
        help="compare texts and times with = ≠ < ≤ > ≥; days(period) is a number",
    )
    return None


def _bind_arithmetic(context: Context, operand: syntax.Operand) -> Bound | None:
    if isinstance(operand, syntax.Binary):
        return _bind_binary(context, operand)
    if isinstance(operand, syntax.Negate):
        return _bind_negation(context, operand)
    if isinstance(operand, syntax.Power):
        return _bind_power(context, operand)
    if isinstance(operand, syntax.Portion):
        return _bind_portion(context, operand)
    context.error(
        codes.WRONG_KIND,
        "a number is needed here, and this is a condition",
        operand.span,
        help="conditions are joined with and, or, not; only numbers are calculated with",
    )
    return None


def _with_hole(context: Context, bound: Bound | None) -> Bound | None:
    """Note the place, so that the number can be put into the text that is shown."""
    if bound is not None and context.holes is not None:
        context.holes.append((bound.syntax.span, bound.node))
    return bound


def _bind_name(context: Context, name: syntax.Name) -> Bound | None:
    let = context.lets.get(name.text)
    if let is not None:
        return _with_hole(context, _put_in_place(context, name, let.value))
    define = context.defines.get(name.text)
    if define is not None:
        return _with_hole(context, _put_in_place(context, name, define.value))
    if name.text in context.vocabulary.metrics:
        return _with_hole(context, bind_reference(context, name))
    if is_field(context, name):
        return _with_hole(context, bind_field(context, name))
    _unknown_name(context, name)
    return None


def _put_in_place(context: Context, name: syntax.Name, value: syntax.Operand) -> Bound | None:
    if name.text in context.opened:
        circular(context, name)
        return None
    if id(context.definition(name.text)) in context.oversized:
        return None  # told where it first grew too large
    bound = bind_value(context.inside(name.text, name.span), value)
    if bound is None and context.oversized:
        context.oversized.add(id(context.definition(name.text)))
    return bound and Bound(bound.node, bound.kind, bound.dimension, bound.unit, name)


def circular(context: Context, name: syntax.Name) -> None:
    """Collect a name whose definition leads back to it, each circle once."""
    names = context.opened[context.opened.index(name.text) :]
    definitions = [context.definition(one) for one in names]
    circle = frozenset(map(id, definitions))
    if circle in context.circles:
        return
    context.circles.add(circle)
    labels = [
        Label(one.name.span, f"`{one.name.text}` rests on `{following}`")
        for one, following in zip(definitions, (*names[1:], names[0]), strict=True)
        if one is not None
    ]
    context.error(
        codes.CIRCLE,
        f"`{name.text}` is defined by itself: {' → '.join([*names, name.text])}",
        name.span,
        labels=tuple(labels) if len(labels) > 1 else (),
        help="one of these has to be made of metrics and numbers alone",
    )


def _bind_selected(context: Context, reference: syntax.Reference) -> Bound | None:
    name = reference.name
    if name.text in context.vocabulary.metrics:
        return _with_hole(context, bind_reference(context, reference))
    if name.text in context.lets or name.text in context.defines:
        context.error(
            codes.SELECTOR,
            f"`{name.text}` is not a metric: it takes no selectors",
            reference.span,
            help="put the selector on the metrics inside its definition",
        )
    else:
        _unknown_name(context, name)
    return None


def _unknown_name(context: Context, name: syntax.Name) -> None:
    known = [*context.vocabulary.metrics, *context.lets, *context.defines, *context.scope]
    if context.every_field:
        known += fields.CLAIM_FIELDS
    notes: tuple[str, ...] = ()
    if name.text in context.vocabulary.entities:
        notes = (f"`{name.text}` is an entity: write it in a selector, `[entity = {name.text}]`",)
    context.error(
        codes.UNKNOWN_NAME,
        f"there is no metric, let or define `{name.text}`",
        name.span,
        help=did_you_mean(name.text, known)
        or name_meant(name.text)
        or "the metrics are those of the table `metrics`",
        label="not known",
        notes=notes,
    )


def _bind_period(context: Context, literal_: syntax.PeriodLiteral) -> Bound | None:
    period = period_of(literal_)
    if period is not None:
        return Bound(typed.TimeValue(period), "time", None, "", literal_)
    context.error(
        codes.PERIOD_PLACE, f"`{literal_.text}` is no period of the calendar", literal_.span
    )
    return None


def _bind_binary(context: Context, binary: syntax.Binary) -> Bound | None:
    left = bind_value(context, binary.left)
    if left is not None and binary.operator == "/":
        joined = unit_after_slash(context, left, binary.right)
        if joined is not None:
            return joined
        if _is_misspelt_unit(context, left, binary.right):
            return None
    right = bind_value(context, binary.right)
    if left is None or right is None:
        return None
    if "time" in (left.kind, right.kind):
        return _of_dates(context, binary, left, right)
    if not (_is_number(context, left) and _is_number(context, right)):
        return None
    node = typed.Arithmetic(binary.operator, left.node, right.node)
    if binary.operator in "+-":
        if not same_dimension(context, left, right, binary.operator_span, "added"):
            return None
        dimension = left.dimension if left.dimension is not None else right.dimension
        return Bound(node, "number", dimension, left.unit or right.unit, binary)
    return Bound(node, "number", *_product(binary.operator, left, right), binary)


def _is_misspelt_unit(context: Context, left: Bound, right: syntax.Operand) -> bool:
    """Whether nothing has the name behind the slash of `5 CNY/chp`, and it is like a unit's."""
    if not (isinstance(left.node, typed.Literal) and isinstance(right, syntax.Name)):
        return False
    known = (context.vocabulary.metrics, context.lets, context.defines)
    if left.node.unit.text == "ratio" or any(right.text in names for names in known):
        return False
    if is_field(context, right) or not did_you_mean(right.text, context.vocabulary.units):
        return False
    context.unknown(codes.UNKNOWN_UNIT, "unit", right, context.vocabulary.units)
    return True


def _is_number(context: Context, bound: Bound) -> bool:
    if bound.kind == "number":
        return True
    context.error(
        codes.WRONG_KIND,
        f"a {bound.kind} cannot be calculated with",
        bound.syntax.span,
        help="only numbers are added and multiplied",
    )
    return False


def _product(operator: str, left: Bound, right: Bound) -> tuple[Dimension | None, str]:
    if left.dimension is None or right.dimension is None:
        return None, ""
    if operator == "*":
        dimension = left.dimension.multiply(right.dimension)
    else:
        dimension = left.dimension.divide(right.dimension)
    plain = right.dimension.is_dimensionless()
    if left.dimension.is_dimensionless() and operator == "*":
        return dimension, right.unit
    return dimension, left.unit if plain else dimension.text()


def _of_dates(context: Context, binary: syntax.Binary, left: Bound, right: Bound) -> Bound | None:
    """A date less a date is a number of days; a date and days give a date, as its ordinal."""
    both = left.kind == right.kind == "time"
    days = right.dimension == _DAY and left.kind == "time"
    if (both and binary.operator == "-") or (days and binary.operator in "+-"):
        sides = [
            typed.Function("ordinal", (side.node,)) if side.kind == "time" else side.node
            for side in (left, right)
        ]
        return Bound(
            typed.Arithmetic(binary.operator, sides[0], sides[1]), "number", _DAY, "day", binary
        )
    context.error(
        codes.PERIOD_PLACE,
        f"`{binary.operator}` does not join a {left.kind} and a {right.kind}",
        binary.operator_span,
        help="dates are subtracted (source.published - period.end is a number of days); for a"
        " subtraction of numbers write spaces around the minus",
    )
    return None


def same_dimension(context: Context, left: Bound, right: Bound, span: Span, done: str) -> bool:
    """Whether two numbers may be added or compared; what may not is collected."""
    if left.dimension is None or right.dimension is None or left.dimension == right.dimension:
        return True
    context.error(
        codes.DIMENSIONS,
        f"{_named(left)} and {_named(right)} cannot be {done}",
        span,
        labels=(
            Label(left.syntax.span, in_unit(left)),
            Label(right.syntax.span, in_unit(right)),
        ),
        help=_dimension_help(context, left, right),
    )
    return False


def in_unit(bound: Bound) -> str:
    """The unit of a number, for a message."""
    return "without a unit" if bound.unit in ("", "ratio") else f"in {bound.unit}"


def _named(bound: Bound) -> str:
    dimension = bound.dimension or _PLAIN
    if dimension.is_dimensionless():
        return "a number without a unit"
    text = dimension.text()
    return f"{text} ({bound.unit})" if text != bound.unit else text


def _dimension_help(context: Context, left: Bound, right: Bound) -> str | None:
    for bare, other in ((left, right), (right, left)):
        if isinstance(bare.node, typed.Literal) and (bare.dimension or _PLAIN).is_dimensionless():
            if isinstance(parse_unit(other.unit, context.vocabulary.units), UnknownUnit):
                return None  # a calculated unit, which nobody writes
            return (
                f"write the number with its unit: `{bare.syntax.text} {other.unit}`"
                if isinstance(bare.syntax, syntax.Number)
                else None
            )
    return None


def _bind_negation(context: Context, negation: syntax.Negate) -> Bound | None:
    bound = bind_number_of(context, negation.operand)
    if bound is None:
        return None
    if isinstance(bound.node, typed.Literal):
        return literal(rational.negate(bound.node.value), bound.node.unit, negation)
    node = typed.Function("negate", (bound.node,))
    return Bound(node, "number", bound.dimension, bound.unit, negation)


def _bind_power(context: Context, power: syntax.Power) -> Bound | None:
    base = bind_number_of(context, power.base)
    if base is None:
        return None
    exponent = power.exponent.value[0] * (-1 if power.negative else 1)
    dimension = base.dimension and base.dimension.power(exponent)
    unit = dimension.text() if dimension else ""
    return Bound(typed.PowerOf(base.node, exponent), "number", dimension, unit, power)


def _bind_portion(context: Context, portion: syntax.Portion) -> Bound | None:
    bound = bind_number_of(context, portion.operand)
    if bound is None:
        return None
    assert isinstance(_RATIO, Unit)  # noqa: S101 (built in)
    factor = typed.Literal(portion.factor, _RATIO, portion.span)
    node = typed.Arithmetic("*", factor, bound.node)
    return Bound(node, "number", bound.dimension, bound.unit, portion)
