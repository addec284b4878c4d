"""From words to numbers: the set of values that a printed figure allows.

Rounding is half a unit of the last printed digit, a hedge is a percentage of the printed number,
and on each side the farther of the two counts. With a relation the printed number is the bound,
which a hedge moves and rounding does not.
"""

from typing import Final

from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval
from factcheck.values.rational import (
    INFINITY,
    NEGATIVE_INFINITY,
    ZERO,
    Rational,
    add,
    maximum,
    minimum,
    multiply,
    negate,
)
from factcheck.vocabulary.model import Hedge

_NO_HEDGE: Final = Hedge(ZERO, ZERO)


def bounds_of(
    value: Rational | None,
    value_to: Rational | None,
    relation: str,
    hedge: Hedge | None,
    decimals: int | None,
    *,
    non_negative: bool,
) -> Interval:
    """The numbers that the words allow; everything when no number is printed.

    A non-negative metric cuts them at 0, unless nothing would be left: such a figure is refused
    where claims are read.
    """
    if value is None:
        return NON_NEGATIVE if non_negative else EVERYTHING
    if relation == "eq":
        bounds = _equal(value, value if value_to is None else value_to, hedge, decimals)
    else:
        bounds = _related(value, relation, hedge or _NO_HEDGE)
    return _cut(bounds) if non_negative else bounds


def _equal(
    value: Rational, value_to: Rational, hedge: Hedge | None, decimals: int | None
) -> Interval:
    """Around one number, or around both ends of a printed range, each on its own outer side."""
    half = ZERO if decimals is None else half_a_unit(decimals)
    low, high = add(value, negate(half)), add(value_to, half)
    if hedge is not None:
        down, up = _share_below(value, hedge), _share_above(value_to, hedge)
        low = minimum(low, _moved(value, down)) if down[0] else value
        high = maximum(high, _moved(value_to, up)) if up[0] else value_to
    return Interval(low, high)


def _related(value: Rational, relation: str, hedge: Hedge) -> Interval:
    """One side of the printed number, without end; an order of magnitude ends at ten times it."""
    if relation == "order":
        return Interval(value, (value[0] * 10, value[1]), high_open=True)
    if relation in {"gt", "ge"}:
        low = _moved(value, _share_below(value, hedge))
        return Interval(low, INFINITY, low_open=relation == "gt")
    high = _moved(value, _share_above(value, hedge))
    return Interval(NEGATIVE_INFINITY, high, high_open=relation == "lt")


def half_a_unit(decimals: int) -> Rational:
    """Half a unit of the digit at this place: 0.0005 for 3, 50 000 000 for -8."""
    return (5, 10 ** (decimals + 1)) if decimals >= 0 else (5 * 10 ** (-decimals - 1), 1)


def _share_below(value: Rational, hedge: Hedge) -> Rational:
    """The share of a number that moves its low end: nearly -100 reaches up to -90, not down."""
    return hedge.low if value[0] >= 0 else hedge.high


def _share_above(value: Rational, hedge: Hedge) -> Rational:
    return hedge.high if value[0] >= 0 else hedge.low


def _moved(value: Rational, share: Rational) -> Rational:
    return add(value, multiply(value, share)) if share[0] else value


def _cut(bounds: Interval) -> Interval:
    """Without what lies below 0; unchanged when all of it does."""
    empty = bounds.high[0] < 0 or (bounds.high[0] == 0 and bounds.high_open)
    if bounds.low[0] >= 0 or empty:
        return bounds
    return Interval(ZERO, bounds.high, low_open=False, high_open=bounds.high_open)
