"""The number of a given: its unit, the words before it, and whether the metric can have it."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import trial_codes as codes
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import syntax
from factcheck.lang.bind.context import Context, known_names
from factcheck.lang.typed import Key
from factcheck.values.unit import Unit, UnknownUnit, parse_unit
from factcheck.vocabulary.model import Metric

_RELATIONS: Final = {"more than": "gt", "at least": "ge", "less than": "lt", "at most": "le"}


def unit_of(context: Context, given: syntax.Given, metric: Metric) -> Unit | None:
    """The unit behind the number; one of the metric's dimension."""
    name = given.value.unit
    unit = parse_unit(name.text if name else "ratio", context.vocabulary.units)
    if isinstance(unit, UnknownUnit):
        assert name is not None  # noqa: S101 (ratio is always known)
        help_ = did_you_mean(unit.name, context.vocabulary.units)
        message = f"there is no unit `{name.text}`"
        context.error(codes.GIVEN_UNIT, message, name.span, help=help_, label="not known")
        return None
    if unit.dimension == metric.unit.dimension:
        return unit
    own = f"in `{unit.text}`" if name else "a number without a unit"
    context.error(
        codes.GIVEN_UNIT,
        f"`{metric.id}` is measured in `{metric.unit.text}`, and this is {own}",
        name.span if name else given.value.span,
        help=f"write it in `{metric.unit.text}`, or in another unit of "
        f"`{metric.unit.dimension.text()}`",
    )
    return None


def words_of(
    context: Context, given: syntax.Given, fixed: dict[str, Key]
) -> tuple[str, str] | None:
    """The relation and the hedge, from the words before the number and from selectors."""
    relation, hedge = str(fixed.get("relation", "")), str(fixed.get("hedge", ""))
    rest = given.value.hedge or ""
    for words, name in _RELATIONS.items():
        if rest.startswith(words):
            if relation:
                _said_twice(context, given, "relation")
                return None
            relation, rest = name, rest.removeprefix(words).strip()
    if rest and hedge:
        _said_twice(context, given, "hedge")
        return None
    hedge = rest or hedge
    if hedge and hedge not in context.vocabulary.hedges:
        names = list(context.vocabulary.hedges)
        message = f"the package says nothing of the hedge `{hedge}`"
        help_ = did_you_mean(hedge, names) or known_names("hedge", names)
        context.error(codes.GIVEN_HEDGE, message, given.value.span, help=help_)
        return None
    return relation or "eq", hedge


def _said_twice(context: Context, given: syntax.Given, what: str) -> None:
    message = f"a {what} stands in the brackets and before the number"
    context.error(codes.GIVEN_HEDGE, message, given.value.span, help="keep one of the two")


def is_possible(context: Context, given: syntax.Given, metric: Metric, relation: str) -> bool:
    """Whether the metric can have the number, and the number the relation."""
    value = given.value.value
    below = value[0] < 0 or (value[0] == 0 and relation == "lt")
    if metric.non_negative and below:
        message = f"`{metric.id}` is declared non-negative, and this figure is below 0"
    elif relation == "order" and value[0] <= 0:
        message = "an order of magnitude starts above 0"
    else:
        return True
    context.error(codes.GIVEN_NUMBER, message, given.value.span, help="give it a number above 0")
    return False
